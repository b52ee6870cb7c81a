package io.sheaf.arc.task;

import io.sheaf.arc.value.Grid;
import java.util.Arrays;

/// Reads grids and checks that they are ARC's: 1 to 30 cells a side, colours 0 to 9, a rectangle.
final class GridReader {
  private static final int LONGEST = 30;
  private static final int HIGHEST = 9;

  private final Json json;
  private final byte[] cells = new byte[LONGEST * LONGEST];
  private int size;
  private int height;
  private int width;
  private int column;

  GridReader(Json json) {
    this.json = json;
  }

  Grid grid(String what) throws TaskException {
    int start = json.place();
    size = 0;
    height = 0;
    width = 0;
    json.array(() -> row(what));
    if (height == 0) {
      throw json.error(start, what + " has no rows, expected 1 to " + LONGEST);
    }
    return Grid.of(Arrays.copyOf(cells, size), width);
  }

  private void row(String what) throws TaskException {
    int start = json.place();
    column = 0;
    if (height == LONGEST) {
      throw json.error(start, what + " has more than " + LONGEST + " rows");
    }
    json.array(() -> cell(what));
    if (height == 0) {
      width = column;
    }
    if (column == 0 || column != width) {
      throw json.error(
          start,
          "%s, row %d has %d cells, expected %s"
              .formatted(what, height, column, width == 0 ? "at least 1" : width + " as row 0"));
    }
    height++;
  }

  private void cell(String what) throws TaskException {
    int start = json.place();
    int colour = json.whole();
    if (colour < 0 || colour > HIGHEST) {
      throw json.error(
          start,
          "%s, row %d, column %d: colour %d, expected 0 to %d"
              .formatted(what, height, column, colour, HIGHEST));
    }
    if (column == LONGEST) {
      throw json.error(start, "%s, row %d has more than %d cells".formatted(what, height, LONGEST));
    }
    column++;
    cells[size++] = (byte) colour;
  }
}
