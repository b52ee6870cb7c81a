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
import io.sheaf.text.translation.Apertium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// Translates to another language and back, line by line; white space around lines stays, and so do
/// guarded numbers and addresses. A line that gains or loses a negation stays as it is. There is
/// one translation, whatever the draws.
record BackTranslation(Apertium apertium, Guards guards) implements Augmenter {
  @Override
  public Revision revise(Passage passage, Draws draws) {
    List<Edit> edits = new ArrayList<>();
    for (Span line : lines(passage.text())) {
      if (isTranslatable(line.of(passage.text()))) {
        String translated = translated(passage, line);
        if (!translated.isEmpty()) {
          edits.add(new Edit(line.start(), line.end(), translated));
        }
      }
    }
    return Revision.of(passage.text(), edits);
  }

  /// Without the white space around them.
  private static List<Span> lines(String text) {
    List<Span> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      lines.add(trimmed(text, start, end));
      start = end + 1;
    }
    return lines;
  }

  private static Span trimmed(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  /// Neither NUL, which ends a question, nor halves of characters.
  private static boolean isTranslatable(String line) {
    return !line.isEmpty()
        && line.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point < 0xE000));
  }

  private String translated(Passage passage, Span line) {
    String text = line.of(passage.text());
    try {
      String raw = apertium.thereAndBack(question(passage, line)).strip();
      String spaced = text.contains("  ") ? raw : raw.replaceAll(" {2,}", " ");
      String found = spaced.replaceAll(" ([,.;:!?])", "$1");
      if (guards.negations() && negations(text) != negations(found)) {
        return "";
      }
      return Character.isUpperCase(text.codePointAt(0)) ? Letters.capitalised(found) : found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String question(Passage passage, Span line) {
    String text = passage.text();
    Words words = passage.words();
    StringBuilder question = new StringBuilder();
    int position = line.start();
    for (int word = 0; word < words.size(); word++) {
      if (words.start(word) >= line.start() && words.end(word) <= line.end() && isKept(words, word)) {
        question.append(escaped(text, position, words.start(word)));
        question.append(Apertium.kept(words.of(word)));
        position = words.end(word);
      }
    }
    return question.append(escaped(text, position, line.end())).toString();
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

  private static long negations(String text) {
    Words words = new Words(text);
    long count = 0;
    for (int word = 0; word < words.size(); word++) {
      String lower = Letters.lower(words.of(word)).replace('’', '\'');
      count += Stopwords.isNegation(lower) ? 1 : 0;
    }
    return count;
  }
}
