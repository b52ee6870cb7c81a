package io.sheaf.info;

import java.util.Arrays;

/// The order of neighbouring values of a series, as symbols. Immutable.
///
/// The pattern of a window is the rank of each of its elements; patterns are numbered in the
/// lexicographic order of their ranks. Only windows inside one segment have a pattern. O(n d²) time
/// for windows of d elements.
///
/// @see <a href="https://doi.org/10.1103/PhysRevLett.88.174102">Bandt, Pompe 2002</a>
/// @see <a href="https://doi.org/10.1103/PhysRevLett.100.158101">Staniek, Lehnertz 2008</a>
public final class OrdinalPatterns {
  private final Symbols symbols;
  private final Segments segments;
  private final int[] rows;

  private OrdinalPatterns(Symbols symbols, Segments segments, int[] rows) {
    this.symbols = symbols;
    this.segments = segments;
    this.rows = rows;
  }

  /// The patterns of a series.
  ///
  /// @param series the values; not NaN inside segments; not modified
  /// @param dimension elements of a window: 2 to 12, or 2 to 11 for [Ties#EQUAL]
  /// @param delay rows from one element to the next, at least 1
  /// @param rule what equal values mean
  /// @param s segments of the series
  /// @return one pattern for each window, possibly none
  /// @throws IllegalArgumentException if an argument is out of bounds or a value is NaN
  public static OrdinalPatterns of(
      double[] series, int dimension, int delay, Ties rule, Segments s) {
    if (s.length() != series.length) {
      throw new IllegalArgumentException(
          "series of %d rows, expected %d like the segments".formatted(series.length, s.length()));
    }
    if (delay < 1) {
      throw new IllegalArgumentException("delay = " + delay + ", expected delay >= 1");
    }
    PatternNumbers numbers = PatternNumbers.of(dimension, rule);
    long reach = (dimension - 1L) * delay;
    int[] found = new int[series.length];
    int[] rows = new int[series.length];
    boolean[] starts = new boolean[series.length];
    double[] window = new double[dimension];
    int count = 0;
    for (int segment = 0; segment < s.count(); segment++) {
      requireNumbers(series, s.start(segment), s.end(segment));
      for (long row = s.start(segment) + reach; row < s.end(segment); row++) {
        for (int j = 0; j < dimension; j++) {
          window[j] = series[(int) (row - (long) (dimension - 1 - j) * delay)];
        }
        starts[count] |= row == s.start(segment) + reach;
        rows[count] = (int) row;
        found[count++] = numbers.number(window);
      }
    }
    return new OrdinalPatterns(
        Symbols.of(Arrays.copyOf(found, count), numbers.patterns()),
        Segments.startingAt(Arrays.copyOf(starts, count)),
        Arrays.copyOf(rows, count));
  }

  private static void requireNumbers(double[] series, int start, int end) {
    for (int row = start; row < end; row++) {
      if (Double.isNaN(series[row])) {
        throw new IllegalArgumentException("series[" + row + "] = NaN, expected a number");
      }
    }
  }

  /// The patterns.
  ///
  /// @return their numbers, over the alphabet of all possible patterns
  public Symbols symbols() {
    return symbols;
  }

  /// The segments of the series of patterns; one that is shorter than a window is left out.
  ///
  /// @return the segments, which cover all patterns
  public Segments segments() {
    return segments;
  }

  /// The row of the last element of a window in the original series; rows ascend.
  ///
  /// @param i number of the pattern, from 0
  /// @return its row
  /// @throws IndexOutOfBoundsException if there is no such pattern
  public int row(int i) {
    return rows[i];
  }
}
