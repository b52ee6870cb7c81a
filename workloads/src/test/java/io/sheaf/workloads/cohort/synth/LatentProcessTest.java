package io.sheaf.workloads.cohort.synth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatentProcessTest {
  private static final long SEED = Long.getLong("seed", 20261122L);
  private static final int MINUTES = 100_000;
  private static final long START = 1_444_000_000;

  @Test
  void sitsInRealisticBouts() {
    for (int user = 0; user < 40; user++) {
      LatentProcess process = process(user);
      int bouts = 0;
      int sitting = 0;
      for (int t = 1; t < MINUTES; t++) {
        sitting += process.isSitting(t) ? 1 : 0;
        bouts += process.isSitting(t) && !process.isSitting(t - 1) ? 1 : 0;
      }
      assertThat((double) sitting / bouts)
          .as("minutes of user %d, seed %d", user, SEED)
          .isBetween(5.0, 30.0);
      assertThat((double) sitting / MINUTES)
          .as("share of user %d, seed %d", user, SEED)
          .isBetween(0.3, 0.8);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void keepsTheActivityInBounds(int user) {
    LatentProcess process = process(user);
    double sum = 0;
    double squares = 0;
    for (int t = 0; t < MINUTES; t++) {
      sum += process.activity(t);
      squares += process.activity(t) * process.activity(t);
    }
    double mean = sum / MINUTES;
    assertThat(mean).as("seed %d", SEED).isBetween(-1.0, 1.0);
    assertThat(squares / MINUTES - mean * mean).as("seed %d", SEED).isBetween(0.8, 4.0);
  }

  private static LatentProcess process(int user) {
    UserTruth truth = UserTruth.draw(SEED, user);
    return new LatentProcess(truth, new Noise(SEED, user, "process"), START, MINUTES);
  }
}
