package io.sheaf.web.figure;

import static io.sheaf.web.Html.attribute;
import static io.sheaf.web.Html.tag;

import io.sheaf.engine.chapter.Figure;
import io.sheaf.web.Html;
import io.sheaf.web.HtmlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// A cell for each pair, darker for more, with the same in numbers below.
final class MatrixDrawing {
  private static final double MOST = 34;
  private static final double LETTER = 6.9;
  private static final int LONGEST_LABEL = 20;

  private MatrixDrawing() {}

  static Html of(Figure.Matrix figure) {
    double left = 34 + LETTER * longest(figure.to());
    double size = Math.min(MOST, (Plot.WIDTH - left - 4) / Math.max(1, figure.from().size()));
    double bottom = figure.to().size() * size;
    double height = bottom + 26 + LETTER * longest(figure.from());
    Plot plot = new Plot(Plot.WIDTH, height);
    for (int i = 0; i <= figure.to().size(); i++) {
      plot.line("axis", left, i * size, left + figure.from().size() * size, i * size);
    }
    for (int i = 0; i <= figure.from().size(); i++) {
      plot.line("axis", left + i * size, 0, left + i * size, bottom);
    }
    double greatest =
        figure.values().stream()
            .flatMap(List::stream)
            .filter(Double::isFinite)
            .mapToDouble(value -> value)
            .max()
            .orElse(0);
    for (int row = 0; row < figure.to().size(); row++) {
      String to = figure.to().get(row);
      plot.text(left - 6, (row + 0.5) * size + 4, "end", shortened(to));
      for (int column = 0; column < figure.from().size(); column++) {
        double value = figure.values().get(row).get(column);
        if (value > 0) {
          String words = "%s → %s: %s".formatted(figure.from().get(column), to, Scale.words(value));
          plot.add(cell(left + column * size, row * size, size, value / greatest, words));
        }
      }
    }
    for (int column = 0; column < figure.from().size(); column++) {
      plot.add(upright(left + (column + 0.5) * size + 4, bottom + 6, figure.from().get(column)));
    }
    plot.text(left + figure.from().size() * size / 2, height - 4, "middle", "from");
    plot.text(10, bottom / 2, "middle", "to");
    return Html.all(plot.html(Drawing.label(figure) + ", " + figure.axis()), numbers(figure));
  }

  private static Html cell(double x, double y, double size, double share, String title) {
    return tag(
        "rect",
        attribute("class", Legend.style(0)),
        attribute("x", Plot.number(x + 1)),
        attribute("y", Plot.number(y + 1)),
        attribute("width", Plot.number(Math.max(1, size - 2))),
        attribute("height", Plot.number(Math.max(1, size - 2))),
        attribute("fill-opacity", String.format(Locale.ROOT, "%.2f", 0.1 + 0.9 * share)),
        tag("title", title));
  }

  private static Html upright(double x, double y, String label) {
    return tag(
        "text",
        attribute("transform", "rotate(-90)"),
        attribute("x", Plot.number(-y)),
        attribute("y", Plot.number(x)),
        attribute("text-anchor", "end"),
        shortened(label));
  }

  private static int longest(List<String> labels) {
    return Math.min(LONGEST_LABEL, labels.stream().mapToInt(String::length).max().orElse(0));
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
  }

  private static Html numbers(Figure.Matrix figure) {
    List<HtmlTable.Column> columns = new ArrayList<>(List.of(HtmlTable.Column.text("to, from")));
    figure.from().forEach(name -> columns.add(HtmlTable.Column.number(name)));
    HtmlTable table = new HtmlTable(figure.caption().title() + ", " + figure.axis(), columns);
    IntStream.range(0, figure.to().size())
        .forEach(
            row -> {
              List<Object> cells = new ArrayList<>(List.of(figure.to().get(row)));
              figure
                  .values()
                  .get(row)
                  .forEach(value -> cells.add(Double.isNaN(value) ? "" : Scale.words(value)));
              table.row(cells.toArray());
            });
    return tag("details", tag("summary", "In numbers"), table.html());
  }
}
