package io.sheaf.arc.picture;

import io.sheaf.arc.value.Grid;
import java.util.List;

/// Grids as lines of text, side by side.
public final class GridText {
  private static final String GAP = "   ";

  private GridText() {}

  /// Several grids beside each other, upper edges in line.
  ///
  /// @param grids from left to right
  /// @param coloured whether cells are coloured by escape sequences, two spaces each, or written as
  ///   digits
  /// @return lines, each ended
  public static String beside(List<Grid> grids, boolean coloured) {
    int height = grids.stream().mapToInt(Grid::height).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (Grid grid : grids) {
        line.append(line.isEmpty() ? "" : GAP).append(row(grid, i, coloured));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static String row(Grid grid, int row, boolean coloured) {
    if (row >= grid.height()) {
      return "  ".repeat(grid.width());
    }
    StringBuilder text = new StringBuilder();
    for (int j = 0; j < grid.width(); j++) {
      byte cell = grid.at(row, j);
      if (coloured) {
        int rgb = Palette.of(cell);
        text.append("\033[48;2;%d;%d;%dm  ".formatted(rgb >> 16, (rgb >> 8) & 255, rgb & 255));
      } else {
        text.append(cell == Grid.NONE ? "." : Integer.toString(cell)).append(' ');
      }
    }
    return coloured ? text.append("\033[0m").toString() : text.toString();
  }
}
