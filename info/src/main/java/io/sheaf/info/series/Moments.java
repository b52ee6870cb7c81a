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
    double[] standard = new double[values.length];
    if (isConstant(values)) {
      return standard;
    }
    // Scaled first, so that squares neither overflow nor vanish.
    double scale = Arrays.stream(values).map(Math::abs).max().orElse(1);
    Arrays.setAll(standard, i -> values[i] / scale);
    double mean = mean(standard);
    double squares = 0;
    for (int i = 0; i < standard.length; i++) {
      standard[i] -= mean;
      squares += standard[i] * standard[i];
    }
    double deviation = Math.sqrt(squares / (standard.length - 1));
    for (int i = 0; i < standard.length; i++) {
      standard[i] /= deviation;
    }
    return standard;
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
