package io.sheaf.arc.value;

/// A set of at least one place or cell, packed into longs.
public abstract sealed class PackedSet extends SetValue permits Indices, Cells {
  final LongTable table;
  private int hash;

  PackedSet(LongTable table) {
    super(1L + table.size());
    this.table = table;
  }

  /// The elements in order, packed as [Place] packs them.
  ///
  /// @return the set's own array, which must not be modified
  public final long[] packed() {
    return table.items();
  }

  /// Whether it has that element.
  ///
  /// @param packed a packed place or cell
  /// @return whether it is there
  public final boolean containsPacked(long packed) {
    return table.contains(packed);
  }

  @Override
  public final int size() {
    return table.size();
  }

  @Override
  public final boolean containsAll(SetValue other) {
    if (other.getClass() != getClass() || other.size() > size()) {
      return other.size() == 0;
    }
    for (long item : ((PackedSet) other).packed()) {
      if (!table.contains(item)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public final boolean equals(Object other) {
    return this == other
        || (other instanceof PackedSet set
            && set.getClass() == getClass()
            && set.size() == size()
            && set.hashCode() == hashCode()
            && containsAll(set));
  }

  @Override
  public final int hashCode() {
    if (hash == 0) {
      hash = table.hash();
    }
    return hash;
  }
}
