package io.sheaf.text;

/// Puts a replacement where `[start, end)` of a text stands; an insertion where the two are equal.
///
/// @param start first position, in UTF-16 code units of the text before any edit
/// @param end position after the last, at least `start`
/// @param replacement what comes there, empty to delete
public record Edit(int start, int end, String replacement) {
  public Edit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "edit of [%d, %d), expected 0 <= start <= end".formatted(start, end));
    }
  }

  /// How much longer it makes the text.
  int growth() {
    return replacement.length() - (end - start);
  }

  boolean isIdle(String source) {
    return replacement.length() == end - start && source.startsWith(replacement, start);
  }
}
