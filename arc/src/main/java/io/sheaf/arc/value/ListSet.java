package io.sheaf.arc.value;

/// A set that has no more compact form.
public final class ListSet extends SetValue {
  static final ListSet EMPTY = new ListSet(new ValueTable(0));

  private final ValueTable table;
  private int hash;

  ListSet(ValueTable table) {
    super(1 + ListTuple.weights(table.items()));
    this.table = table;
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  public Value get(int index) {
    return table.get(index);
  }

  @Override
  public boolean contains(Value value) {
    return table.contains(value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ListSet set
            && set.size() == size()
            && set.hashCode() == hashCode()
            && containsAll(set));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      int sum = size();
      for (int i = 0; i < size(); i++) {
        sum += Mixing.mix(get(i).hashCode());
      }
      hash = sum;
    }
    return hash;
  }
}
