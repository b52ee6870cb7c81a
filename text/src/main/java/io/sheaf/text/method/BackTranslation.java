package io.sheaf.text.method;

import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Guards;
import io.sheaf.text.Letters;
import io.sheaf.text.Passage;
import io.sheaf.text.Revision;
import io.sheaf.text.Span;
import io.sheaf.text.Stopwords;
import io.sheaf.text.Words;
import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.translation.Apertium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Translates to another language and back, sentence by sentence; white space around sentences
/// stays, and so do guarded numbers and addresses. A sentence that gains or loses a negation, or
/// comes back with words that are not English, stays as it is. There is one translation, whatever
/// the draws.
record BackTranslation(Apertium apertium, Lexicon lexicon, Guards guards) implements Augmenter {
  @Override
  public Revision revise(Passage passage, Draws draws) {
    List<Edit> edits = new ArrayList<>();
    for (Span sentence : SentenceShuffle.sentences(passage.text())) {
      if (isTranslatable(sentence.of(passage.text()))) {
        String translated = translated(passage, sentence);
        if (!translated.isEmpty()) {
          edits.add(new Edit(sentence.start(), sentence.end(), translated));
        }
      }
    }
    return Revision.of(passage.text(), edits);
  }

  /// Neither NUL, which ends a question, nor `^`, behind which Apertium waits for a word even if it
  /// is escaped, nor halves of characters.
  private static boolean isTranslatable(String sentence) {
    return !sentence.isEmpty()
        && sentence
            .codePoints()
            .noneMatch(point -> point == 0 || point == '^' || (point >= 0xD800 && point < 0xE000));
  }

  private String translated(Passage passage, Span sentence) {
    String text = sentence.of(passage.text());
    try {
      String raw = apertium.thereAndBack(question(passage, sentence)).strip();
      String spaced = text.contains("  ") ? raw : raw.replaceAll(" {2,}", " ");
      String found = spaced.replaceAll(" ([,.;:!?])", "$1");
      boolean sameNegations = !guards.negations() || negations(text).equals(negations(found));
      return sameNegations && isEnglish(found, text) ? SourceCase.of(text, found) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether every word is known or was there before: Apertium leaves what it cannot translate.
  private boolean isEnglish(String translation, String source) {
    Set<String> known = new HashSet<>();
    Words before = new Words(source);
    for (int word = 0; word < before.size(); word++) {
      known.add(Letters.lower(before.of(word)));
    }
    Words words = new Words(translation);
    for (int word = 0; word < words.size(); word++) {
      String lower = Letters.lower(words.of(word));
      boolean isPlain = words.kind(word) == Words.Kind.WORD && lower.indexOf('\'') < 0;
      if (isPlain && !known.contains(lower) && !lexicon.knows(lower)) {
        return false;
      }
    }
    return true;
  }

  private String question(Passage passage, Span sentence) {
    String text = passage.text();
    Words words = passage.words();
    StringBuilder question = new StringBuilder();
    int position = sentence.start();
    for (int word = 0; word < words.size(); word++) {
      if (words.start(word) >= sentence.start()
          && words.end(word) <= sentence.end()
          && isKept(words, word)) {
        question.append(escaped(text, position, words.start(word)));
        question.append(Apertium.kept(words.of(word)));
        position = words.end(word);
      }
    }
    return question.append(escaped(text, position, sentence.end())).toString();
  }

  private boolean isKept(Words words, int word) {
    return switch (words.kind(word)) {
      case WORD -> false;
      case NUMBER -> guards.numbers();
      case ADDRESS -> guards.addresses();
    };
  }

  private static String escaped(String text, int start, int end) {
    return Apertium.escaped(text.substring(start, end).replace('’', '\''));
  }

  /// Sorted; those that are contracted as if they were not.
  private static List<String> negations(String text) {
    Words words = new Words(text);
    List<String> found = new ArrayList<>();
    for (int word = 0; word < words.size(); word++) {
      String lower = Letters.lower(words.of(word)).replace('’', '\'');
      if (Stopwords.isNegation(lower)) {
        found.add(lower.endsWith("n't") || lower.equals("cannot") ? "not" : lower);
      }
    }
    found.sort(null);
    return found;
  }
}
