package io.sheaf.arc.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An immutable sequence of values. The representation follows from the contents: [Grid],
/// [PairValue], [CellValue], else [ListTuple].
public abstract sealed class TupleValue extends Container
    permits Grid, PairValue, CellValue, ListTuple {
  TupleValue(long weight) {
    super(weight);
  }

  /// The empty tuple, which is also the empty grid.
  ///
  /// @return ()
  public static TupleValue empty() {
    return ListTuple.EMPTY;
  }

  /// The tuple of these values.
  ///
  /// @param items the values; owned by the tuple from now on
  /// @return the tuple in its compact form
  public static TupleValue of(Value... items) {
    if (items.length == 0) {
      return empty();
    }
    if (items.length == 2) {
      TupleValue small = two(items[0], items[1]);
      if (small != null) {
        return small;
      }
    }
    if (items[0] instanceof TupleValue first && first.isRow()) {
      Grid grid = Grid.ofRows(items);
      if (grid != null) {
        return grid;
      }
    }
    return new ListTuple(items);
  }

  private static @Nullable TupleValue two(Value a, Value b) {
    if (b instanceof IntegerValue column) {
      return a instanceof IntegerValue row && PairValue.holds(row.value(), column.value())
          ? new PairValue((int) row.value(), (int) column.value())
          : null;
    }
    if (b instanceof PairValue place && place.isPackable() && CellValue.holds(a)) {
      return new CellValue(CellValue.packed(a), place);
    }
    return null;
  }

  /// The tuple of the first values of an array.
  ///
  /// @param items values; not modified
  /// @param size how many of them
  /// @return the tuple
  public static TupleValue ofFirst(Value[] items, int size) {
    return of(Arrays.copyOf(items, size));
  }

  /// Whether it can be a row of a [Grid]: at least one element, all small numbers or None.
  abstract boolean isRow();

  /// The number of a row of a grid at a place.
  abstract byte cell(int index);

  @Override
  public boolean contains(Value value) {
    for (int i = 0; i < size(); i++) {
      if (get(i).equals(value)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public final String kind() {
    return "Tup";
  }

  @Override
  public final String toString() {
    return join(new StringBuilder("(")).append(size() == 1 ? ",)" : ")").toString();
  }
}
