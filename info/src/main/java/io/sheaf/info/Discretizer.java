package io.sheaf.info;

import java.util.Arrays;

/// Bins of a real variable, found from data. Immutable; owns its edges.
public final class Discretizer {
  /// Edges this close to the one before are dropped.
  private static final double NARROWEST = 1e-8;

  private final double[] edges;

  private Discretizer(double[] edges) {
    this.edges = edges;
  }

  /// Bins with equal shares of the data, as scikit-learn 1.5 makes them.
  ///
  /// Edges are percentiles, interpolated linearly at position p(n - 1). An edge at most 1e-8 above
  /// the percentile before it is dropped, so heavy ties give fewer bins than asked for: see
  /// [#bins()].
  ///
  /// @param values the data, finite, at least one; not modified
  /// @param bins the greatest number of bins, at least 1
  /// @return the bins
  /// @throws IllegalArgumentException if there is no value, one is not finite, or bins < 1
  /// @see <a href="https://doi.org/10.2307/2684934">Hyndman, Fan 1996, definition 7</a>
  public static Discretizer quantiles(double[] values, int bins) {
    double[] sorted = checked(values, bins);
    Arrays.sort(sorted);
    double[] edges = new double[bins + 1];
    int kept = 0;
    double before = Double.NaN;
    for (int i = 0; i <= bins; i++) {
      double edge = quantile(sorted, i == bins ? 1 : i * (100.0 / bins) / 100);
      if (i == 0 || edge - before > NARROWEST) {
        edges[kept++] = edge;
      }
      before = edge;
    }
    return new Discretizer(Arrays.copyOf(edges, kept));
  }

  /// Bins of equal width between the smallest and the greatest value.
  ///
  /// @param values the data, finite, at least one; not modified
  /// @param bins number of bins, at least 1
  /// @return the bins; a single one if all values are equal
  /// @throws IllegalArgumentException if there is no value, one is not finite, or bins < 1
  public static Discretizer equalWidth(double[] values, int bins) {
    double[] sorted = checked(values, bins);
    Arrays.sort(sorted);
    double smallest = sorted[0];
    double greatest = sorted[sorted.length - 1];
    if (smallest == greatest) {
      return new Discretizer(new double[] {smallest});
    }
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      double share = (double) i / bins;
      edges[i] = smallest * (1 - share) + greatest * share;
    }
    return new Discretizer(edges);
  }

  private static double[] checked(double[] values, int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("bins = " + bins + ", expected bins >= 1");
    }
    if (values.length == 0) {
      throw new IllegalArgumentException("0 values, expected at least 1");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "values[%d] = %s, expected a finite number".formatted(i, values[i]));
      }
    }
    return values.clone();
  }

  /// Interpolates from the nearer neighbour, as numpy does, so that edges agree to the last bit.
  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    double step = position - below;
    double distance = sorted[above] - sorted[below];
    return step < 0.5 ? sorted[below] + distance * step : sorted[above] - distance * (1 - step);
  }

  /// The number of bins, which may be less than was asked for.
  ///
  /// @return the number of bins, at least 1
  public int bins() {
    return Math.max(1, edges.length - 1);
  }

  /// The edges of the bins, ascending, the outer ones included.
  ///
  /// @return a copy; a single edge if all values are equal
  public double[] edges() {
    return edges.clone();
  }

  /// The bins of values. A value equal to an inner edge belongs to the upper bin; values outside
  /// the outer edges belong to the outer bins.
  ///
  /// @param values numbers; not modified
  /// @return their bins, over the alphabet of all bins
  /// @throws IllegalArgumentException if a value is NaN
  public Symbols symbols(double[] values) {
    int[] symbols = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException("values[" + i + "] = NaN, expected a number");
      }
      for (int edge = 1; edge < edges.length - 1 && edges[edge] <= values[i]; edge++) {
        symbols[i]++;
      }
    }
    return Symbols.of(symbols, bins());
  }
}
