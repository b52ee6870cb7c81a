package io.sheaf.engine.config;

/// A number that remembers how it was written, for keys that take text. Immutable.
final class WrittenNumber extends Number {
  private static final long serialVersionUID = 1L;

  private final String text;
  private final double value;

  WrittenNumber(String text, double value) {
    this.text = text;
    this.value = value;
  }

  /// The value as others know it: a Double, also within lists.
  static Object plain(Object value) {
    return switch (value) {
      case WrittenNumber number -> (Object) number.value;
      case java.util.List<?> list -> list.stream().map(WrittenNumber::plain).toList();
      default -> value;
    };
  }

  @Override
  public double doubleValue() {
    return value;
  }

  @Override
  public float floatValue() {
    return (float) value;
  }

  @Override
  public long longValue() {
    return (long) value;
  }

  @Override
  public int intValue() {
    return (int) value;
  }

  @Override
  public String toString() {
    return text;
  }
}
