package io.sheaf.web.serve;

import io.sheaf.web.Html;

/// The head of a column, which orders by it.
final class SortLink {
  private SortLink() {}

  /// @param address of the order that a click brings
  /// @param isThis whether the table is ordered by this column, and if so, how
  static Html html(String address, String words, boolean isThis, boolean isDescending) {
    return Html.tag(
        "a",
        Html.attribute("href", address),
        Html.attribute("title", "Order by this"),
        words + (!isThis ? "" : isDescending ? " ▼" : " ▲"));
  }
}
