package io.sheaf.arc.dsl;

import static io.sheaf.arc.dsl.Arguments.container;
import static io.sheaf.arc.dsl.Arguments.item;
import static io.sheaf.arc.dsl.Arguments.two;

import io.sheaf.arc.value.Cells;
import io.sheaf.arc.value.Container;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.Indices;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.Place;
import io.sheaf.arc.value.SetBuilder;
import io.sheaf.arc.value.SetValue;
import io.sheaf.arc.value.TupleValue;
import io.sheaf.arc.value.Value;
import java.util.Arrays;

/// Where an object lies in a grid.
final class Occurrences {
  private Occurrences() {}

  static Value of(Meter meter, Value grid, Value object) {
    TupleValue rows = Arguments.tuple(grid);
    int width = Arguments.width(rows);
    Container normalized = container(Patches.normalize(object));
    long lastRow = rows.size() - Measures.height(object);
    long lastColumn = width - Measures.width(object);
    if (lastRow < 0 || lastColumn < 0) {
      return SetValue.empty();
    }
    meter.step((lastRow + 1) * (lastColumn + 1));
    return rows instanceof Grid cells && normalized instanceof Cells packed
        ? fast(meter, cells, packed, new Ends(lastRow, lastColumn))
        : plain(rows, width, normalized, new Ends(lastRow, lastColumn));
  }

  /// The last place that is tried.
  private record Ends(long row, long column) {}

  private static SetValue plain(TupleValue rows, int width, Container object, Ends ends) {
    SetBuilder builder = new SetBuilder();
    for (int i = 0; i <= ends.row(); i++) {
      for (int j = 0; j <= ends.column(); j++) {
        if (occurs(rows, width, object, Place.of(i, j))) {
          builder.addPlace(Place.of(i, j));
        }
      }
    }
    return builder.build();
  }

  private static boolean occurs(TupleValue rows, int width, Container object, long at) {
    for (int k = 0; k < object.size(); k++) {
      Container cell = two(object.get(k));
      long place = Arguments.place(cell.get(1));
      int row = Place.row(place) + Place.row(at);
      int column = Place.column(place) + Place.column(at);
      if (row >= rows.size()
          || column >= width
          || !item(rows.get(row), column).equals(cell.get(0))) {
        return false;
      }
    }
    return true;
  }

  /// The same for small numbers. The cells that are compared are counted as steps.
  private static SetValue fast(Meter meter, Grid grid, Cells object, Ends ends) {
    long[] packed = object.packed();
    int width = grid.width();
    int[] offsets = new int[packed.length];
    byte[] colours = new byte[packed.length];
    if (!fits(packed, grid, ends)) {
      return plain(grid, width, object, ends);
    }
    for (int k = 0; k < packed.length; k++) {
      offsets[k] = Place.row(packed[k]) * width + Place.column(packed[k]);
      int colour = Place.colour(packed[k]);
      colours[k] = colour == Place.NO_COLOUR ? Grid.NONE : (byte) colour;
    }
    byte[] cells = grid.cells();
    long[] found = new long[(int) ((ends.row() + 1) * (ends.column() + 1))];
    int size = 0;
    for (int i = 0; i <= ends.row(); i++) {
      long compared = 0;
      for (int j = 0; j <= ends.column(); j++) {
        int at = i * width + j;
        int k = 0;
        while (k < offsets.length && cells[at + offsets[k]] == colours[k]) {
          k++;
        }
        compared += k;
        if (k == offsets.length) {
          found[size++] = Place.of(i, j);
        }
      }
      meter.step(compared / 8);
    }
    return Indices.ofDistinct(Arrays.copyOf(found, size));
  }

  /// Whether every cell stays on the grid at every place that is tried, and has a grid's colour.
  private static boolean fits(long[] packed, Grid grid, Ends ends) {
    for (long cell : packed) {
      int colour = Place.colour(cell);
      if (Place.row(cell) + ends.row() >= grid.height()
          || Place.column(cell) + ends.column() >= grid.width()
          || (colour != Place.NO_COLOUR && (byte) colour != colour)
          || colour == Byte.MIN_VALUE) {
        return false;
      }
    }
    return true;
  }
}
