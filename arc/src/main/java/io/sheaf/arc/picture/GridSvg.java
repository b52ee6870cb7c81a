package io.sheaf.arc.picture;

import io.sheaf.arc.value.Grid;
import java.util.List;
import java.util.Locale;

/// Grids as SVG, side by side in rows, each row with a caption.
public final class GridSvg {
  private static final int CELL = 14;
  private static final int GAP = 24;
  private static final int CAPTION = 22;

  private GridSvg() {}

  /// Grids under one caption.
  ///
  /// @param caption any text; escaped
  /// @param grids from left to right
  public record Strip(String caption, List<Grid> grids) {
    public Strip {
      grids = List.copyOf(grids);
    }

    private int width() {
      return grids.stream().mapToInt(grid -> grid.width() * CELL + GAP).sum() + GAP;
    }

    private int height() {
      return CAPTION + grids.stream().mapToInt(Grid::height).max().orElse(0) * CELL + GAP;
    }
  }

  /// A whole picture.
  ///
  /// @param strips from top to bottom
  /// @return the text of an SVG file
  public static String of(List<Strip> strips) {
    int captions = strips.stream().mapToInt(strip -> strip.caption().length() * 8).max().orElse(0);
    int width =
        Math.max(captions + 2 * GAP, strips.stream().mapToInt(Strip::width).max().orElse(0));
    int height = strips.stream().mapToInt(Strip::height).sum() + GAP;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\">\n"
            .formatted(width, height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#f4f4f4\"/>\n");
    int top = GAP;
    for (Strip strip : strips) {
      draw(strip, top, svg);
      top += strip.height();
    }
    return svg.append("</svg>\n").toString();
  }

  private static void draw(Strip strip, int top, StringBuilder svg) {
    svg.append(
        "<text x=\"%d\" y=\"%d\" font-family=\"monospace\" font-size=\"13\">%s</text>\n"
            .formatted(GAP, top, escaped(strip.caption())));
    int left = GAP;
    for (Grid grid : strip.grids()) {
      draw(grid, left, top + CAPTION / 2, svg);
      left += grid.width() * CELL + GAP;
    }
  }

  private static void draw(Grid grid, int left, int top, StringBuilder svg) {
    for (int i = 0; i < grid.height(); i++) {
      for (int j = 0; j < grid.width(); j++) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\""
                    + " stroke=\"#555\" stroke-width=\"0.5\"/>\n",
                left + j * CELL,
                top + i * CELL,
                CELL,
                CELL,
                Palette.of(grid.at(i, j))));
      }
    }
  }

  /// Text as it may stand in XML and HTML.
  ///
  /// @param text any
  /// @return without what could be markup
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
