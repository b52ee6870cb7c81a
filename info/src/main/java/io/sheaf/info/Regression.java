package io.sheaf.info;

import java.util.ArrayList;
import java.util.List;

/// Ordinary least squares on the columns given so far, by modified Gram-Schmidt with one
/// reorthogonalisation. A column that depends on those before it adds nothing. Confined.
final class Regression {
  private static final double DEPENDENT = 1e-10;

  private final List<double[]> basis = new ArrayList<>();

  /// Adds a regressor; the column is copied.
  Regression add(double[] column) {
    double[] rest = residuals(residuals(column));
    double norm = Math.sqrt(product(rest, rest));
    if (norm > DEPENDENT * Math.sqrt(product(column, column))) {
      for (int i = 0; i < rest.length; i++) {
        rest[i] /= norm;
      }
      basis.add(rest);
    }
    return this;
  }

  /// What the regressors leave of a response; a new array.
  double[] residuals(double[] response) {
    double[] rest = response.clone();
    for (double[] direction : basis) {
      double share = product(direction, rest);
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= share * direction[i];
      }
    }
    return rest;
  }

  static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
