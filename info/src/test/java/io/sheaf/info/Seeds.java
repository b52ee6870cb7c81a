package io.sheaf.info;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;

/// Random numbers of tests: the seed is printed and taken from -Dseed.
final class Seeds {
  private Seeds() {}

  static Random random(Class<?> test) {
    long seed = Long.getLong("seed", 20261122);
    System.out.println(test.getSimpleName() + ": -Dseed=" + seed);
    return random(seed);
  }

  /// Not [Random] itself, whose successive bits are too even for tests of 5,000 p-values.
  static Random random(long seed) {
    return Random.from(new SplittableRandom(seed));
  }

  static int[] symbols(Random random, int length, int alphabet) {
    return random.ints(length, 0, alphabet).toArray();
  }

  /// A Markov chain that stays with probability `stay` and else jumps to a skewed random symbol.
  static int[] sticky(Random random, int length, int alphabet, double stay) {
    int[] x = new int[length];
    for (int i = 0; i < length; i++) {
      double u = random.nextDouble();
      int jump = (int) (alphabet * u * u);
      x[i] = i > 0 && random.nextDouble() < stay ? x[i - 1] : jump;
    }
    return x;
  }

  /// Segments that start at random and leave out some rows.
  static Segments segments(Random random, int length) {
    int[] starts = new int[length];
    int[] ends = new int[length];
    int count = 0;
    int row = 0;
    while (true) {
      int start = row + random.nextInt(4);
      int end = start + 1 + random.nextInt(Math.max(1, length / 3));
      if (end > length) {
        break;
      }
      starts[count] = start;
      ends[count++] = end;
      row = end;
    }
    return Segments.of(length, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
  }
}
