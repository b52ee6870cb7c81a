package io.sheaf.bench;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/// A line in a picture.
///
/// @param points x and y of each
record Curve(String name, List<double[]> points) {
  private static final int WIDTH = 680;
  private static final int HEIGHT = 360;
  private static final int LEFT = 50;
  private static final int RIGHT = 190;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;
  private static final String[] COLOURS = {"#0072b2", "#e69f00", "#cc79a7", "#009e73", "#d55e00"};

  /// What curves are drawn against.
  ///
  /// @param x what runs to the right
  /// @param logarithmic whether x begins at 1 and every power of 10 is as wide; else it begins at 0
  /// @param least where y begins
  record Axes(String title, String x, boolean logarithmic, double least) {}

  /// A picture of curves.
  static String svg(Axes axes, List<Curve> curves) {
    double most = largest(curves, 1);
    double longest = largest(curves, 0);
    Places places = new Places(axes, longest, most);
    Formatter svg = new Formatter(Locale.ROOT);
    svg.format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\"", WIDTH, HEIGHT);
    svg.format(" font-family=\"sans-serif\" font-size=\"12\">%n");
    svg.format("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n");
    svg.format("<text x=\"%d\" y=\"22\" font-size=\"14\">%s</text>%n", LEFT, axes.title);
    double wide = step(longest);
    for (double x = axes.logarithmic ? 1 : 0;
        x <= longest;
        x = axes.logarithmic ? x * 10 : x + wide) {
      text(svg, places.x(x), HEIGHT - BOTTOM + 18, "middle", label(x, axes.logarithmic ? 1 : wide));
    }
    text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", axes.x);
    double step = step(most - axes.least);
    for (int i = 0; axes.least + i * step <= most; i++) {
      double y = places.y(axes.least + i * step);
      svg.format("<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>%n", LEFT, y, WIDTH - RIGHT);
      text(svg, LEFT - 6, y + 4, "end", label(axes.least + i * step, Math.min(step, 0.1)));
    }
    for (int i = 0; i < curves.size(); i++) {
      String colour = COLOURS[i % COLOURS.length];
      svg.format("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"", colour);
      for (double[] point : curves.get(i).points) {
        svg.format("%.1f,%.1f ", places.x(point[0]), places.y(point[1]));
      }
      svg.format("\"/>%n");
      double y = TOP + 20.0 * i + 10;
      svg.format("<text x=\"%d\" y=\"%.1f\" fill=\"%s\">", WIDTH - RIGHT + 10, y, colour);
      svg.format("%s</text>%n", curves.get(i).name);
    }
    return svg.format("</svg>%n").toString();
  }

  private static double largest(List<Curve> curves, int axis) {
    return curves.stream()
        .flatMap(curve -> curve.points.stream())
        .mapToDouble(point -> point[axis])
        .max()
        .orElseThrow();
  }

  /// 1, 2 or 5 times a power of 10, of which a range has at most six.
  private static double step(double range) {
    double power = Math.pow(10, Math.floor(Math.log10(range / 6)));
    double times = range / 6 / power;
    return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
  }

  private static String label(double value, double step) {
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private record Places(Axes axes, double longest, double most) {
    double x(double x) {
      double share = axes.logarithmic ? Math.log(x) / Math.log(longest) : x / longest;
      return LEFT + (WIDTH - LEFT - RIGHT) * share;
    }

    double y(double y) {
      return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (y - axes.least) / (most - axes.least);
    }
  }

  private static void text(Formatter svg, double x, double y, String anchor, String text) {
    svg.format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text);
  }
}
