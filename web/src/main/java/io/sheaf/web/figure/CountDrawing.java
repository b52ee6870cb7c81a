package io.sheaf.web.figure;

import static io.sheaf.web.Html.tag;

import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Series;
import io.sheaf.web.Html;
import io.sheaf.web.HtmlTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Histograms and bars, with the same in numbers below.
final class CountDrawing {
  private static final double HEIGHT = 240;
  private static final double BAR = 22;
  private static final int MOST_BARS = 60;
  private static final double LONGEST_LABEL = 32;

  private CountDrawing() {}

  static Html of(Figure.Histogram figure) {
    List<String> labels = new ArrayList<>();
    int bins = figure.series().isEmpty() ? 0 : figure.series().getFirst().values().size();
    double width = (figure.high() - figure.low()) / Math.max(1, bins);
    Plot plot = new Plot(Plot.WIDTH, HEIGHT);
    Scale x = plot.across(figure.low(), figure.high());
    Scale y = plot.up(0, 1.04 * Math.max(1, highest(figure.series(), bins)));
    plot.axes(x, figure.axis(), y, "number");
    for (int bin = 0; bin < bins; bin++) {
      double from = figure.low() + bin * width;
      labels.add(Scale.words(from) + " to " + Scale.words(from + width));
      double below = 0;
      for (int i = 0; i < figure.series().size(); i++) {
        Series series = figure.series().get(i);
        double value = series.values().get(bin);
        if (value > 0) {
          plot.rectangle(
              Legend.style(i),
              x.at(from) + 0.5,
              y.at(below + value),
              x.at(from + width) - x.at(from) - 1,
              y.at(below) - y.at(below + value),
              title(labels.getLast(), series.name(), value));
        }
        below += value;
      }
    }
    plot.zero(x, y);
    return Html.all(
        plot.html(Drawing.label(figure)),
        legend(figure.series()),
        numbers(figure, figure.axis(), labels, figure.series()));
  }

  static Html of(Figure.Bars figure) {
    int bars = Math.min(MOST_BARS, figure.labels().size());
    double highest = highest(figure.series(), figure.labels().size());
    double left = 14 + 6.9 * Math.min(LONGEST_LABEL, longest(figure.labels()));
    double height = bars * BAR + 40;
    Scale x = Scale.over(0, highest, left, Plot.WIDTH - 60);
    Plot plot = new Plot(Plot.WIDTH, height);
    for (double tick : x.ticks(5)) {
      plot.line("axis", x.at(tick), 0, x.at(tick), bars * BAR);
      plot.text(x.at(tick), bars * BAR + 15, "middle", Scale.words(tick));
    }
    plot.text((x.from() + x.to()) / 2, height - 4, "middle", figure.axis());
    for (int bar = 0; bar < bars; bar++) {
      String label = figure.labels().get(bar);
      plot.text(left - 6, bar * BAR + 15, "end", shortened(label));
      double before = 0;
      for (int i = 0; i < figure.series().size(); i++) {
        Series series = figure.series().get(i);
        double value = series.values().get(bar);
        if (value > 0) {
          plot.rectangle(
              Legend.style(i),
              x.at(before),
              bar * BAR + 3,
              x.at(before + value) - x.at(before),
              BAR - 6,
              title(label, series.name(), value));
        }
        before += value;
      }
      plot.text(x.at(before) + 5, bar * BAR + 15, "start", Scale.words(before));
    }
    return Html.all(
        plot.html(Drawing.label(figure)),
        legend(figure.series()),
        numbers(figure, "", figure.labels(), figure.series()));
  }

  private static double longest(List<String> labels) {
    return labels.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String shortened(String label) {
    return label.length() <= LONGEST_LABEL
        ? label
        : label.substring(0, (int) LONGEST_LABEL - 1) + "…";
  }

  /// Series that nothing fell into would only ask to be looked for.
  private static Html legend(List<Series> series) {
    List<Integer> shown =
        IntStream.range(0, series.size())
            .filter(i -> series.get(i).values().stream().anyMatch(value -> value > 0))
            .boxed()
            .toList();
    return Legend.of(series.stream().map(Series::name).toList(), shown);
  }

  private static String title(String label, String series, double value) {
    return label + (series.isEmpty() ? "" : ", " + series) + ": " + Scale.words(value);
  }

  private static double highest(List<Series> series, int bins) {
    double highest = 0;
    for (int bin = 0; bin < bins; bin++) {
      double sum = 0;
      for (Series one : series) {
        sum += one.values().get(bin);
      }
      highest = Math.max(highest, sum);
    }
    return highest;
  }

  private static Html numbers(
      Figure figure, String axis, List<String> labels, List<Series> series) {
    List<HtmlTable.Column> columns = new ArrayList<>(List.of(HtmlTable.Column.text(axis)));
    series.forEach(
        one -> columns.add(HtmlTable.Column.number(one.name().isEmpty() ? "number" : one.name())));
    HtmlTable table = new HtmlTable(figure.caption().title(), columns);
    for (int i = 0; i < labels.size(); i++) {
      Object[] cells = new Object[columns.size()];
      cells[0] = labels.get(i);
      for (int k = 0; k < series.size(); k++) {
        cells[k + 1] = Scale.words(series.get(k).values().get(i));
      }
      table.row(cells);
    }
    return tag("details", tag("summary", "In numbers"), table.html());
  }
}
