package io.sheaf.arc.dsl;

import static io.sheaf.arc.dsl.Arguments.container;
import static io.sheaf.arc.dsl.Arguments.item;
import static io.sheaf.arc.dsl.Arguments.tuple;
import static io.sheaf.arc.dsl.Arguments.two;
import static io.sheaf.arc.dsl.Arguments.whole;
import static io.sheaf.arc.dsl.Arguments.wholeItem;

import io.sheaf.arc.value.Container;
import io.sheaf.arc.value.ErrorKind;
import io.sheaf.arc.value.Failure;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.Place;
import io.sheaf.arc.value.TupleValue;
import io.sheaf.arc.value.Value;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Grids with other contents.
final class Edits {
  private Edits() {}

  /// A grid that is being written to, its cells of any kind.
  private static final class Canvas {
    private final Value[][] rows;
    private final int width;

    Canvas(TupleValue grid) {
      width = Arguments.width(grid);
      rows = new Value[grid.size()][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = container(grid.get(i)).toArray();
      }
    }

    /// Sets a cell unless it is off the grid, or unless it does not hold what must be there.
    void set(long place, Value colour, UnderColour under) {
      int row = Place.row(place);
      int column = Place.column(place);
      if (row < 0 || row >= rows.length || column < 0 || column >= width) {
        return;
      }
      if (column >= rows[row].length) {
        throw Arguments.outside(column, rows[row].length);
      }
      if (under.allows(rows[row][column])) {
        rows[row][column] = colour;
      }
    }

    TupleValue grid() {
      Value[] items = new Value[rows.length];
      for (int i = 0; i < items.length; i++) {
        items[i] = TupleValue.of(rows[i]);
      }
      return TupleValue.of(items);
    }
  }

  /// Which cells may be written over.
  @FunctionalInterface
  private interface UnderColour {
    boolean allows(Value present);
  }

  private static final UnderColour ANY = _ -> true;

  static Value fill(Value grid, Value colour, Value patch) {
    TupleValue rows = tuple(grid);
    if (rows instanceof Grid cells && Grid.holds(colour)) {
      return fill(cells, Grid.packed(colour), Arguments.places(patch));
    }
    return filled(rows, colour, patch, ANY);
  }

  private static Value fill(Grid grid, byte colour, long[] places) {
    byte[] cells = grid.cells().clone();
    for (long place : places) {
      int at = at(grid, place);
      if (at >= 0) {
        cells[at] = colour;
      }
    }
    return Grid.of(cells, grid.width());
  }

  /// Where a place is among the cells, -1 if it is off the grid.
  private static int at(Grid grid, long place) {
    int row = Place.row(place);
    int column = Place.column(place);
    return row >= 0 && row < grid.height() && column >= 0 && column < grid.width()
        ? row * grid.width() + column
        : -1;
  }

  private static Value filled(TupleValue rows, Value colour, Value patch, UnderColour under) {
    Canvas canvas = new Canvas(rows);
    for (long place : Arguments.places(patch)) {
      canvas.set(place, colour, under);
    }
    return canvas.grid();
  }

  static Value underfill(Value grid, Value colour, Value patch) {
    TupleValue rows = tuple(grid);
    Arguments.width(rows);
    Value background = Colours.common(rows, true);
    return filled(rows, colour, patch, background::equals);
  }

  static Value paint(Value grid, Value object) {
    TupleValue rows = tuple(grid);
    Arguments.width(rows);
    if (rows instanceof Grid cells) {
      long[] packed = Arguments.cells(object);
      Value painted = packed == null ? null : paint(cells, packed);
      if (painted != null) {
        return painted;
      }
    }
    return painted(rows, object, ANY);
  }

  /// Null if a colour is no cell of a grid.
  private static @Nullable Value paint(Grid grid, long[] packed) {
    byte[] cells = grid.cells().clone();
    for (long cell : packed) {
      int at = at(grid, cell);
      if (at >= 0) {
        int colour = Place.colour(cell);
        if (colour != Place.NO_COLOUR && (colour != (byte) colour || colour == Grid.NONE)) {
          return null;
        }
        cells[at] = colour == Place.NO_COLOUR ? Grid.NONE : (byte) colour;
      }
    }
    return Grid.of(cells, grid.width());
  }

  private static Value painted(TupleValue rows, Value object, UnderColour under) {
    Canvas canvas = new Canvas(rows);
    Container cells = container(object);
    for (int i = 0; i < cells.size(); i++) {
      Container cell = two(cells.get(i));
      canvas.set(Arguments.place(cell.get(1)), cell.get(0), under);
    }
    return canvas.grid();
  }

  static Value underpaint(Value grid, Value object) {
    TupleValue rows = tuple(grid);
    Arguments.width(rows);
    Value background = Colours.common(rows, true);
    return painted(rows, object, background::equals);
  }

  static Value cover(Value grid, Value patch) {
    return fill(grid, Colours.common(tuple(grid), true), Arguments.indices(patch));
  }

  static Value move(Value grid, Value object, Value offset) {
    return paint(cover(grid, object), Patches.shift(object, offset));
  }

