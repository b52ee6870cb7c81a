package io.sheaf.info.series;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Random series of tests: the seed is printed and taken from -Dseed.
final class Randoms {
  private Randoms() {}

  static Random of(Class<?> test) {
    long seed = Long.getLong("seed", 20261122);
    System.out.println(test.getSimpleName() + ": -Dseed=" + seed);
    return Random.from(new SplittableRandom(seed));
  }

  static double[] normal(Random random, int n) {
    return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  static Variable normalVariable(Random random, int n, int dimensions) {
    return Variable.of(
        IntStream.range(0, dimensions).mapToObj(d -> normal(random, n)).toArray(double[][]::new));
  }

  /// `x[t] = a x[t-1] + noise`.
  static double[] autoregressive(Random random, int n, double a) {
    double[] x = normal(random, n);
    for (int t = 1; t < n; t++) {
      x[t] += a * x[t - 1];
    }
    return x;
  }

  /// `y[t] = a y[t-1] + c x[t-lag] + noise`.
  static double[] driven(Random random, double[] x, double a, double c, int lag) {
    double[] y = normal(random, x.length);
    for (int t = 1; t < x.length; t++) {
      y[t] += a * y[t - 1] + (t >= lag ? c * x[t - lag] : 0);
    }
    return y;
  }
}
