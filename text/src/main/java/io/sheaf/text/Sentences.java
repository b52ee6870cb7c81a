package io.sheaf.text;

import java.util.ArrayList;
import java.util.List;

/// Where sentences end: after each full stop, exclamation or question mark, and line break.
public final class Sentences {
  private static final String END_MARKS = ".!?。";

  private Sentences() {}

  /// Stretches that together are the text; each ends with its mark.
  public static List<Span> of(String text) {
    List<Span> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || isEndMark(c)) {
        sentences.add(new Span(start, i + 1));
        start = i + 1;
      }
    }
    if (start < text.length()) {
      sentences.add(new Span(start, text.length()));
    }
    return sentences;
  }

  /// Without the white space around, and without its end marks unless they are wanted.
  public static Span trimmed(String text, Span sentence, boolean withEndMark) {
    int start = sentence.start();
    int end = sentence.end();
    while (end > start && Words.isSpace(text.charAt(end - 1))) {
      end--;
    }
    while (start < end && Words.isSpace(text.charAt(start))) {
      start++;
    }
    while (!withEndMark && end > start + 1 && isEndMark(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  static boolean endsIn(String text) {
    return !text.isEmpty() && isEndMark(text.charAt(text.length() - 1));
  }

  static boolean isEndMark(char c) {
    return END_MARKS.indexOf(c) >= 0;
  }
}
