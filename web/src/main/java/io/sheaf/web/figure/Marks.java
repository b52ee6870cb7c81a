package io.sheaf.web.figure;

import static io.sheaf.web.Html.attribute;
import static io.sheaf.web.Html.tag;

import io.sheaf.web.Html;

/// Marks of points, of another form for each series.
final class Marks {
  private Marks() {}

  /// A mark around a point.
  ///
  /// @param size from its middle to its edge
  static Html of(int series, String style, double x, double y, double size, String title) {
    String path =
        switch (series % 4) {
          case 0 ->
              "M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 %s 0z"
                  .formatted(
                      n(x - size),
                      n(y),
                      n(size),
                      n(size),
                      n(2 * size),
                      n(size),
                      n(size),
                      n(-2 * size));
          case 1 ->
              "M%s %sh%sv%sh%sz"
                  .formatted(n(x - size), n(y - size), n(2 * size), n(2 * size), n(-2 * size));
          case 2 ->
              "M%s %sl%s %sh%sz".formatted(n(x), n(y - size), n(size), n(2 * size), n(-2 * size));
          default ->
              "M%s %sl%s %sl%s %sl%s %sz"
                  .formatted(
                      n(x), n(y - size), n(size), n(size), n(-size), n(size), n(-size), n(-size));
        };
    return tag(
        "path",
        attribute("class", style),
        attribute("d", path),
        title.isEmpty() ? Html.NOTHING : tag("title", title));
  }

  private static String n(double value) {
    return Plot.number(value);
  }
}
