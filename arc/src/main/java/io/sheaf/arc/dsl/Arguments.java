package io.sheaf.arc.dsl;

import io.sheaf.arc.value.CellValue;
import io.sheaf.arc.value.Cells;
import io.sheaf.arc.value.Container;
import io.sheaf.arc.value.ErrorKind;
import io.sheaf.arc.value.Failure;
import io.sheaf.arc.value.Indices;
import io.sheaf.arc.value.IntegerValue;
import io.sheaf.arc.value.PackedSet;
import io.sheaf.arc.value.PairValue;
import io.sheaf.arc.value.Place;
import io.sheaf.arc.value.SetBuilder;
import io.sheaf.arc.value.SetValue;
import io.sheaf.arc.value.TupleValue;
import io.sheaf.arc.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Arguments as what a primitive takes them for, or a failure.
final class Arguments {
  private Arguments() {}

  static long whole(Value value) {
    if (value instanceof IntegerValue number) {
      return number.value();
    }
    throw Failure.type("Int", value);
  }

  static Container container(Value value) {
    if (value instanceof Container container) {
      return container;
    }
    throw Failure.type("Tup or Set", value);
  }

  static TupleValue tuple(Value value) {
    if (value instanceof TupleValue tuple) {
      return tuple;
    }
    throw Failure.type("Tup", value);
  }

  static SetValue set(Value value) {
    if (value instanceof SetValue set) {
      return set;
    }
    throw Failure.type("Set", value);
  }

  /// An element of a tuple by its place.
  static Value item(Value value, int index) {
    TupleValue tuple = tuple(value);
    if (index >= tuple.size()) {
      throw outside(index, tuple.size());
    }
    return tuple.get(index);
  }

  static long wholeItem(Value value, int index) {
    return value instanceof PairValue pair
        ? index == 0 ? pair.row() : pair.column()
        : whole(item(value, index));
  }

  static Failure outside(long index, int size) {
    return Failure.of(ErrorKind.INDEX, "place " + index + " of " + size);
  }

  static Failure nothing() {
    return Failure.of(ErrorKind.VALUE, "expected at least one element, found none");
  }

  static Failure noFirst() {
    return Failure.of(ErrorKind.STOP, "no first element");
  }

  /// The two elements of something that has exactly two.
  static Container two(Value value) {
    Container container = container(value);
    if (container.size() != 2) {
      throw Failure.of(ErrorKind.VALUE, "expected 2 elements, found " + container.size());
    }
    return container;
  }

  /// A place with exactly two numbers, packed.
  static long place(Value value) {
    if (value instanceof PairValue pair) {
      return Place.of(pair.row(), pair.column());
    }
    Container two = two(value);
    return Place.of(whole(two.get(0)), whole(two.get(1)));
  }

  /// The width of a grid: that of its first row.
  static int width(TupleValue grid) {
    return container(item(grid, 0)).size();
  }

  /// Whether the elements of a patch that is not empty are told to be cells by the first of them.
  static boolean isColoured(Container patch) {
    return switch (patch) {
      case Cells _ -> true;
      case Indices _ -> false;
      default -> item(patch.get(0), 1) instanceof TupleValue;
    };
  }

  /// The locations of a patch, as the primitive `toindices` has them: a set of places, or the
  /// argument itself.
  static Container indices(Value patch) {
    Container container = container(patch);
    if (container.size() == 0) {
      return SetValue.empty();
    }
    if (container instanceof Cells cells) {
      return Indices.ofDistinct(bare(cells));
    }
    if (!isColoured(container)) {
      return container;
    }
    SetBuilder builder = new SetBuilder();
    for (int i = 0; i < container.size(); i++) {
      builder.add(two(container.get(i)).get(1));
    }
    return builder.build();
  }

  /// The locations of a patch, packed, in order; not to be modified.
  static long[] places(Value patch) {
    Container indices = indices(patch);
    if (indices instanceof Indices set) {
      return set.packed();
    }
    long[] places = new long[indices.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(indices.get(i));
    }
    return places;
  }

  /// The different locations of cells.
  private static long[] bare(Cells cells) {
    long[] packed = cells.packed();
    long[] places = new long[packed.length];
    for (int i = 0; i < packed.length; i++) {
      places[i] = Place.bare(packed[i]);
    }
    return isOneColour(packed) ? places : distinct(places);
  }

  private static boolean isOneColour(long[] packed) {
    int colour = Place.colour(packed[0]);
    for (long cell : packed) {
      if (Place.colour(cell) != colour) {
        return false;
      }
    }
    return true;
  }

  private static long[] distinct(long[] places) {
    SetBuilder builder = new SetBuilder();
    for (long place : places) {
      builder.addPlace(place);
    }
    return ((PackedSet) builder.build()).packed();
  }

  /// The cells of an object, packed, in order; null if a colour or place cannot be packed.
  static long @Nullable [] cells(Value object) {
    if (object instanceof Cells cells) {
      return cells.packed();
    }
    Container container = container(object);
    long[] cells = new long[container.size()];
    for (int i = 0; i < cells.length; i++) {
      Container cell = two(container.get(i));
      long place = place(cell.get(1));
      if (!CellValue.holds(cell.get(0))) {
        return null;
      }
      cells[i] = Place.coloured(CellValue.packed(cell.get(0)), place);
    }
    return cells;
  }

  /// A container of the kind of another, from the first elements of an array.
  static Container like(Container kind, Value[] items, int size) {
    return kind instanceof TupleValue
        ? TupleValue.ofFirst(items, size)
        : SetValue.of(Arrays.copyOf(items, size));
  }
}
