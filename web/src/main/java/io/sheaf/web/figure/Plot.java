package io.sheaf.web.figure;

import static io.sheaf.web.Html.attribute;
import static io.sheaf.web.Html.tag;

import io.sheaf.web.Html;
import java.util.ArrayList;
import java.util.List;

/// A drawing with two axes. Confined to one thread.
final class Plot {
  /// Of most; a page shows two beside each other.
  static final double WIDTH = 640;

  private static final double LEFT = 62;
  private static final double RIGHT = 14;
  private static final double TOP = 10;
  private static final double BOTTOM = 44;

  private final double width;
  private final double height;
  private final List<Html> marks = new ArrayList<>();

  Plot(double width, double height) {
    this.width = width;
    this.height = height;
  }

  Scale across(double low, double high) {
    return Scale.over(low, high, LEFT, width - RIGHT);
  }

  Scale up(double low, double high) {
    return Scale.over(low, high, height - BOTTOM, TOP);
  }

  void add(Html mark) {
    marks.add(mark);
  }

  /// Lines and numbers at round values, and the names of both axes.
  void axes(Scale x, String across, Scale y, String up) {
    for (double tick : x.ticks(7)) {
      grid(x.at(tick), y.from(), x.at(tick), y.to());
      text(x.at(tick), y.from() + 16, "middle", Scale.words(tick));
    }
    for (double tick : y.ticks(5)) {
      grid(x.from(), y.at(tick), x.to(), y.at(tick));
      text(x.from() - 6, y.at(tick) + 4, "end", Scale.words(tick));
    }
    text((x.from() + x.to()) / 2, height - 8, "middle", across);
    marks.add(
        tag(
            "text",
            attribute("transform", "rotate(-90)"),
            attribute("x", number(-(y.from() + y.to()) / 2)),
            attribute("y", 13),
            attribute("text-anchor", "middle"),
            up));
  }

  /// The line at 0, where values lie on both of its sides.
  void zero(Scale x, Scale y) {
    if (x.low() < 0 && x.high() > 0) {
      line("zero", x.at(0), y.from(), x.at(0), y.to());
    }
  }

  void line(String kind, double x1, double y1, double x2, double y2) {
    marks.add(
        tag(
            "line",
            attribute("class", kind),
            attribute("x1", number(x1)),
            attribute("y1", number(y1)),
            attribute("x2", number(x2)),
            attribute("y2", number(y2))));
  }

  void rectangle(String kind, double x, double y, double width, double high, String title) {
    marks.add(rectangleOf(kind, x, y, width, high, title));
  }

  static Html rectangleOf(
      String kind, double x, double y, double width, double high, String title) {
    return tag(
        "rect",
        attribute("class", kind),
        attribute("x", number(x)),
        attribute("y", number(y)),
        attribute("width", number(Math.max(0, width))),
        attribute("height", number(Math.max(0, high))),
        title.isEmpty() ? Html.NOTHING : tag("title", title));
  }

  void text(double x, double y, String anchor, String text) {
    marks.add(
        tag(
            "text",
            attribute("x", number(x)),
            attribute("y", number(y)),
            attribute("text-anchor", anchor),
            text));
  }

  private void grid(double x1, double y1, double x2, double y2) {
    line("axis", x1, y1, x2, y2);
  }

  /// The finished drawing.
  ///
  /// @param label says in words what it shows
  Html html(String label) {
    return tag(
        "svg",
        attribute("class", "plot"),
        attribute("viewBox", "0 0 %s %s".formatted(number(width), number(height))),
        attribute("role", "img"),
        attribute("aria-label", label),
        marks);
  }

  /// Rounded to a tenth, which is less than can be seen. There are many of these, so by hand.
  static String number(double value) {
    long tenths = Math.round(value * 10);
    long size = Math.abs(tenths);
    String sign = tenths < 0 ? "-" : "";
    return size % 10 == 0 ? sign + size / 10 : sign + size / 10 + "." + size % 10;
  }
}
