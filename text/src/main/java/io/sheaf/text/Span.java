package io.sheaf.text;

/// A stretch of a text.
///
/// @param start first position, in UTF-16 code units
/// @param end position after the last, at least `start`
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "span [%d, %d), expected 0 <= start <= end".formatted(start, end));
    }
  }

  public int length() {
    return end - start;
  }

  /// What stands there.
  public String of(String text) {
    return text.substring(start, end);
  }
}
