package io.sheaf.info.series;

import java.util.Arrays;

/// Means, deviations and ties of columns.
final class Moments {
  private Moments() {}

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double rest = 0;
    for (double value : values) {
      rest += value - mean;
    }
    return mean + rest / values.length;
  }

  static boolean isConstant(double[] values) {
    for (double value : values) {
      if (value != values[0]) {
        return false;
      }
    }
    return true;
  }

  /// Each column less its mean and over its standard deviation, divisor n - 1; 0 if constant.
  static double[][] standardised(double[][] columns) {
    return Arrays.stream(columns).map(Moments::standardised).toArray(double[][]::new);
  }

  static double[] standardised(double[] values) {
    if (isConstant(values)) {
      return new double[values.length];
    }
    double[] standard = centred(values);
    double deviation = deviation(standard);
    for (int i = 0; i < standard.length; i++) {
      standard[i] /= deviation;
    }
    return standard;
  }

  /// The logarithm of the standard deviation, divisor n - 1, which itself may be out of range.
  static double logDeviation(double[] values) {
    return isConstant(values)
        ? Double.NEGATIVE_INFINITY
        : Math.log(scale(values)) + Math.log(deviation(centred(values)));
  }

  /// Scaled first, so that squares neither overflow nor vanish.
  private static double[] centred(double[] values) {
    double scale = scale(values);
    double[] centred = new double[values.length];
    Arrays.setAll(centred, i -> values[i] / scale);
    double mean = mean(centred);
    for (int i = 0; i < centred.length; i++) {
      centred[i] -= mean;
    }
    return centred;
  }

  private static double scale(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(1);
  }

  private static double deviation(double[] centred) {
    double squares = 0;
    for (double value : centred) {
      squares += value * value;
    }
    return Math.sqrt(squares / (centred.length - 1));
  }

  static double tiedShare(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int tied = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean before = i > 0 && sorted[i - 1] == sorted[i];
      boolean after = i + 1 < sorted.length && sorted[i + 1] == sorted[i];
      tied += before || after ? 1 : 0;
    }
    return sorted.length == 0 ? 0 : (double) tied / sorted.length;
  }
}
