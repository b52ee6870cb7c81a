package io.sheaf.info.series;

import io.sheaf.info.internal.Xoshiro256PlusPlus;
import java.util.Arrays;
import java.util.List;

/// A real-valued variable of one or more dimensions, one value a row. Immutable; owns a copy.
public final class Variable {
  private final double[][] columns;

  private Variable(double[][] columns) {
    this.columns = columns;
  }

  /// A variable from its columns.
  ///
  /// @param columns one array a dimension, of equal length, finite; copied
  /// @return the variable
  /// @throws IllegalArgumentException if there is no column, lengths differ or a value is not
  ///   finite
  public static Variable of(double[]... columns) {
    if (columns.length == 0) {
      throw new IllegalArgumentException("0 columns, expected at least 1");
    }
    double[][] copy = new double[columns.length][];
    for (int d = 0; d < columns.length; d++) {
      copy[d] = columns[d].clone();
      if (copy[d].length != copy[0].length) {
        throw new IllegalArgumentException(
            "columns of %d and %d rows, expected equal lengths"
                .formatted(copy[0].length, copy[d].length));
      }
      for (int row = 0; row < copy[d].length; row++) {
        if (!Double.isFinite(copy[d][row])) {
          throw new IllegalArgumentException(
              "columns[%d][%d] = %s, expected a finite number".formatted(d, row, copy[d][row]));
        }
      }
    }
    return new Variable(copy);
  }

  /// One variable of all dimensions of several.
  ///
  /// @param parts variables of equal length, at least one
  /// @return the joint variable
  /// @throws IllegalArgumentException if there is none or lengths differ
  public static Variable joint(List<Variable> parts) {
    return of(parts.stream().flatMap(part -> Arrays.stream(part.columns)).toArray(double[][]::new));
  }

  /// The number of rows.
  ///
  /// @return 0 or more
  public int rows() {
    return columns[0].length;
  }

  /// The number of dimensions.
  ///
  /// @return 1 or more
  public int dimensions() {
    return columns.length;
  }

  /// One value.
  ///
  /// @param row its row
  /// @param dimension its dimension
  /// @return the value
  /// @throws IndexOutOfBoundsException if there is no such row or dimension
  public double at(int row, int dimension) {
    return columns[dimension][row];
  }

  /// Shared, not modified.
  double[][] columns() {
    return columns;
  }

  /// The variable with each column less its mean and over its standard deviation (divisor n - 1),
  /// so that all weigh alike in a distance. A constant column becomes 0.
  ///
  /// @return the new variable
  public Variable standardised() {
    return new Variable(Moments.standardised(columns));
  }

  /// The variable with Gaussian noise added, which takes ties apart. The same seed gives the same
  /// noise everywhere. Noise is never added unasked.
  ///
  /// @param standardDeviation of the noise, in units of the values, finite and at least 0
  /// @param seed of the random numbers
  /// @return the new variable
  /// @throws IllegalArgumentException if standardDeviation is negative or not finite
  public Variable withNoise(double standardDeviation, long seed) {
    if (!(standardDeviation >= 0) || Double.isInfinite(standardDeviation)) {
      throw new IllegalArgumentException(
          "standardDeviation = " + standardDeviation + ", expected 0 <= standardDeviation < inf");
    }
    double[][] noisy = new double[columns.length][];
    for (int d = 0; d < noisy.length; d++) {
      Xoshiro256PlusPlus random = Xoshiro256PlusPlus.stream(seed, d);
      noisy[d] = columns[d].clone();
      for (int row = 0; row < noisy[d].length; row++) {
        noisy[d][row] += standardDeviation * random.nextGaussian();
      }
    }
    return new Variable(noisy);
  }

  /// The share of rows whose value occurs in another row too, of the dimension where it is largest.
  /// Continuous data have none; neighbours at distance 0 bias [KsgEstimator].
  ///
  /// @return 0 to 1
  public double tiedShare() {
    return Arrays.stream(columns).mapToDouble(Moments::tiedShare).max().orElse(0);
  }

  /// Whether a dimension never changes.
  ///
  /// @return true if all values of some dimension are equal
  public boolean hasConstant() {
    return Arrays.stream(columns).anyMatch(Moments::isConstant);
  }
}
