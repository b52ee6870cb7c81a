package io.sheaf.arc.dsl;

import static io.sheaf.arc.dsl.Arguments.container;
import static io.sheaf.arc.dsl.Arguments.isColoured;
import static io.sheaf.arc.dsl.Arguments.place;
import static io.sheaf.arc.dsl.Arguments.two;
import static io.sheaf.arc.dsl.Arguments.wholeItem;

import io.sheaf.arc.value.CellValue;
import io.sheaf.arc.value.Cells;
import io.sheaf.arc.value.Container;
import io.sheaf.arc.value.Indices;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.PackedSet;
import io.sheaf.arc.value.PairValue;
import io.sheaf.arc.value.Place;
import io.sheaf.arc.value.SetBuilder;
import io.sheaf.arc.value.SetValue;
import io.sheaf.arc.value.TupleValue;
import io.sheaf.arc.value.Value;

/// Sets of places and cells, made of others.
final class Patches {
  private static final int FARTHEST = 42;
  private static final int FRONTIER = 30;

  private Patches() {}

  /// Where a place goes.
  @FunctionalInterface
  interface Motion {
    /// The new place, as [Place] packs it.
    long of(int row, int column);
  }

  static Value recolor(Value colour, Value patch) {
    Container indices = Arguments.indices(patch);
    if (indices instanceof Indices places && CellValue.holds(colour)) {
      long[] packed = places.packed();
      long[] cells = new long[packed.length];
      for (int i = 0; i < packed.length; i++) {
        cells[i] = Place.coloured(CellValue.packed(colour), packed[i]);
      }
      return Cells.ofDistinct(cells);
    }
    SetBuilder builder = new SetBuilder();
    for (int i = 0; i < indices.size(); i++) {
      builder.add(TupleValue.of(colour, indices.get(i)));
    }
    return builder.build();
  }

  /// A patch that is not empty, with every place moved one to one.
  static Value move(Container patch, Motion motion) {
    if (patch instanceof PackedSet set) {
      long[] packed = set.packed();
      long[] moved = new long[packed.length];
      for (int i = 0; i < packed.length; i++) {
        long to = motion.of(Place.row(packed[i]), Place.column(packed[i]));
        moved[i] = (packed[i] & ~Place.bare(-1)) | to;
      }
      return set instanceof Cells ? Cells.ofDistinct(moved) : Indices.ofDistinct(moved);
    }
    boolean coloured = isColoured(patch);
    SetBuilder builder = new SetBuilder();
    for (int i = 0; i < patch.size(); i++) {
      Container element = two(patch.get(i));
      long from = place(coloured ? element.get(1) : element);
      long to = motion.of(Place.row(from), Place.column(from));
      if (coloured) {
        builder.add(TupleValue.of(element.get(0), Measures.pair(to)));
      } else {
        builder.addPlace(to);
      }
    }
    return builder.build();
  }

  static Value shift(Value patch, Value directions) {
    Container container = container(patch);
    if (container.size() == 0) {
      return patch;
    }
    long by = place(directions);
    return shift(container, Place.row(by), Place.column(by));
  }

  static Value shift(Container patch, int rows, int columns) {
    return move(patch, (row, column) -> Place.of((long) row + rows, (long) column + columns));
  }

  static Value normalize(Value patch) {
    Container container = container(patch);
    if (container.size() == 0) {
      return patch;
    }
    Box box = Box.of(patch);
    return shift(container, -box.top(), -box.left());
  }

  /// The four places beside one, the four diagonal to it, or both.
  static Value neighbors(Value place, boolean straight, boolean diagonal) {
    long row = wholeItem(place, 0);
    long column = wholeItem(place, 1);
    SetBuilder builder = new SetBuilder();
    int[][] steps = Objects.STEPS;
    for (int i = straight ? 0 : 4; i < (diagonal ? 8 : 4); i++) {
      builder.addPlace(Place.of(row + steps[i][0], column + steps[i][1]));
    }
    return builder.build();
  }

  static Value backdrop(Meter meter, Value patch) {
    return container(patch).size() == 0
        ? SetValue.empty()
        : Indices.ofDistinct(Box.of(patch).places(meter));
  }

  static Value delta(Meter meter, Value patch) {
    if (container(patch).size() == 0) {
      return SetValue.empty();
    }
    Value backdrop = backdrop(meter, patch);
    return Containers.difference(backdrop, Arguments.set(Arguments.indices(patch)));
  }

  static Value box(Meter meter, Value patch) {
    return container(patch).size() == 0 ? patch : Box.of(patch).outline(meter);
  }

