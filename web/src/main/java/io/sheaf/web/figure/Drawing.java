package io.sheaf.web.figure;

import static io.sheaf.web.Html.attribute;
import static io.sheaf.web.Html.tag;

import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Fragment;
import io.sheaf.engine.chapter.Figure.Passage;
import io.sheaf.web.Html;
import io.sheaf.web.HtmlTable;
import io.sheaf.web.HtmlTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A figure with its caption, as markup.
public final class Drawing {
  private static final double CELL = 12;

  private Drawing() {}

  public static Html of(Figure figure) {
    Html content =
        switch (figure) {
          case Figure.Histogram one -> CountDrawing.of(one);
          case Figure.Bars one -> CountDrawing.of(one);
          case Figure.Scatter one -> PointDrawing.of(one);
          case Figure.Lines one -> PointDrawing.of(one);
          case Figure.Timeline one -> TimelineDrawing.of(one);
          case Figure.Matrix one -> MatrixDrawing.of(one);
          case Figure.Grids one -> grids(one);
          case Figure.Passages one -> passages(one);
          case Figure.Listing one -> listing(one);
        };
    String note = figure.caption().note();
    return tag(
        "figure",
        attribute("class", FigureJson.kind(figure)),
        tag(
            "figcaption",
            tag("strong", figure.caption().title()),
            note.isEmpty() ? Html.NOTHING : Html.all(" ", tag("span", note))),
        content);
  }

  static String label(Figure figure) {
    String note = figure.caption().note();
    return figure.caption().title() + (note.isEmpty() ? "" : ". " + note);
  }

  private static Html grids(Figure.Grids figure) {
    return tag(
        "div", attribute("class", "grids"), figure.grids().stream().map(Drawing::grid).toList());
  }

  private static Html grid(Figure.Grid grid) {
    int width = grid.cells().stream().mapToInt(String::length).max().orElse(0);
    List<Html> cells = new ArrayList<>();
    for (int y = 0; y < grid.cells().size(); y++) {
      String row = grid.cells().get(y);
      for (int x = 0; x < row.length(); x++) {
        String colour = row.charAt(x) >= '0' && row.charAt(x) <= '9' ? "c" + row.charAt(x) : "c0";
        cells.add(Plot.rectangleOf(colour, x * CELL, y * CELL, CELL, CELL, ""));
      }
    }
    return tag(
        "div",
        tag("p", attribute("class", "quiet"), grid.title()),
        tag(
            "svg",
            attribute("class", "grid"),
            attribute(
                "viewBox", "0 0 %.0f %.0f".formatted(width * CELL, grid.cells().size() * CELL)),
            attribute("width", Plot.number(width * CELL)),
            attribute("height", Plot.number(grid.cells().size() * CELL)),
            attribute("role", "img"),
            attribute(
                "aria-label",
                "%s: %d by %d, rows %s"
                    .formatted(
                        grid.title(), width, grid.cells().size(), String.join(" ", grid.cells()))),
            cells));
  }

  private static Html passages(Figure.Passages figure) {
    return Html.all(figure.passages().stream().map(Drawing::passage).toList());
  }

  private static Html passage(Passage passage) {
    return tag(
        "div",
        attribute("class", "passage"),
        tag("p", attribute("class", "quiet"), passage.title()),
        tag("blockquote", passage.fragments().stream().map(Drawing::fragment).toList()));
  }

  private static Html fragment(Fragment fragment) {
    return switch (fragment.emphasis()) {
      case NONE -> Html.all(fragment.text());
      case SUBJECT -> tag("mark", fragment.text());
      case ADDED -> tag("ins", fragment.text());
      case REMOVED -> tag("del", fragment.text());
    };
  }

  private static Html listing(Figure.Listing figure) {
    List<Column> columns =
        IntStream.range(0, figure.columns().size())
            .mapToObj(i -> new Column(figure.columns().get(i), isNumber(figure, i)))
            .toList();
    HtmlTable table = new HtmlTable(figure.caption().title(), columns);
    figure.rows().forEach(row -> table.row(row.stream().map(Drawing::cell).toArray()));
    return table.html();
  }

  private static boolean isNumber(Figure.Listing figure, int column) {
    return figure.rows().stream()
        .map(row -> row.get(column))
        .filter(cell -> cell != null)
        .findFirst()
        .map(cell -> cell instanceof Number)
        .orElse(false);
  }

  private static Object cell(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case Double number -> Double.isNaN(number) ? "" : Scale.words(number);
      case Long number -> "%,d".formatted(number);
      case Integer number -> "%,d".formatted(number);
      case Boolean flag -> flag ? "yes" : "no";
      default -> cell;
    };
  }
}
