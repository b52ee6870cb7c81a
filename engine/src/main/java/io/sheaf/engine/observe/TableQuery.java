package io.sheaf.engine.observe;

/// Which rows of a table are wanted, in which order.
///
/// @param text what a cell contains, capitals or not; empty: all rows
/// @param column by which they are ordered, empty: as they stand in the file
/// @param isDescending the largest first
/// @param page number of the page, from 0
public record TableQuery(String text, String column, boolean isDescending, int page) {
  /// All rows as they stand in the file.
  public static TableQuery plain(int page) {
    return new TableQuery("", "", false, page);
  }

  boolean isPlain() {
    return text.isEmpty() && column.isEmpty();
  }

  /// The same for all pages.
  TableQuery whole() {
    return new TableQuery(text, column, isDescending, 0);
  }
}
