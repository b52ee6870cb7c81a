package io.sheaf.info.series;

/// The digamma function of the whole numbers 1 … n, from its recurrence. Immutable.
final class Digamma {
  /// Euler's constant, the negative of digamma(1).
  private static final double EULER = 0.5772156649015329;

  private final double[] values;

  Digamma(int n) {
    values = new double[n + 1];
    values[0] = Double.NEGATIVE_INFINITY;
    double sum = -EULER;
    double lost = 0;
    for (int i = 1; i <= n; i++) {
      values[i] = sum;
      // Compensated, so that the error does not grow with n.
      double term = 1.0 / i - lost;
      double next = sum + term;
      lost = (next - sum) - term;
      sum = next;
    }
  }

  double of(int n) {
    return values[n];
  }
}
