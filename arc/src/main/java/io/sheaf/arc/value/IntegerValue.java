package io.sheaf.arc.value;

/// A whole number, or a truth value, which counts as 1 or 0 in every respect.
public final class IntegerValue extends Value {
  /// True.
  public static final IntegerValue TRUE = new IntegerValue(1, true);

  /// False.
  public static final IntegerValue FALSE = new IntegerValue(0, true);

  private static final int LEAST = -128;
  private static final IntegerValue[] SMALL = new IntegerValue[1152];

  static {
    for (int i = 0; i < SMALL.length; i++) {
      SMALL[i] = new IntegerValue(LEAST + i, false);
    }
  }

  private final long value;
  private final boolean logical;

  private IntegerValue(long value, boolean logical) {
    super(1);
    this.value = value;
    this.logical = logical;
  }

  /// The number.
  ///
  /// @param value any
  /// @return the number as a value
  public static IntegerValue of(long value) {
    long index = value - LEAST;
    return index >= 0 && index < SMALL.length ? SMALL[(int) index] : new IntegerValue(value, false);
  }

  /// The truth value.
  ///
  /// @param value any
  /// @return True or False
  public static IntegerValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /// The number; 1 for True, 0 for False.
  ///
  /// @return any long
  public long value() {
    return value;
  }

  /// Whether it is True or False and not a number.
  ///
  /// @return whether it is a truth value
  public boolean isLogical() {
    return logical;
  }

  @Override
  public boolean isTrue() {
    return value != 0;
  }

  @Override
  public String kind() {
    return logical ? "Bool" : "Int";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IntegerValue number && number.value == value;
  }

  @Override
  public int hashCode() {
    return Mixing.mix(value);
  }

  @Override
  public String toString() {
    return logical ? (value == 1 ? "True" : "False") : Long.toString(value);
  }
}
