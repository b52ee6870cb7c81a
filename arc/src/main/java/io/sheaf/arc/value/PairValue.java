package io.sheaf.arc.value;

/// A tuple of two whole numbers: a row and a column, mostly. Truth values in it become numbers.
public final class PairValue extends TupleValue {
  private final int row;
  private final int column;

  PairValue(int row, int column) {
    super(1);
    this.row = row;
    this.column = column;
  }

  /// The tuple of two numbers.
  ///
  /// @param row first number
  /// @param column second number
  /// @return the tuple
  public static TupleValue of(long row, long column) {
    return holds(row, column)
        ? new PairValue((int) row, (int) column)
        : new ListTuple(new Value[] {IntegerValue.of(row), IntegerValue.of(column)});
  }

  static boolean holds(long row, long column) {
    return row == (int) row && column == (int) column;
  }

  /// The first number.
  ///
  /// @return a number
  public int row() {
    return row;
  }

  /// The second number.
  ///
  /// @return a number
  public int column() {
    return column;
  }

  /// Whether it can be a place of [Indices].
  ///
  /// @return whether both numbers are small enough
  public boolean isPackable() {
    return Place.holds(row, column);
  }

  @Override
  public int size() {
    return 2;
  }

  @Override
  public Value get(int index) {
    return IntegerValue.of(index == 0 ? row : column);
  }

  @Override
  boolean isRow() {
    return Grid.holds(row) && Grid.holds(column);
  }

  @Override
  byte cell(int index) {
    return (byte) (index == 0 ? row : column);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof PairValue pair && pair.row == row && pair.column == column);
  }

  @Override
  public int hashCode() {
    return Mixing.mix(((long) row << 32) | (column & 0xFFFFFFFFL));
  }
}
