package io.sheaf.info.series;

/// A history of a variable. Immutable.
///
/// @param variable the variable
/// @param history which of its rows
public record Lagged(Variable variable, History history) {
  /// A single row of a variable.
  ///
  /// @param variable the variable
  /// @param lag rows to the target row, at least 0
  /// @return the history of that row
  /// @throws IllegalArgumentException if lag < 0
  public static Lagged row(Variable variable, int lag) {
    return new Lagged(variable, History.row(lag));
  }
}
