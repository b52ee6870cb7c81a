package io.sheaf.arc.value;

/// What is found outside a grid.
public final class NoneValue extends Value {
  /// The only one.
  public static final NoneValue NONE = new NoneValue();

  private NoneValue() {
    super(1);
  }

  @Override
  public boolean isTrue() {
    return false;
  }

  @Override
  public String kind() {
    return "None";
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return 0x4E6F6E65;
  }

  @Override
  public String toString() {
    return "None";
  }
}