  private static Value mapped(Value grid, UnaryOperator<Value> colours) {
    Value[] rows = tuple(grid).toArray();
    for (int i = 0; i < rows.length; i++) {
      Value[] row = container(rows[i]).toArray();
      Arrays.setAll(row, j -> colours.apply(row[j]));
      rows[i] = TupleValue.of(row);
    }
    return TupleValue.of(rows);
  }

  static Value replace(Value grid, Value from, Value to) {
    if (grid instanceof Grid cells && Grid.holds(to)) {
      return Grid.holds(from) ? exchanged(cells, Grid.packed(from), Grid.packed(to), false) : grid;
    }
    return mapped(grid, v -> v.equals(from) ? to : v);
  }

  static Value exchange(Value grid, Value a, Value b) {
    if (grid instanceof Grid cells && Grid.holds(a) && Grid.holds(b)) {
      return exchanged(cells, Grid.packed(a), Grid.packed(b), true);
    }
    return mapped(grid, v -> v.equals(a) ? b : v.equals(b) ? a : v);
  }

  private static Value exchanged(Grid grid, byte a, byte b, boolean mutual) {
    byte[] cells = grid.cells().clone();
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] == a) {
        cells[i] = b;
      } else if (mutual && cells[i] == b) {
        cells[i] = a;
      }
    }
    return Grid.of(cells, grid.width());
  }

  static TupleValue canvas(Meter meter, Value colour, Value dimensions) {
    long height = Math.max(0, wholeItem(dimensions, 0));
    if (height == 0) {
      return TupleValue.empty();
    }
    long width = Math.max(0, wholeItem(dimensions, 1));
    meter.require(Math.max(height, saturated(height, width)));
    if (width > 0 && Grid.holds(colour)) {
      byte[] cells = new byte[(int) (height * width)];
      Arrays.fill(cells, Grid.packed(colour));
      return Grid.of(cells, (int) width);
    }
    Value[] row = new Value[(int) width];
    Arrays.fill(row, colour);
    Value[] rows = new Value[(int) height];
    Arrays.fill(rows, TupleValue.of(row));
    return TupleValue.of(rows);
  }

  private static long saturated(long a, long b) {
    return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE / 4 : a * b;
  }

  static Value hconcat(Value a, Value b) {
    TupleValue left = tuple(a);
    TupleValue right = tuple(b);
    Value[] rows = new Value[Math.min(left.size(), right.size())];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Containers.combine(tuple(left.get(i)), tuple(right.get(i)));
    }
    return TupleValue.of(rows);
  }

  static Value vconcat(Value a, Value b) {
    return Containers.combine(tuple(a), tuple(b));
  }

  /// Every row as often as asked for.
  static TupleValue vupscale(Meter meter, Value grid, Value factor) {
    TupleValue rows = tuple(grid);
    int times = times(meter, rows, factor);
    Value[] items = new Value[rows.size() * times];
    for (int i = 0; i < items.length; i++) {
      items[i] = rows.get(i / times);
    }
    return TupleValue.of(items);
  }

  static TupleValue hupscale(Meter meter, Value grid, Value factor) {
    TupleValue rows = tuple(grid);
    int times = times(meter, rows, factor);
    Value[] items = new Value[rows.size()];
    for (int i = 0; i < items.length; i++) {
      Container row = container(rows.get(i));
      Value[] wide = new Value[row.size() * times];
      for (int j = 0; j < wide.length; j++) {
        wide[j] = row.get(j / times);
      }
      items[i] = TupleValue.of(wide);
    }
    return TupleValue.of(items);
  }

  private static int times(Meter meter, TupleValue rows, Value factor) {
    long times = rows.size() == 0 ? 0 : Math.max(0, whole(factor));
    meter.require(saturated(times, rows.weight()));
    return (int) times;
  }

  static Value upscale(Meter meter, Value element, Value factor) {
    return element instanceof TupleValue
        ? vupscale(meter, hupscale(meter, element, factor), factor)
        : Patches.upscale(meter, element, factor);
  }

  static Value downscale(Value grid, Value factor) {
    TupleValue rows = tuple(grid);
    int width = Arguments.width(rows);
    long by = Math.abs(whole(factor));
    if (by == 0) {
      throw Failure.of(ErrorKind.ZERO, "a scale of 0");
    }
    int step = (int) Math.min(by, Integer.MAX_VALUE / 2);
    Value[] kept = new Value[Math.ceilDiv(rows.size(), step)];
    for (int i = 0; i < rows.size(); i++) {
      Value[] row = new Value[Math.ceilDiv(width, step)];
      for (int j = 0; j < row.length; j++) {
        row[j] = item(rows.get(i), j * step);
      }
      if (i % step == 0) {
        kept[i / step] = TupleValue.of(row);
      }
    }
    return TupleValue.of(kept);
  }

  static Value cellwise(Value a, Value b, Value fallback) {
    TupleValue left = tuple(a);
    int width = Arguments.width(left);
    Value[] rows = new Value[left.size()];
    for (int i = 0; i < rows.length; i++) {
      Value[] row = new Value[width];
      for (int j = 0; j < width; j++) {
        Value value = item(left.get(i), j);
        row[j] = value.equals(item(item(b, i), j)) ? value : fallback;
      }
      rows[i] = TupleValue.of(row);
    }
    return TupleValue.of(rows);
  }
}
