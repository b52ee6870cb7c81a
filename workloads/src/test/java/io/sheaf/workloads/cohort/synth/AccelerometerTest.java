package io.sheaf.workloads.cohort.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccelerometerTest {
  private static final long SEED = Long.getLong("seed", 20261122L);
  private static final int SAMPLES = 5_000;

  @Test
  void everyFeatureModeRisesWithTheActivity() {
    Noise noise = new Noise(SEED, 0, "activity");
    Accelerometer accelerometer = new Accelerometer(new Noise(SEED, 0, "accelerometer"));
    double[] activity = new double[SAMPLES];
    double[][] modes = new double[4][SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      activity[i] = noise.gaussian();
      accelerometer.sample(activity[i]);
      modes[0][i] = (abs(accelerometer, 0) + abs(accelerometer, 1) + abs(accelerometer, 2)) / 3;
      modes[1][i] =
          Math.sqrt(
              IntStream.range(0, 3).mapToDouble(accelerometer::deviation).map(x -> x * x).sum());
      modes[2][i] = accelerometer.magnitude();
      modes[3][i] = 0.6 * modes[0][i] + 0.4 * modes[1][i];
    }
    for (int mode = 0; mode < 4; mode++) {
      assertThat(rankCorrelation(activity, modes[mode]))
          .as("mode %d, seed %d", mode, SEED)
          .isGreaterThan(0.98);
    }
  }

  private static double abs(Accelerometer accelerometer, int axis) {
    return Math.abs(accelerometer.mean(axis));
  }

  /// Spearman's coefficient for values without ties.
  private static double rankCorrelation(double[] x, double[] y) {
    int[] a = ranks(x);
    int[] b = ranks(y);
    double squares = IntStream.range(0, a.length).mapToDouble(i -> Math.pow(a[i] - b[i], 2)).sum();
    return 1 - 6 * squares / (a.length * ((double) a.length * a.length - 1));
  }

  private static int[] ranks(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranks = new int[values.length];
    for (int rank = 0; rank < order.length; rank++) {
      ranks[order[rank]] = rank;
    }
    return ranks;
  }
}
