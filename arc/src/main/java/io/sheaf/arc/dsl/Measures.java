package io.sheaf.arc.dsl;

import static io.sheaf.arc.dsl.Arguments.container;
import static io.sheaf.arc.dsl.Arguments.item;
import static io.sheaf.arc.dsl.Arguments.places;
import static io.sheaf.arc.dsl.Arguments.whole;

import io.sheaf.arc.value.Container;
import io.sheaf.arc.value.ErrorKind;
import io.sheaf.arc.value.Failure;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.IntegerValue;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.NoneValue;
import io.sheaf.arc.value.PackedSet;
import io.sheaf.arc.value.PairValue;
import io.sheaf.arc.value.Place;
import io.sheaf.arc.value.SetBuilder;
import io.sheaf.arc.value.SetValue;
import io.sheaf.arc.value.TupleValue;
import io.sheaf.arc.value.Value;

/// Sizes, corners and positions of grids and patches.
final class Measures {
  private static final int FARTHEST = 42;

  private Measures() {}

  static long height(Value piece) {
    Container container = container(piece);
    if (container.size() == 0 || container instanceof TupleValue) {
      return container.size();
    }
    return Box.of(piece).height();
  }

  static long width(Value piece) {
    Container container = container(piece);
    if (container.size() == 0) {
      return 0;
    }
    return container instanceof TupleValue tuple ? Arguments.width(tuple) : Box.of(piece).width();
  }

  static Value shape(Value piece) {
    return PairValue.of(height(piece), width(piece));
  }

  static boolean isPortrait(Value piece) {
    return height(piece) > width(piece);
  }

  static boolean isSquare(Value piece) {
    Container container = container(piece);
    if (container instanceof TupleValue grid) {
      return grid.size() == Arguments.width(grid);
    }
    long height = height(piece);
    return height == width(piece) && container.size() == height * height;
  }

  static boolean isLine(Value patch, boolean vertical) {
    long size = container(patch).size();
    return vertical
        ? height(patch) == size && width(patch) == 1
        : width(patch) == size && height(patch) == 1;
  }

  /// The item-wise extremes of the places of a patch; () for nothing.
  ///
  /// @param greatestRow whether the greatest first item is wanted, else the least
  /// @param greatestColumn the same of the second item
  static TupleValue corner(Value patch, boolean greatestRow, boolean greatestColumn) {
    Container indices = Arguments.indices(patch);
    if (indices.size() == 0) {
      return TupleValue.empty();
    }
    if (indices instanceof PackedSet set) {
      Box box = Box.of(set.packed());
      return PairValue.of(
          greatestRow ? box.bottom() : box.top(), greatestColumn ? box.right() : box.left());
    }
    return extremes(indices, greatestRow, greatestColumn);
  }

  private static TupleValue extremes(Container indices, boolean first, boolean second) {
    int length = Integer.MAX_VALUE;
    for (int i = 0; i < indices.size(); i++) {
      length = Math.min(length, container(indices.get(i)).size());
    }
    if (length > 2 && first != second) {
      throw Failure.of(ErrorKind.INDEX, "corner of places of " + length + " items");
    }
    Value[] items = new Value[length];
    for (int k = 0; k < length; k++) {
      boolean greatest = k == 0 ? first : second;
      Value best = container(indices.get(0)).get(k);
      for (int i = 1; i < indices.size(); i++) {
        Value other = container(indices.get(i)).get(k);
        if (greatest ? best.isLess(other) : other.isLess(best)) {
          best = other;
        }
      }
      items[k] = best;
    }
    return TupleValue.of(items);
  }

  static Value corners(Value patch) {
    return SetValue.of(
        corner(patch, false, false),
        corner(patch, false, true),
        corner(patch, true, false),
        corner(patch, true, true));
  }

  /// The middle, the lower and right one of two; packed.
  static long center(Value patch) {
    Box box = Box.of(patch);
    return Place.of(
        box.top() + Math.floorDiv(height(patch), 2), box.left() + Math.floorDiv(width(patch), 2));
  }

  static Value pair(long place) {
    return PairValue.of(Place.row(place), Place.column(place));
  }

