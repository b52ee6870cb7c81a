package io.sheaf.arc.value;

/// An immutable set that keeps the order in which its elements were added. The representation
/// follows from the contents: [Indices] if all are places, [Cells] if all are cells, else
/// [ListSet].
public abstract sealed class SetValue extends Container permits PackedSet, ListSet {
  SetValue(long weight) {
    super(weight);
  }

  /// The empty set, whatever of.
  ///
  /// @return {}
  public static SetValue empty() {
    return ListSet.EMPTY;
  }

  /// The set of these values, each at its first place.
  ///
  /// @param items the values, not modified
  /// @return the set in its compact form
  public static SetValue of(Value... items) {
    SetBuilder builder = new SetBuilder();
    for (Value item : items) {
      builder.add(item);
    }
    return builder.build();
  }

  /// Whether all elements of another set are in this one.
  ///
  /// @param other any set
  /// @return whether it is a superset
  public boolean containsAll(SetValue other) {
    if (other.size() > size()) {
      return false;
    }
    for (int i = 0; i < other.size(); i++) {
      if (!contains(other.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public final String kind() {
    return "Set";
  }

  @Override
  public final String toString() {
    return size() == 0 ? "{}" : join(new StringBuilder("{")).append('}').toString();
  }
}
