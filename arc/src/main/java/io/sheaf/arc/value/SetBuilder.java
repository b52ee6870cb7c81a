package io.sheaf.arc.value;

import org.jspecify.annotations.Nullable;

/// Collects the elements of a set, the first of equal ones, and chooses its representation.
///
/// Confined to one thread; of no more use after [#build].
public final class SetBuilder {
  private @Nullable LongTable packed;
  private @Nullable ValueTable values;
  private boolean coloured;

  /// A builder of the empty set.
  public SetBuilder() {}

  /// Adds a value unless it is there.
  ///
  /// @param value any
  public void add(Value value) {
    if (values == null) {
      if (value instanceof PairValue pair && pair.isPackable()) {
        addPlace(Place.of(pair.row(), pair.column()));
        return;
      }
      if (value instanceof CellValue cell) {
        addCell(cell.packed());
        return;
      }
    }
    unpacked().add(value);
  }

  /// Adds a place unless it is there.
  ///
  /// @param place packed
  public void addPlace(long place) {
    if (values == null && (packed == null || !coloured)) {
      table().add(place);
    } else {
      unpacked().add(new PairValue(Place.row(place), Place.column(place)));
    }
  }

  /// Adds a cell unless it is there.
  ///
  /// @param cell packed
  public void addCell(long cell) {
    if (values == null && (packed == null || coloured)) {
      coloured = true;
      table().add(cell);
    } else {
      unpacked().add(CellValue.of(cell));
    }
  }

  private LongTable table() {
    if (packed == null) {
      packed = new LongTable(8);
    }
    return packed;
  }

  /// From now on, values are kept as they are.
  private ValueTable unpacked() {
    if (values == null) {
      SetValue before = build();
      values = new ValueTable(before.size() + 1);
      for (int i = 0; i < before.size(); i++) {
        values.add(before.get(i));
      }
    }
    return values;
  }

  /// The set.
  ///
  /// @return in its compact form
  public SetValue build() {
    if (values != null) {
      return new ListSet(values);
    }
    if (packed == null) {
      return SetValue.empty();
    }
    return coloured ? new Cells(packed) : new Indices(packed);
  }
}
