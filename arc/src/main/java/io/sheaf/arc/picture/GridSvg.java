package io.sheaf.arc.picture;

import java.util.Formatter;
import java.util.Locale;

/// Grids as SVG.
public final class GridSvg {
  private GridSvg() {}

  /// A whole picture.
  ///
  /// @param sheet what is on it; captions are escaped
  /// @return the text of an SVG file
  public static String of(GridSheet sheet) {
    Formatter svg = new Formatter(Locale.ROOT);
    svg.format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\">%n",
        sheet.width(), sheet.height());
    svg.format("<rect width=\"100%%\" height=\"100%%\" fill=\"#%06x\"/>%n", GridSheet.BACKGROUND);
    sheet.draw(new SvgCanvas(svg));
    return svg.format("</svg>%n").toString();
  }

  private record SvgCanvas(Formatter svg) implements GridSheet.Canvas {
    @Override
    public void caption(int x, int y, String text) {
      svg.format(
          "<text x=\"%d\" y=\"%d\" font-family=\"monospace\" font-size=\"%d\">%s</text>%n",
          x, y, GridSheet.LETTER_SIZE, escaped(text));
    }

    @Override
    public void cell(int x, int y, int side, int rgb) {
      svg.format(
          "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#%06x\" stroke=\"#%06x\""
              + " stroke-width=\"0.5\"/>%n",
          x, y, side, side, rgb, GridSheet.LINE);
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
