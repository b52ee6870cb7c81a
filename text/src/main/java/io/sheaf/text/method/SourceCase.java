package io.sheaf.text.method;

import io.sheaf.text.Letters;
import io.sheaf.text.Stopwords;
import io.sheaf.text.Words;
import java.util.HashMap;
import java.util.Map;

/// Gives the words of a translated sentence the case that they have in the source: translation
/// confuses "i am" and "I am", and takes capitals along with words that move.
final class SourceCase {
  private SourceCase() {}

  static String of(String source, String translation) {
    Words from = new Words(source);
    Map<String, String> cases = new HashMap<>();
    for (int word = 1; word < from.size(); word++) {
      cases.putIfAbsent(Letters.lower(from.of(word)), from.of(word));
    }
    Words words = new Words(translation);
    StringBuilder text = new StringBuilder();
    int position = 0;
    for (int word = 0; word < words.size(); word++) {
      text.append(translation, position, words.start(word));
      String moved = words.of(word);
      text.append(word == 0 ? first(source, moved, cases) : within(moved, cases));
      position = words.end(word);
    }
    return text.append(translation, position, translation.length()).toString();
  }

  private static String first(String source, String word, Map<String, String> cases) {
    int start = source.codePointAt(0);
    if (Character.isUpperCase(start)) {
      return Letters.capitalised(word);
    }
    String lower = Letters.lower(word);
    return Character.isLowerCase(start) ? cases.getOrDefault(lower, lower) : word;
  }

  private static String within(String word, Map<String, String> cases) {
    String lower = Letters.lower(word);
    boolean proper = word.equals(Letters.upper(word)) || word.startsWith("I'");
    return cases.getOrDefault(lower, Stopwords.contains(lower) && !proper ? lower : word);
  }
}
