package io.sheaf.arc.value;

import java.util.Arrays;

/// A tuple that has no more compact form.
public final class ListTuple extends TupleValue {
  static final ListTuple EMPTY = new ListTuple(new Value[0]);

  private final Value[] items;
  private final boolean row;
  private int hash;

  ListTuple(Value[] items) {
    super(1 + weights(items));
    this.items = items;
    this.row = isRow(items);
  }

  private static boolean isRow(Value[] items) {
    for (Value item : items) {
      if (!Grid.holds(item)) {
        return false;
      }
    }
    return items.length > 0;
  }

  static long weights(Value[] items) {
    long sum = 0;
    for (Value item : items) {
      sum += item.weight();
    }
    return sum;
  }

  @Override
  public int size() {
    return items.length;
  }

  @Override
  public Value get(int index) {
    return items[index];
  }

  @Override
  public Value[] toArray() {
    return items.clone();
  }

  @Override
  boolean isRow() {
    return row;
  }

  @Override
  byte cell(int index) {
    return Grid.packed(items[index]);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ListTuple tuple
            && tuple.items.length == items.length
            && tuple.hashCode() == hashCode()
            && Arrays.equals(tuple.items, items));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int h = 1;
      for (Value item : items) {
        h = Mixing.mix(31L * h + item.hashCode());
      }
      hash = h;
    }
    return hash;
  }
}
