package io.sheaf.arc.picture;

import io.sheaf.arc.value.Cells;
import io.sheaf.arc.value.Container;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.PackedSet;
import io.sheaf.arc.value.Place;
import io.sheaf.arc.value.Value;
import java.util.Arrays;
import java.util.Optional;

/// Parts of grids as pictures: sets of places or cells, containers of such sets, wrong cells.
public final class PatchPicture {
  private static final byte PLACE = 5;

  private PatchPicture() {}

  /// What a value marks on a grid: cells in their colours, places in grey, nothing elsewhere.
  ///
  /// @param value any
  /// @param on the grid whose size the picture has
  /// @return empty if no cell of the grid is marked
  public static Optional<Grid> of(Value value, Grid on) {
    byte[] cells = new byte[on.height() * on.width()];
    Arrays.fill(cells, Grid.NONE);
    return mark(value, cells, on) ? Optional.of(Grid.of(cells, on.width())) : Optional.empty();
  }

  /// Where a grid is not what it should be: the cells that are wrong, in their true colours.
  ///
  /// @param found a grid
  /// @param truth what it should be
  /// @return empty if all cells are right, or the grids have different shapes
  public static Optional<Grid> wrong(Grid found, Grid truth) {
    if (found.height() != truth.height() || found.width() != truth.width() || found.equals(truth)) {
      return Optional.empty();
    }
    byte[] cells = truth.cells().clone();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i] == found.cells()[i] ? Grid.NONE : cells[i];
    }
    return Optional.of(Grid.of(cells, truth.width()));
  }

  private static boolean mark(Value value, byte[] cells, Grid on) {
    boolean isMarked = false;
    if (value instanceof PackedSet set) {
      for (long packed : set.packed()) {
        int row = Place.row(packed);
        int column = Place.column(packed);
        if (row >= 0 && row < on.height() && column >= 0 && column < on.width()) {
          cells[row * on.width() + column] =
              value instanceof Cells ? (byte) Place.colour(packed) : PLACE;
          isMarked = true;
        }
      }
    } else if (value instanceof Container container && !(value instanceof Grid)) {
      for (int i = 0; i < container.size(); i++) {
        isMarked |= mark(container.get(i), cells, on);
      }
    }
    return isMarked;
  }
}
