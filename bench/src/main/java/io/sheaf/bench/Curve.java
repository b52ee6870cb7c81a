package io.sheaf.bench;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/// A line in a picture: x on a logarithmic axis.
///
/// @param points x and y of each
record Curve(String name, List<double[]> points) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 50;
  private static final int RIGHT = 150;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;
  private static final String[] COLOURS = {"#0072b2", "#e69f00", "#cc79a7", "#009e73"};

  /// A picture of curves whose y begin at 1.
  static String svg(String title, String xTitle, List<Curve> curves) {
    double most = largest(curves, 1);
    double longest = largest(curves, 0);
    Formatter svg = new Formatter(Locale.ROOT);
    svg.format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\"", WIDTH, HEIGHT);
    svg.format(" font-family=\"sans-serif\" font-size=\"12\">%n");
    svg.format("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n");
    svg.format("<text x=\"%d\" y=\"22\" font-size=\"14\">%s</text>%n", LEFT, title);
    for (double x = 1; x <= longest; x *= 10) {
      text(
          svg,
          px(x, longest),
          HEIGHT - BOTTOM + 18,
          "middle",
          String.format(Locale.ROOT, "%,.0f", x));
    }
    text(svg, px(Math.sqrt(longest), longest), HEIGHT - 12, "middle", xTitle);
    double step = most > 3 ? 1 : most > 1.5 ? 0.2 : 0.1;
    for (int i = 0; 1 + i * step <= most; i++) {
      double y = py(1 + i * step, most);
      svg.format("<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>%n", LEFT, y, WIDTH - RIGHT);
      text(svg, LEFT - 6, y + 4, "end", String.format(Locale.ROOT, "%.1f", 1 + i * step));
    }
    for (int i = 0; i < curves.size(); i++) {
      String colour = COLOURS[i % COLOURS.length];
      svg.format("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"", colour);
      for (double[] point : curves.get(i).points) {
        svg.format("%.1f,%.1f ", px(point[0], longest), py(point[1], most));
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

  private static double px(double x, double longest) {
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.log(x) / Math.log(longest);
  }

  private static double py(double y, double most) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (y - 1) / (most - 1);
  }

  private static void text(Formatter svg, double x, double y, String anchor, String text) {
    svg.format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, text);
  }
}
