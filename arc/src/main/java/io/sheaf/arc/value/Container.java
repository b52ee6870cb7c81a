package io.sheaf.arc.value;

/// A tuple or a set: elements in an order.
public abstract sealed class Container extends Value permits TupleValue, SetValue {
  Container(long weight) {
    super(weight);
  }

  /// The number of elements.
  ///
  /// @return 0 or more
  public abstract int size();

  /// An element, in the order of iteration.
  ///
  /// @param index in [0, size)
  /// @return the element
  public abstract Value get(int index);

  /// Whether some element equals the value.
  ///
  /// @param value any
  /// @return whether it is there
  public abstract boolean contains(Value value);

  /// All elements, in order.
  ///
  /// @return a new array
  public Value[] toArray() {
    Value[] all = new Value[size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = get(i);
    }
    return all;
  }

  @Override
  public final boolean isTrue() {
    return size() > 0;
  }

  final StringBuilder join(StringBuilder text) {
    for (int i = 0; i < size(); i++) {
      text.append(i == 0 ? "" : ", ").append(get(i));
    }
    return text;
  }
}
