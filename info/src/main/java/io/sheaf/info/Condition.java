package io.sheaf.info;

/// A series to condition on: with the target value at row t, rows t - lag - history + 1 … t - lag
/// of it.
///
/// @param symbols the series, as long as source and target
/// @param history number of rows, at least 1
/// @param lag rows from the last of them to the target row; 0 is the target row itself
public record Condition(Symbols symbols, int history, int lag) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if history < 1 or lag < 0
  public Condition {
    if (history < 1) {
      throw new IllegalArgumentException("history = " + history + ", expected history >= 1");
    }
    if (lag < 0) {
      throw new IllegalArgumentException("lag = " + lag + ", expected lag >= 0");
    }
  }

  /// Rows before the target row that a sample needs.
  long reach() {
    return (long) lag + history - 1;
  }
}
