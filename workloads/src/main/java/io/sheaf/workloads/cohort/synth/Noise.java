package io.sheaf.workloads.cohort.synth;

import java.util.SplittableRandom;

/// Random numbers for one purpose of one user, the same on every machine; confined to a thread.
final class Noise {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final SplittableRandom random;
  private double spare = Double.NaN;

  Noise(long seed, int user, String purpose) {
    random = new SplittableRandom(mix(mix(seed + GOLDEN * (user + 1L)) ^ purpose.hashCode()));
  }

  /// The finaliser of SplitMix64.
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  long bits() {
    return random.nextLong();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  double uniform(double from, double to) {
    return from + (to - from) * uniform();
  }

  double uniform() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /// Standard normal, by Marsaglia's polar method.
  double gaussian() {
    if (!Double.isNaN(spare)) {
      double result = spare;
      spare = Double.NaN;
      return result;
    }
    double x;
    double y;
    double square;
    do {
      x = uniform(-1, 1);
      y = uniform(-1, 1);
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
    spare = y * scale;
    return x * scale;
  }
}
