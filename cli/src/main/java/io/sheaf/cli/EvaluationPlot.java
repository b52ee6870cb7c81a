package io.sheaf.cli;

import io.sheaf.workloads.augment.AugmentEvaluation;
import java.awt.Color;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/// The picture of `sheaf augment evaluate`. A class of its own, as commands are loaded whole.
final class EvaluationPlot {
  private EvaluationPlot() {}

  static void save(Picture picture, List<AugmentEvaluation.Line> lines, int repetitions)
      throws IOException {
    XYChart chart =
        Picture.chart(
            "with and without variants, 95 %% intervals, n = %d repetitions".formatted(repetitions),
            "rows for training, without variants",
            "accuracy");
    double aside = lines.stream().mapToDouble(AugmentEvaluation.Line::rows).max().orElse(0) / 200;
    colour(
        series(chart, "without", lines, line -> new Point(line.rows() - aside, line.accuracy())),
        Picture.BLUE);
    colour(
        series(
            chart,
            "with variants",
            lines,
            line -> new Point(line.rows() + aside, line.accuracyWith())),
        Picture.RED);
    picture.save(chart);
  }

  /// A little aside of its rows, so that intervals do not hide each other.
  private record Point(double x, AugmentEvaluation.Mean mean) {}

  private static XYSeries series(
      XYChart chart,
      String name,
      List<AugmentEvaluation.Line> lines,
      Function<AugmentEvaluation.Line, Point> point) {
    List<Point> points = lines.stream().map(point).toList();
    return chart.addSeries(
        name,
        points.stream().mapToDouble(Point::x).toArray(),
        points.stream().mapToDouble(one -> one.mean.value()).toArray(),
        points.stream().mapToDouble(one -> one.mean.halfWidth()).toArray());
  }

  private static void colour(XYSeries series, Color colour) {
    series.setMarkerColor(colour);
    series.setMarker(SeriesMarkers.CIRCLE).setLineColor(colour);
  }
}
