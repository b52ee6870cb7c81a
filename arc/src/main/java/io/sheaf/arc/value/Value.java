package io.sheaf.arc.value;

/// A value of the grid language. Immutable.
///
/// Equality is that of the language: deep, order-sensitive for tuples and not for sets, true and 1
/// are equal, functions are equal to themselves only.
public abstract sealed class Value permits IntegerValue, NoneValue, FunctionValue, Container {
  private final int weight;

  Value(long weight) {
    this.weight = (int) Math.min(weight, Integer.MAX_VALUE);
  }

  /// How many cells it stands for, contents included.
  ///
  /// @return at least 1; the greatest int where it would be more
  public final int weight() {
    return weight;
  }

  /// False for 0, False, None and whatever is empty.
  ///
  /// @return the truth of the value
  public abstract boolean isTrue();

  /// The kind for messages: Int, Bool, None, Tup, Set or Fn.
  ///
  /// @return a word
  public abstract String kind();

  /// The strict order of the language; sets by inclusion, so that neither may be less.
  ///
  /// @param other what to compare with
  /// @return whether this is less
  /// @throws Failure TYPE if the two cannot be ordered
  public final boolean isLess(Value other) {
    if (this instanceof IntegerValue a && other instanceof IntegerValue b) {
      return a.value() < b.value();
    }
    if (this instanceof TupleValue a && other instanceof TupleValue b) {
      return isLess(a, b);
    }
    if (this instanceof SetValue a && other instanceof SetValue b) {
      return a.size() < b.size() && b.containsAll(a);
    }
    throw Failure.type("an order of " + kind() + " and " + other.kind());
  }

  private static boolean isLess(TupleValue a, TupleValue b) {
    int shorter = Math.min(a.size(), b.size());
    for (int i = 0; i < shorter; i++) {
      Value x = a.get(i);
      Value y = b.get(i);
      if (!x.equals(y)) {
        return x.isLess(y);
      }
    }
    return a.size() < b.size();
  }

  @Override
  public abstract boolean equals(Object other);

  @Override
  public abstract int hashCode();
}
