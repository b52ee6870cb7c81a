package io.sheaf.info.series;

/// Which rows of a variable are looked at, counted back from the target row t: t - lag, t - lag -
/// spacing, … t - lag - (length - 1) spacing.
///
/// @param length number of rows, at least 1
/// @param spacing rows from one to the next, at least 1 (tau)
/// @param lag rows from the latest to the target row; 0 is the target row itself
public record History(int length, int spacing, int lag) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if length < 1, spacing < 1 or lag < 0
  public History {
    if (length < 1) {
      throw new IllegalArgumentException("length = " + length + ", expected length >= 1");
    }
    if (spacing < 1) {
      throw new IllegalArgumentException("spacing = " + spacing + ", expected spacing >= 1");
    }
    if (lag < 0) {
      throw new IllegalArgumentException("lag = " + lag + ", expected lag >= 0");
    }
  }

  /// The history of one row.
  ///
  /// @param lag rows to the target row, at least 0
  /// @return the history
  /// @throws IllegalArgumentException if lag < 0
  public static History row(int lag) {
    return new History(1, 1, lag);
  }

  /// Rows before the target row that a sample needs.
  long reach() {
    return lag + (length - 1L) * spacing;
  }
}
