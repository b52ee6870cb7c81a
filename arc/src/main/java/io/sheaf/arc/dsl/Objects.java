package io.sheaf.arc.dsl;

import static io.sheaf.arc.dsl.Arguments.container;
import static io.sheaf.arc.dsl.Arguments.item;
import static io.sheaf.arc.dsl.Arguments.tuple;

import io.sheaf.arc.value.Cells;
import io.sheaf.arc.value.Container;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.Indices;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.NoneValue;
import io.sheaf.arc.value.PairValue;
import io.sheaf.arc.value.Place;
import io.sheaf.arc.value.SetBuilder;
import io.sheaf.arc.value.SetValue;
import io.sheaf.arc.value.TupleValue;
import io.sheaf.arc.value.Value;
import java.util.Arrays;

/// Sets of places and cells, found in grids.
final class Objects {
  /// Up, down, left, right; up-left, up-right, down-left, down-right.
  static final int[][] STEPS = {
    {-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1}
  };

  private Objects() {}

  static Value asIndices(Value grid) {
    TupleValue rows = tuple(grid);
    if (rows.size() == 0) {
      return SetValue.empty();
    }
    int width = Arguments.width(rows);
    long[] places = new long[rows.size() * width];
    for (int i = 0; i < places.length; i++) {
      places[i] = Place.of(i / width, i % width);
    }
    return Indices.ofDistinct(places);
  }

  static Value asObject(Value grid) {
    if (grid instanceof Grid cells) {
      return all(cells);
    }
    TupleValue rows = tuple(grid);
    SetBuilder builder = new SetBuilder();
    for (int i = 0; i < rows.size(); i++) {
      Container row = container(rows.get(i));
      for (int j = 0; j < row.size(); j++) {
        builder.add(TupleValue.of(row.get(j), PairValue.of(i, j)));
      }
    }
    return builder.build();
  }

  /// The cell of a grid, packed; None keeps its meaning.
  private static long cell(Grid grid, int row, int column) {
    byte colour = grid.at(row, column);
    return Place.coloured(colour == Grid.NONE ? Place.NO_COLOUR : colour, Place.of(row, column));
  }

  private static Value all(Grid grid) {
    long[] packed = new long[grid.height() * grid.width()];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = cell(grid, i / grid.width(), i % grid.width());
    }
    return Cells.ofDistinct(packed);
  }

  static Value ofColor(Value grid, Value colour) {
    if (grid instanceof Grid cells) {
      return Grid.holds(colour) ? ofColor(cells, Grid.packed(colour)) : SetValue.empty();
    }
    TupleValue rows = tuple(grid);
    SetBuilder builder = new SetBuilder();
    for (int i = 0; i < rows.size(); i++) {
      Container row = container(rows.get(i));
      for (int j = 0; j < row.size(); j++) {
        if (row.get(j).equals(colour)) {
          builder.addPlace(Place.of(i, j));
        }
      }
    }
    return builder.build();
  }

  private static SetValue ofColor(Grid grid, byte colour) {
    byte[] cells = grid.cells();
    long[] places = new long[cells.length];
    int size = 0;
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] == colour) {
        places[size++] = Place.of(i / grid.width(), i % grid.width());
      }
    }
    return Indices.ofDistinct(Arrays.copyOf(places, size));
  }

  static Value toObject(Value patch, Value grid) {
    TupleValue rows = tuple(grid);
    int width = Arguments.width(rows);
    SetBuilder builder = new SetBuilder();
    for (long place : Arguments.places(patch)) {
      int row = Place.row(place);
      int column = Place.column(place);
      if (row >= 0 && row < rows.size() && column >= 0 && column < width) {
        if (rows instanceof Grid cells) {
          builder.addCell(cell(cells, row, column));
        } else {
          builder.add(TupleValue.of(item(rows.get(row), column), PairValue.of(row, column)));
        }
      }
    }
    return builder.build();
  }

  /// One object for each colour, in the order of the palette, but for one colour.
  static Value partition(Value grid, boolean foreground) {
    SetValue palette = Colours.palette(tuple(grid));
    Value background = foreground ? Colours.common(grid, true) : NoneValue.NONE;
    SetBuilder builder = new SetBuilder();
    for (int i = 0; i < palette.size(); i++) {
      Value colour = palette.get(i);
      if (!foreground || !colour.equals(background)) {
        builder.add(coloured(grid, colour));
      }
    }
    return builder.build();
  }

  private static Value coloured(Value grid, Value colour) {
    if (grid instanceof Grid) {
      return Patches.recolor(colour, ofColor(grid, colour));
    }
    Container cells = container(asObject(grid));
    SetBuilder builder = new SetBuilder();
    for (int i = 0; i < cells.size(); i++) {
      if (item(cells.get(i), 0).equals(colour)) {
        builder.add(cells.get(i));
      }
    }
    return builder.build();
  }

  static Value objects(Meter meter, Value grid, Value univalued, Value diagonal, Value foreground) {
    TupleValue rows = tuple(grid);
    Value background = foreground.isTrue() ? Colours.common(rows, true) : NoneValue.NONE;
    int width = Arguments.width(rows);
    boolean one = univalued.isTrue();
    int directions = diagonal.isTrue() ? 8 : 4;
    if (rows instanceof Grid cells) {
      return new Growth(cells.cells(), cells.width(), Grid.packed(background))
          .objects(one, directions);
    }
    return grown(meter, rows, width, background, one, directions);
  }

  /// Colours of any kind, numbered in the order in which they are met.
  private static Value grown(
      Meter meter, TupleValue rows, int width, Value background, boolean one, int directions) {
    meter.step((long) rows.size() * width);
    ColourNumbers numbers = new ColourNumbers(background);
    int[] colours = new int[rows.size() * width];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = numbers.of(item(rows.get(i / width), i % width));
    }
    SetBuilder builder = new SetBuilder();
    for (int[] places : new Growth.Regions(colours, width).grown(one, directions)) {
      SetBuilder object = new SetBuilder();
      for (int at : places) {
        object.add(
            TupleValue.of(
                item(rows.get(at / width), at % width), PairValue.of(at / width, at % width)));
      }
      builder.add(object.build());
    }
    return builder.build();
  }

  /// Each full row of one colour, then each such column.
  static Value frontiers(Value grid) {
    TupleValue rows = tuple(grid);
    Arguments.width(rows);
    SetBuilder builder = new SetBuilder();
    boolean[] uniform = uniform(rows);
    int width = Arguments.width(rows);
    for (int i = 0; i < uniform.length; i++) {
      if (uniform[i]) {
        SetBuilder line = new SetBuilder();
        for (int j = 0; j < width; j++) {
          line.add(TupleValue.of(item(rows.get(i), j), PairValue.of(i, j)));
        }
        builder.add(line.build());
      }
    }
    boolean[] columns = uniform(Transforms.transposed(rows));
    for (int j = 0; j < columns.length; j++) {
      if (columns[j]) {
        SetBuilder line = new SetBuilder();
        for (int i = 0; i < rows.size(); i++) {
          line.add(TupleValue.of(item(rows.get(i), j), PairValue.of(i, j)));
        }
        builder.add(line.build());
      }
    }
    return builder.build();
  }

  /// Which rows have exactly one colour.
  static boolean[] uniform(TupleValue rows) {
    boolean[] uniform = new boolean[rows.size()];
    for (int i = 0; i < uniform.length; i++) {
      Container row = container(rows.get(i));
      uniform[i] = row.size() > 0;
      for (int j = 1; j < row.size(); j++) {
        uniform[i] &= row.get(j).equals(row.get(0));
      }
    }
    return uniform;
  }
}
