package io.sheaf.engine.chapter;

/// What stands above and below a figure.
///
/// @param title what is shown
/// @param note of how many things, in which unit, what was left out; empty if that is plain
public record Caption(String title, String note) {
  /// A caption without a note.
  public static Caption of(String title) {
    return new Caption(title, "");
  }
}
