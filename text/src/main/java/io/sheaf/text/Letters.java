package io.sheaf.text;

import java.util.Locale;

/// Upper and lower case, and what of a text belongs together as one character.
public final class Letters {
  private Letters() {}

  /// The replacement in the case of the original: all capitals, a capital at the start, or as it
  /// is.
  public static String inCaseOf(String original, String replacement) {
    if (replacement.isEmpty() || !Character.isUpperCase(original.codePointAt(0))) {
      return replacement;
    }
    boolean longer = original.codePointCount(0, original.length()) > 1;
    return longer && original.equals(upper(original)) && !original.equals(lower(original))
        ? upper(replacement)
        : capitalised(replacement);
  }

  /// With a capital at the start.
  public static String capitalised(String word) {
    if (word.isEmpty()) {
      return word;
    }
    int first = word.codePointAt(0);
    int capital = Character.toTitleCase(first);
    return capital == first
        ? word
        : Character.toString(capital) + word.substring(Character.charCount(first));
  }

  public static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  public static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /// Where the character that starts at a position ends: a code point with all marks that follow,
  /// and what a joiner ties to it.
  public static int characterEnd(String text, int start, int limit) {
    int position = start + pointLength(text, start, limit);
    while (position < limit && text.charAt(position) >= 0x80) {
      int point = text.codePointAt(position);
      boolean joined = text.charAt(position - 1) == 0x200D;
      if (!joined && !Words.isMark(point)) {
        break;
      }
      position += pointLength(text, position, limit);
    }
    return position;
  }

  private static int pointLength(String text, int start, int limit) {
    return Math.min(Character.charCount(text.codePointAt(start)), limit - start);
  }
}