  static Value connect(Meter meter, Value a, Value b) {
    return connect(meter, place(a), place(b));
  }

  private static Value connect(Meter meter, long a, long b) {
    int rows = Place.row(b) - Place.row(a);
    int columns = Place.column(b) - Place.column(a);
    if (rows != 0 && columns != 0 && Math.abs(rows) != Math.abs(columns)) {
      return SetValue.empty();
    }
    boolean forward = rows > 0 || (rows == 0 && columns >= 0);
    long from = forward ? a : b;
    int steps = Math.max(Math.abs(rows), Math.abs(columns));
    meter.require(steps);
    int down = Integer.signum(forward ? rows : -rows);
    int right = Integer.signum(forward ? columns : -columns);
    long[] places = new long[steps + 1];
    for (int i = 0; i <= steps; i++) {
      places[i] = Place.of(Place.row(from) + i * down, Place.column(from) + i * right);
    }
    return Indices.ofDistinct(places);
  }

  static Value shoot(Meter meter, Value start, Value direction) {
    long from = place(start);
    long rows = Place.row(from) + FARTHEST * wholeItem(direction, 0);
    return connect(
        meter, from, Place.of(rows, Place.column(from) + FARTHEST * wholeItem(direction, 1)));
  }

  static Value frontier(Value place, boolean vertical) {
    long number = wholeItem(place, vertical ? 1 : 0);
    long[] places = new long[FRONTIER];
    for (int i = 0; i < FRONTIER; i++) {
      places[i] = vertical ? Place.of(i, number) : Place.of(number, i);
    }
    return Indices.ofDistinct(places);
  }

  /// Mirrors about the horizontal, the vertical, or both diagonals, inside the bounding box.
  static Value hmirror(Value patch) {
    Box box = mirrorBox(patch);
    long sum = box.top() + (long) box.bottom();
    return move(container(patch), (row, column) -> Place.of(sum - row, column));
  }

  static Value vmirror(Value patch) {
    Box box = mirrorBox(patch);
    long sum = box.left() + (long) box.right();
    return move(container(patch), (row, column) -> Place.of(row, sum - column));
  }

  static Value dmirror(Value patch) {
    Box box = Box.of(patch);
    long way = box.left() - (long) box.top();
    return move(container(patch), (row, column) -> Place.of(column - way, row + way));
  }

  private static Box mirrorBox(Value patch) {
    if (container(patch).size() == 0) {
      throw Arguments.outside(0, 0);
    }
    return Box.of(patch);
  }

  static Value upscale(Meter meter, Value object, Value factor) {
    Container container = container(object);
    if (container.size() == 0) {
      return SetValue.empty();
    }
    Box box = Box.of(object);
    long by = Arguments.whole(factor);
    SetBuilder builder = new SetBuilder();
    meter.require(by <= 0 ? 0 : by > 10_000 ? Long.MAX_VALUE / 4 : by * by * container.size());
    for (int i = 0; i < container.size(); i++) {
      Container cell = two(container.get(i));
      long from = place(cell.get(1));
      for (long r = 0; r < by; r++) {
        for (long c = 0; c < by; c++) {
          long row = box.top() + (Place.row(from) - box.top()) * by + r;
          long column = box.left() + (Place.column(from) - box.left()) * by + c;
          builder.add(TupleValue.of(cell.get(0), PairValue.of(row, column)));
        }
      }
    }
    return builder.build();
  }

  /// The smallest shift, at least 1, that maps the object into itself; else its extent.
  static long period(Meter meter, Value object, boolean horizontal) {
    Value normalized = normalize(object);
    long extent = horizontal ? Measures.width(normalized) : Measures.height(normalized);
    if (extent <= 1) {
      return extent;
    }
    Container cells = container(normalized);
    for (int p = 1; p < extent; p++) {
      meter.step(cells.size());
      if (repeats(cells, p, horizontal)) {
        return p;
      }
    }
    return extent;
  }

  private static boolean repeats(Container cells, int by, boolean horizontal) {
    for (int i = 0; i < cells.size(); i++) {
      Container cell = two(cells.get(i));
      long from = place(cell.get(1));
      int row = Place.row(from) - (horizontal ? 0 : by);
      int column = Place.column(from) - (horizontal ? by : 0);
      if (row >= 0
          && column >= 0
          && !cells.contains(TupleValue.of(cell.get(0), PairValue.of(row, column)))) {
        return false;
      }
    }
    return true;
  }
}