  static Value centerOfMass(Value patch) {
    Container indices = Arguments.indices(patch);
    int size = container(patch).size();
    if (size == 0) {
      return TupleValue.empty();
    }
    int length = Integer.MAX_VALUE;
    for (int i = 0; i < indices.size(); i++) {
      length = Math.min(length, container(indices.get(i)).size());
    }
    Value[] means = new Value[length];
    for (int k = 0; k < length; k++) {
      long sum = 0;
      for (int i = 0; i < indices.size(); i++) {
        sum += whole(container(indices.get(i)).get(k));
      }
      means[k] = IntegerValue.of(Math.floorDiv(sum, size));
    }
    return TupleValue.of(means);
  }

  static Value index(Value grid, Value place) {
    Container two = Arguments.two(place);
    TupleValue rows = Arguments.tuple(grid);
    int width = Arguments.width(rows);
    long row = whole(two.get(0));
    if (row < 0 || row >= rows.size()) {
      return NoneValue.NONE;
    }
    long column = whole(two.get(1));
    if (column < 0 || column >= width) {
      return NoneValue.NONE;
    }
    return rows instanceof Grid cells
        ? Grid.unpacked(cells.at((int) row, (int) column))
        : item(rows.get((int) row), (int) column);
  }

  static boolean share(Value a, Value b, boolean rows) {
    SetBuilder builder = new SetBuilder();
    for (long place : places(a)) {
      builder.addPlace(Place.of(rows ? Place.row(place) : Place.column(place), 0));
    }
    SetValue numbers = builder.build();
    for (long place : places(b)) {
      int number = rows ? Place.row(place) : Place.column(place);
      if (numbers instanceof PackedSet set && set.containsPacked(Place.of(number, 0))) {
        return true;
      }
    }
    return false;
  }

  static long manhattan(Meter meter, Value a, Value b) {
    return distance(meter, places(a), places(b));
  }

  private static long distance(Meter meter, long[] a, long[] b) {
    if (a.length == 0 || b.length == 0) {
      throw Arguments.nothing();
    }
    long least = Long.MAX_VALUE;
    for (long x : a) {
      meter.step(1 + b.length / 16);
      int row = Place.row(x);
      int column = Place.column(x);
      for (long y : b) {
        long distance = (long) Math.abs(row - Place.row(y)) + Math.abs(column - Place.column(y));
        least = Math.min(least, distance);
      }
      if (least == 0) {
        return 0;
      }
    }
    return least;
  }

  static boolean isBordering(Value patch, Value grid) {
    Box box = Box.of(patch);
    TupleValue rows = Arguments.tuple(grid);
    return box.top() == 0
        || box.left() == 0
        || box.bottom() == rows.size() - 1
        || box.right() == Arguments.width(rows) - 1;
  }

  static Value position(Value a, Value b) {
    long from = center(Arguments.indices(a));
    long to = center(Arguments.indices(b));
    int rows = Integer.signum(Place.row(to) - Place.row(from));
    int columns = Place.column(from) < Place.column(to) ? 1 : -1;
    return rows != 0 && Place.column(from) == Place.column(to)
        ? PairValue.of(rows, 0)
        : PairValue.of(rows, columns);
  }

  static Value gravitate(Meter meter, Value source, Value destination) {
    long from = center(source);
    long to = center(destination);
    boolean vertical = Place.column(from) == Place.column(to);
    int way =
        (vertical ? Place.row(from) < Place.row(to) : Place.column(from) < Place.column(to))
            ? 1
            : -1;
    long[] moving = places(source).clone();
    long[] still = places(destination);
    int steps = 0;
    while (steps < FARTHEST && distance(meter, moving, still) != 1) {
      steps++;
      for (int i = 0; i < moving.length; i++) {
        int row = Place.row(moving[i]) + (vertical ? way : 0);
        moving[i] = Place.of(row, Place.column(moving[i]) + (vertical ? 0 : way));
      }
    }
    return vertical ? PairValue.of((long) way * steps, 0) : PairValue.of(0, (long) way * steps);
  }
}
