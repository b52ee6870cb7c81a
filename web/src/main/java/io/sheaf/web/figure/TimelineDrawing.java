package io.sheaf.web.figure;

import static io.sheaf.web.Html.attribute;
import static io.sheaf.web.Html.tag;

import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Lane;
import io.sheaf.engine.chapter.Figure.Span;
import io.sheaf.web.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rows of what was done when.
final class TimelineDrawing {
  private static final double WIDTH = 1300;
  private static final double LANE = 18;
  private static final double LEFT = 96;

  private TimelineDrawing() {}

  static Html of(Figure.Timeline figure) {
    double bottom = figure.lanes().size() * LANE + 4;
    Plot plot = new Plot(WIDTH, bottom + 38);
    Scale x = Scale.over(0, figure.end(), LEFT, WIDTH - 14);
    for (double tick : x.ticks(10)) {
      plot.line("axis", x.at(tick), 0, x.at(tick), bottom);
      plot.text(x.at(tick), bottom + 15, "middle", Scale.words(tick));
    }
    plot.text((x.from() + x.to()) / 2, bottom + 33, "middle", figure.axis());
    for (int i = 0; i < figure.lanes().size(); i++) {
      Lane lane = figure.lanes().get(i);
      plot.text(LEFT - 6, i * LANE + 14, "end", lane.name());
      for (Span span : lane.spans()) {
        plot.add(span(span, x, i * LANE + 2));
      }
    }
    List<String> kinds =
        figure.lanes().stream()
            .flatMap(lane -> lane.spans().stream())
            .map(Span::kind)
            .distinct()
            .sorted()
            .toList();
    return Html.all(
        plot.html(Drawing.label(figure)), Legend.ofStyles(kinds, TimelineDrawing::style));
  }

  private static Html span(Span span, Scale x, double top) {
    double from = x.at(span.from());
    List<Object> parts =
        new ArrayList<>(
            List.of(
                attribute("class", "span " + style(span.kind())),
                attribute("x", Plot.number(from)),
                attribute("y", Plot.number(top)),
                attribute("width", fine(Math.max(0.4, x.at(span.to()) - from))),
                attribute("height", Plot.number(LANE - 4))));
    if (span.share() < 1) {
      parts.add(attribute("fill-opacity", fine(0.15 + 0.85 * span.share())));
    }
    if (!span.label().isEmpty()) {
      parts.add(tag("title", span.label()));
    }
    return tag("rect", parts.toArray());
  }

  private static String style(String kind) {
    return "fill-" + kind.replaceAll("[^A-Za-z0-9]+", "-");
  }

  private static String fine(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
