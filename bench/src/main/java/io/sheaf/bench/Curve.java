package io.sheaf.bench;

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
    double most =
        curves.stream()
            .flatMap(curve -> curve.points.stream())
            .mapToDouble(point -> point[1])
            .max()
            .orElse(2);
    double largest =
        curves.stream()
            .flatMap(curve -> curve.points.stream())
            .mapToDouble(point -> point[0])
            .max()
            .orElse(10);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\"",
            WIDTH,
            HEIGHT));
    svg.append(String.format(Locale.ROOT, " font-family=\"sans-serif\" font-size=\"12\">%n"));
    svg.append(
        String.format(Locale.ROOT, "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"));
    svg.append(
        String.format(
            Locale.ROOT, "<text x=\"%d\" y=\"22\" font-size=\"14\">%s</text>%n", LEFT, title));
    for (double x = 1; x <= largest; x *= 10) {
      text(svg, px(x, largest), HEIGHT - BOTTOM + 18, "middle", "%,.0f".formatted(x));
    }
    text(svg, px(Math.sqrt(largest), largest), HEIGHT - 12, "middle", xTitle);
    double step = most > 3 ? 1 : most > 1.5 ? 0.2 : 0.1;
    for (int i = 0; 1 + i * step <= most; i++) {
      double y = py(1 + i * step, most);
      svg.append(
          String.format(
              Locale.ROOT, "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/>%n", LEFT, y, WIDTH - RIGHT));
      text(svg, LEFT - 6, y + 4, "end", "%.1f".formatted(1 + i * step));
    }
    for (int i = 0; i < curves.size(); i++) {
      String colour = COLOURS[i % COLOURS.length];
      svg.append(
          String.format(
              Locale.ROOT,
              "<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"",
              colour));
      for (double[] point : curves.get(i).points) {
        svg.append(
            String.format(Locale.ROOT, "%.1f,%.1f ", px(point[0], largest), py(point[1], most)));
      }
      svg.append(String.format(Locale.ROOT, "\"/>%n"));
      double y = TOP + 20.0 * i + 10;
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%.1f\" fill=\"%s\">",
              WIDTH - RIGHT + 10,
              y,
              colour));
      svg.append(String.format(Locale.ROOT, "%s</text>%n", curves.get(i).name));
    }
    return svg.append("</svg>\n").toString();
  }

  private static double px(double x, double largest) {
    return LEFT + (WIDTH - LEFT - RIGHT) * Math.log(x) / Math.log(largest);
  }

  private static double py(double y, double most) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (y - 1) / (most - 1);
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            text));
  }
}
