package io.sheaf.arc.value;

/// A set of at least one cell: an object.
public final class Cells extends PackedSet {
  Cells(LongTable table) {
    super(table);
  }

  /// The set of cells that are known to be different.
  ///
  /// @param packed cells in order, packed; owned by the set from now on
  /// @return the set, empty if there are none
  public static SetValue ofDistinct(long[] packed) {
    return packed.length == 0 ? empty() : new Cells(new LongTable(packed));
  }

  @Override
  public Value get(int index) {
    return CellValue.of(table.get(index));
  }

  @Override
  public boolean contains(Value value) {
    return value instanceof CellValue cell && table.contains(cell.packed());
  }
}
