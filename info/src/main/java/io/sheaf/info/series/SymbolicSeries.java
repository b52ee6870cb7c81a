package io.sheaf.info.series;

import io.sheaf.info.OrdinalPatterns;
import io.sheaf.info.Segments;
import io.sheaf.info.Ties;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The order of neighbouring values of a real-valued variable, as symbols: the first step of
/// symbolic transfer entropy, whose second is a [DiscreteEstimator] with histories of one pattern.
///
/// Only order counts, so that any increasing distortion of the values leaves the information as it
/// is. A pattern ends at its row; the next pattern shares all but one of its values. Series that
/// are compared must have equal dimension and spacing, so that their patterns belong to the same
/// rows. O(n d²) time for patterns of d values.
///
/// @param patterns the pattern that ends at each row with a full window, numbered, each dimension
///   by itself
/// @param segments of the patterns
/// @param firstRow row of the first pattern in a series of one segment
/// @see <a href="https://doi.org/10.1103/PhysRevLett.100.158101">Staniek, Lehnertz 2008</a>
public record SymbolicSeries(Variable patterns, Segments segments, int firstRow) {
  /// The patterns of a variable; the earlier of two equal values counts as the smaller.
  ///
  /// @param variable the variable
  /// @param dimension values of a pattern, 2 to 12
  /// @param spacing rows from one value to the next, at least 1
  /// @param segments of the variable
  /// @return the patterns
  /// @throws IllegalArgumentException if a number is out of bounds or no window fits
  public static SymbolicSeries of(
      Variable variable, int dimension, int spacing, Segments segments) {
    double[][] columns = new double[variable.dimensions()][];
    @Nullable OrdinalPatterns found = null;
    for (int d = 0; d < columns.length; d++) {
      found =
          OrdinalPatterns.of(variable.columns()[d], dimension, spacing, Ties.BY_POSITION, segments);
      OrdinalPatterns patterns = found;
      columns[d] = new double[patterns.symbols().length()];
      Arrays.setAll(columns[d], i -> patterns.symbols().at(i));
    }
    if (found == null || found.symbols().length() == 0) {
      throw new IllegalArgumentException(
          "%d rows, expected more than %d for a pattern of %d values"
              .formatted(variable.rows(), (dimension - 1L) * spacing, dimension));
    }
    return new SymbolicSeries(Variable.of(columns), found.segments(), found.row(0));
  }
}
