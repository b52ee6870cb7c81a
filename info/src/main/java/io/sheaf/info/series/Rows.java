package io.sheaf.info.series;

import io.sheaf.info.Segments;

/// The target rows that may give samples: those with at least `reach` rows before them in their
/// segment. Estimates to be compared, such as those of a scan over delays, should share one reach.
///
/// @param segments of all series; no history reaches over the border of one
/// @param reach rows that each target row needs before it, whatever its histories; at least 0
public record Rows(Segments segments, int reach) {
  /// Checks the bound.
  ///
  /// @throws IllegalArgumentException if reach < 0
  public Rows {
    if (reach < 0) {
      throw new IllegalArgumentException("reach = " + reach + ", expected reach >= 0");
    }
  }

  /// All rows of a variable, as one segment.
  ///
  /// @param variable any of the variables
  /// @return its rows
  public static Rows of(Variable variable) {
    return new Rows(Segments.whole(variable.rows()), 0);
  }

  /// These rows, less those with too few rows before them.
  ///
  /// @param least the least reach, at least 0
  /// @return the remaining rows
  public Rows reaching(int least) {
    return new Rows(segments, Math.max(reach, least));
  }
}
