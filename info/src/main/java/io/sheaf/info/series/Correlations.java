package io.sheaf.info.series;

import java.util.Arrays;

/// Correlations of columns, and their Cholesky factors in any order of the columns. Confined.
///
/// A column that depends linearly on those before it is left out: it adds nothing to what they say.
final class Correlations {
  /// The least share of a column's variance that those before it may leave. Correlations are good
  /// to about 1e-15 times the number of rows, so that less is rounding.
  private static final double DEPENDENT = 1e-10;

  private final double[][] standard;
  private final double[][] matrix;

  /// @param standard columns of mean 0 and variance 1 (divisor n - 1), or of zeros; not modified
  Correlations(double[][] standard) {
    this.standard = standard;
    matrix = new double[standard.length][standard.length];
    for (int i = 0; i < standard.length; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = correlation(standard[i], standard[j]);
        matrix[j][i] = matrix[i][j];
      }
    }
  }

  /// The correlations of fixed columns and changed ones. Those among the fixed ones are taken over.
  Correlations(Correlations fixed, double[][] changed) {
    int kept = fixed.standard.length;
    standard = Arrays.copyOf(fixed.standard, kept + changed.length);
    System.arraycopy(changed, 0, standard, kept, changed.length);
    matrix = new double[standard.length][standard.length];
    for (int i = 0; i < standard.length; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = i < kept ? fixed.matrix[i][j] : correlation(standard[i], standard[j]);
        matrix[j][i] = matrix[i][j];
      }
    }
  }

  private static double correlation(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum / (a.length - 1);
  }

  Factor factor(int[] order) {
    return new Factor(order);
  }

  /// The Cholesky factor for columns in an order.
  final class Factor {
    private final int[] order;
    private final double[][] lower;
    private final double[] pivots;

    private Factor(int[] order) {
      this.order = order;
      lower = new double[order.length][order.length];
      pivots = new double[order.length];
      for (int i = 0; i < order.length; i++) {
        fill(i);
      }
    }

    private void fill(int i) {
      double rest = matrix[order[i]][order[i]];
      for (int j = 0; j < i; j++) {
        if (pivots[j] > 0) {
          double sum = matrix[order[i]][order[j]];
          for (int k = 0; k < j; k++) {
            sum -= lower[i][k] * lower[j][k];
          }
          lower[i][j] = sum / lower[j][j];
          rest -= lower[i][j] * lower[i][j];
        }
      }
      if (rest > DEPENDENT) {
        pivots[i] = rest;
        lower[i][i] = Math.sqrt(rest);
      }
    }

    /// The share of the variance of the column at a place that those before leave; 0 if none.
    double pivot(int place) {
      return pivots[place];
    }

    /// Replaces a sample by independent values of variance 1; 0 where a column adds nothing.
    double[] whitened(int sample) {
      double[] white = new double[order.length];
      for (int i = 0; i < white.length; i++) {
        if (pivots[i] > 0) {
          double rest = standard[order[i]][sample];
          for (int j = 0; j < i; j++) {
            rest -= lower[i][j] * white[j];
          }
          white[i] = rest / lower[i][i];
        }
      }
      return white;
    }
  }
}
