package io.sheaf.web;

import java.util.ArrayList;
import java.util.List;

/// A table with a caption; numbers stand to the right. Confined to one thread.
public final class HtmlTable {
  private final String caption;
  private final List<Column> columns;
  private final List<Html> rows = new ArrayList<>();

  /// A column.
  ///
  /// @param head what stands above it: text or markup
  /// @param isNumber whether it is read from the right
  public record Column(Object head, boolean isNumber) {
    public static Column text(Object head) {
      return new Column(head, false);
    }

    public static Column number(Object head) {
      return new Column(head, true);
    }
  }

  /// @param caption says what it shows; for those who do not see it, too
  public HtmlTable(String caption, List<Column> columns) {
    this.caption = caption;
    this.columns = List.copyOf(columns);
  }

  /// A row; the first cell is its head.
  ///
  /// @param cells text or markup, one for each column
  public HtmlTable row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a row of %d cells, expected %d".formatted(cells.length, columns.size()));
    }
    List<Html> items = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      items.add(cell(i, cells[i]));
    }
    rows.add(Html.tag("tr", items));
    return this;
  }

  private Html cell(int column, Object content) {
    String name = columns.get(column).isNumber() ? "number" : "text";
    return column == 0
        ? Html.tag("th", Html.attribute("scope", "row"), Html.attribute("class", name), content)
        : Html.tag("td", Html.attribute("class", name), content);
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /// The table, in a frame that scrolls where it is wider than the page.
  public Html html() {
    List<Html> heads =
        columns.stream()
            .map(
                one ->
                    Html.tag(
                        "th",
                        Html.attribute("scope", "col"),
                        Html.attribute("class", one.isNumber() ? "number" : "text"),
                        one.head()))
            .toList();
    return Html.tag(
        "div",
        Html.attribute("class", "scroll"),
        Html.attribute("tabindex", "0"),
        Html.attribute("role", "group"),
        Html.attribute("aria-label", caption),
        Html.tag(
            "table",
            Html.tag("caption", caption),
            Html.tag("thead", Html.tag("tr", heads)),
            Html.tag("tbody", rows)));
  }
}
