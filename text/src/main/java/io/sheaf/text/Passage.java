package io.sheaf.text;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A text and what is known of it: its words, and their parts of speech once they are asked for.
///
/// Confined to one thread. One passage serves all variants of a text, so that nothing is found
/// twice.
public final class Passage {
  private final String text;
  private final Words words;
  private @Nullable List<String> tags;

  public Passage(String text) {
    this.text = text;
    this.words = new Words(text);
  }

  public String text() {
    return text;
  }

  public Words words() {
    return words;
  }

  /// A tag for each word, from the tagger or from an earlier call.
  public List<String> tags(Function<Passage, List<String>> tagger) {
    List<String> known = tags;
    if (known == null) {
      known = tagger.apply(this);
      tags = known;
    }
    return known;
  }

  /// Whether a word is the first of a sentence.
  public boolean isFirst(int word) {
    return word == 0
        || text.substring(words.end(word - 1), words.start(word))
            .chars()
            .anyMatch(c -> c == '\n' || Sentences.isEndMark((char) c));
  }

  /// Whether a word looks like a part of a name: a capital within a sentence, and small letters; or
  /// two or three capitals where not all are, as "HR".
  public boolean isName(int word) {
    String whole = words.of(word);
    if (!Character.isUpperCase(whole.codePointAt(0))) {
      return false;
    }
    return whole.equals(Letters.upper(whole))
        ? whole.length() > 1 && whole.length() < 4 && text.chars().anyMatch(Character::isLowerCase)
        : !isFirst(word);
  }

  /// Whether a hyphen ties a word to another.
  public boolean isCompound(int word) {
    int start = words.start(word);
    int end = words.end(word);
    return (word > 0 && words.end(word - 1) == start - 1 && text.charAt(start - 1) == '-')
        || (word + 1 < words.size() && words.start(word + 1) == end + 1 && text.charAt(end) == '-');
  }

  /// An edit that puts something else for a word.
  public Edit replace(int word, String replacement) {
    return new Edit(words.start(word), words.end(word), replacement);
  }
}
