package io.sheaf.engine.chapter;

import java.util.List;

/// A part of a workload's chapter.
///
/// @param title its heading
/// @param text what a reader should know before the figures, empty if nothing
/// @param figures in order
public record Section(String title, String text, List<Figure> figures) {
  public Section {
    figures = List.copyOf(figures);
  }

  /// A part without an introduction.
  public Section(String title, List<Figure> figures) {
    this(title, "", figures);
  }

  /// A part that says something and shows nothing.
  public static Section of(String title, String text) {
    return new Section(title, text, List.of());
  }
}
