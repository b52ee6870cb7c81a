package io.sheaf.web.figure;

import static io.sheaf.web.Html.attribute;
import static io.sheaf.web.Html.tag;

import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Point;
import io.sheaf.engine.chapter.Figure.Points;
import io.sheaf.web.Html;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Points and lines.
final class PointDrawing {
  private static final double SQUARE = 420;
  private static final double FLAT = 220;
  private static final double RADIUS = 3;

  private PointDrawing() {}

  static Html of(Figure.Scatter figure) {
    Plot plot = new Plot(Plot.WIDTH, SQUARE);
    DoubleSummaryStatistics x = range(figure.series(), Point::x);
    DoubleSummaryStatistics y = range(figure.series(), Point::y);
    if (figure.hasIdentity()) {
      x.combine(y);
      y = x;
    }
    Scale across = plot.across(padded(x, -1), padded(x, 1));
    Scale up = plot.up(padded(y, -1), padded(y, 1));
    plot.axes(across, figure.x(), up, figure.y());
    if (figure.hasIdentity()) {
      plot.line("identity", across.from(), up.from(), across.to(), up.to());
    }
    for (int i = 0; i < figure.series().size(); i++) {
      for (Point point : figure.series().get(i).points()) {
        plot.add(
            Marks.of(
                i,
                "point " + Legend.style(i),
                across.at(point.x()),
                up.at(point.y()),
                RADIUS,
                point.label()));
      }
    }
    return Html.all(plot.html(Drawing.label(figure)), legend(figure.series()));
  }

  static Html of(Figure.Lines figure) {
    Plot plot = new Plot(Plot.WIDTH, FLAT);
    DoubleSummaryStatistics x = range(figure.series(), Point::x);
    DoubleSummaryStatistics y = range(figure.series(), Point::y);
    Scale across = plot.across(x.getMin(), x.getMax());
    Scale up = plot.up(Math.min(0, y.getMin()), y.getMax() > 0 ? y.getMax() * 1.05 : 1);
    plot.axes(across, figure.x(), up, figure.y());
    for (int i = 0; i < figure.series().size(); i++) {
      plot.add(line(i, figure.series().get(i), across, up));
    }
    return Html.all(plot.html(Drawing.label(figure)), legend(figure.series()));
  }

  private static Html line(int series, Points points, Scale x, Scale y) {
    StringBuilder path = new StringBuilder();
    for (Point point : points.points()) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(Plot.number(x.at(point.x())))
          .append(' ')
          .append(Plot.number(y.at(point.y())));
    }
    return tag("path", attribute("class", "line l" + series % 6), attribute("d", path.toString()));
  }

  private static Html legend(List<Points> series) {
    return Legend.of(series.stream().map(Points::name).toList());
  }

  private static double padded(DoubleSummaryStatistics range, int side) {
    double pad = (range.getMax() - range.getMin()) * 0.04;
    return side < 0 ? range.getMin() - pad : range.getMax() + pad;
  }

  private static DoubleSummaryStatistics range(List<Points> series, ToDoubleFunction<Point> value) {
    DoubleSummaryStatistics range =
        series.stream()
            .flatMap(one -> one.points().stream())
            .mapToDouble(value)
            .filter(Double::isFinite)
            .summaryStatistics();
    if (range.getCount() == 0) {
      range.accept(0);
    }
    return range;
  }
}
