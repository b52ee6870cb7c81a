package io.sheaf.arc.picture;

import io.sheaf.arc.value.Grid;
import java.util.List;

/// Where grids and captions lie on a picture: side by side in rows, each row with a caption.
///
/// @param strips from top to bottom
public record GridSheet(List<Strip> strips) {
  /// Of a letter of a caption, wide enough for a monospaced font of `LETTER_SIZE`.
  private static final int LETTER = 8;

  private static final int CELL = 14;
  private static final int GAP = 24;
  private static final int CAPTION = 22;

  /// The size of the captions' font.
  public static final int LETTER_SIZE = 13;

  /// Behind everything, as 24 bits of red, green and blue.
  public static final int BACKGROUND = 0xF4F4F4;

  /// Around cells.
  public static final int LINE = 0x555555;

  public GridSheet {
    strips = List.copyOf(strips);
  }

  /// Grids under one caption.
  ///
  /// @param caption any text
  /// @param grids from left to right
  public record Strip(String caption, List<Grid> grids) {
    public Strip {
      grids = List.copyOf(grids);
    }

    private int width() {
      int all = grids.stream().mapToInt(grid -> grid.width() * CELL + GAP).sum();
      return GAP + Math.max(all, caption.length() * LETTER + GAP);
    }

    private int height() {
      return CAPTION + grids.stream().mapToInt(Grid::height).max().orElse(0) * CELL + GAP;
    }
  }

  /// What can be drawn on, in pixels from the upper left corner.
  public interface Canvas {
    /// Writes a line of text in a monospaced font.
    ///
    /// @param x its left end
    /// @param y its base line
    /// @param text any
    void caption(int x, int y, String text);

    /// Draws a square with a thin line around it.
    ///
    /// @param x its left edge
    /// @param y its upper edge
    /// @param side of the square
    /// @param rgb its colour, as 24 bits of red, green and blue
    void cell(int x, int y, int side, int rgb);
  }

  /// Of the whole picture.
  ///
  /// @return pixels
  public int width() {
    return strips.stream().mapToInt(Strip::width).max().orElse(GAP);
  }

  /// Of the whole picture.
  ///
  /// @return pixels
  public int height() {
    return strips.stream().mapToInt(Strip::height).sum() + GAP;
  }

  /// Draws everything but the background.
  ///
  /// @param canvas where to
  public void draw(Canvas canvas) {
    int top = GAP;
    for (Strip strip : strips) {
      canvas.caption(GAP, top, strip.caption());
      int left = GAP;
      for (Grid grid : strip.grids()) {
        draw(grid, left, top + CAPTION / 2, canvas);
        left += grid.width() * CELL + GAP;
      }
      top += strip.height();
    }
  }

  private static void draw(Grid grid, int left, int top, Canvas canvas) {
    for (int i = 0; i < grid.height(); i++) {
      for (int j = 0; j < grid.width(); j++) {
        canvas.cell(left + j * CELL, top + i * CELL, CELL, Palette.of(grid.at(i, j)));
      }
    }
  }
}
