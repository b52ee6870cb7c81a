package io.sheaf.arc.value;

/// A set of at least one place.
public final class Indices extends PackedSet {
  Indices(LongTable table) {
    super(table);
  }

  /// The set of places that are known to be different.
  ///
  /// @param packed places in order, packed; owned by the set from now on
  /// @return the set, empty if there are none
  public static SetValue ofDistinct(long[] packed) {
    return packed.length == 0 ? empty() : new Indices(new LongTable(packed));
  }

  @Override
  public Value get(int index) {
    long packed = table.get(index);
    return new PairValue(Place.row(packed), Place.column(packed));
  }

  @Override
  public boolean contains(Value value) {
    return value instanceof PairValue pair
        && pair.isPackable()
        && table.contains(Place.of(pair.row(), pair.column()));
  }
}
