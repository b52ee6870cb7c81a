package io.sheaf.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.Seeded;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RemainingTimeTest {
  @Test
  void isUnknownBeforeEvidence() {
    RemainingTime remaining = expecting(2, 1, 1, 1, 1, 1);
    finish(remaining, 0, 1, 1000);
    finish(remaining, 1, 1, 1000);
    assertThat(remaining.estimate(0)).isEmpty();
    finish(remaining, 2, 1, 1000);
    assertThat(remaining.estimate(0))
        .contains(new TimeRange(Duration.ofSeconds(1), Duration.ofSeconds(1)));
  }

  @Test
  void isNothingAtTheEnd() {
    RemainingTime remaining = expecting(1, 2);
    finish(remaining, 0, 2, 4000);
    assertThat(remaining.estimate(0)).contains(new TimeRange(Duration.ZERO, Duration.ZERO));
  }

  @Test
  void followsTheWeights() {
    RemainingTime remaining = expecting(1, 4, 4, 4, 2, 2);
    for (int i = 0; i < 3; i++) {
      finish(remaining, i, 4, 8000);
    }
    assertThat(remaining.estimate(0).orElseThrow().low()).isEqualTo(Duration.ofSeconds(8));
  }

  /// One long unit keeps one worker busy, whatever the others do.
  @Test
  void isAtLeastTheLongestUnit() {
    RemainingTime remaining = expecting(4, 60, 1, 1, 1, 1, 1, 1);
    for (int i = 0; i < 3; i++) {
      finish(remaining, i, 1, 1000);
    }
    assertThat(remaining.estimate(0).orElseThrow().low()).isEqualTo(Duration.ofSeconds(60));
  }

  /// A unit under way has done part of its work; one that is late may end at any moment.
  @Test
  void countsWhatRunningUnitsHaveDone() {
    RemainingTime remaining = expecting(1, 1, 1, 1, 10);
    for (int i = 0; i < 3; i++) {
      finish(remaining, i, 1, 1000);
    }
    remaining.started(3, 10, 100_000);
    assertThat(remaining.estimate(104_000).orElseThrow().high()).isEqualTo(Duration.ofSeconds(6));
    assertThat(remaining.estimate(150_000).orElseThrow().high()).isEqualTo(Duration.ZERO);
  }

  @Test
  void takesMillionsOfUnitsTogether() {
    RemainingTime remaining = new RemainingTime(2);
    for (int i = 0; i < 1_000_003; i++) {
      remaining.expect(1);
    }
    for (int i = 0; i < 3; i++) {
      finish(remaining, i, 1, 10);
    }
    assertThat(remaining.estimate(0).orElseThrow().low()).isEqualTo(Duration.ofSeconds(5000));
  }

  @Test
  void staysSaneForExtremeWeights() {
    for (double weight : new double[] {1e-100, 1e100}) {
      RemainingTime remaining = new RemainingTime(2);
      for (int i = 0; i < 9; i++) {
        remaining.expect(weight);
      }
      for (int i = 0; i < 4; i++) {
        finish(remaining, i, weight, 1000);
      }
      TimeRange range = remaining.estimate(0).orElseThrow();
      assertThat(range.low()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }
  }

  private static RemainingTime expecting(int workers, double... weights) {
    RemainingTime remaining = new RemainingTime(workers);
    DoubleStream.of(weights).forEach(remaining::expect);
    return remaining;
  }

  private static void finish(RemainingTime remaining, int unit, double weight, long millis) {
    remaining.started(unit, weight, 0);
    remaining.finished(unit, Duration.ofMillis(millis));
  }

  /// A range from one in ten to nine in ten holds 80 % of truths. 2,000 runs of 60 units on 2
  /// workers, durations = weight times a lognormal factor, asked at 15, 30 and 45 units: between 70
  /// and 90 % each, for the last units do not divide evenly.
  @Test
  void holdsTheTruthFourTimesInFive() {
    SplittableRandom random = Seeded.random("RemainingTimeTest");
    int[] held = new int[3];
    int runs = 2000;
    for (int i = 0; i < runs; i++) {
      Simulation simulation = new Simulation(random.split());
      for (int j = 0; j < held.length; j++) {
        held[j] += simulation.holds(15 * (j + 1)) ? 1 : 0;
      }
    }
    for (int count : held) {
      assertThat(100.0 * count / runs)
          .as("percent held of %s", (Object) held)
          .isBetween(70.0, 90.0);
    }
  }

  /// 60 units, longest first, on two workers.
  private static final class Simulation {
    private static final int UNITS = 60;
    private static final int WORKERS = 2;
    private final double[] weights;
    private final double[] seconds = new double[UNITS];

    Simulation(SplittableRandom random) {
      weights =
          DoubleStream.generate(() -> 1 + random.nextInt(4))
              .limit(UNITS)
              .boxed()
              .sorted(Comparator.reverseOrder())
              .mapToDouble(weight -> weight)
              .toArray();
      for (int i = 0; i < UNITS; i++) {
        seconds[i] = weights[i] * Math.exp(0.4 * random.nextGaussian());
      }
    }

    /// Whether the range given when that many have ended holds the time until all have.
    boolean holds(int asked) {
      RemainingTime remaining = new RemainingTime(WORKERS);
      DoubleStream.of(weights).forEach(remaining::expect);
      PriorityQueue<double[]> ends = new PriorityQueue<>(Comparator.comparingDouble(end -> end[0]));
      int next = 0;
      double now = 0;
      double then = 0;
      TimeRange range = null;
      for (int ended = 0; ended < UNITS; ended++) {
        while (next < UNITS && ends.size() < WORKERS) {
          ends.add(new double[] {now + seconds[next], next});
          remaining.started(next, weights[next], (long) (now * 1000));
          next++;
        }
        double[] end = ends.remove();
        now = end[0];
        int unit = (int) end[1];
        remaining.finished(unit, Duration.ofNanos((long) (seconds[unit] * 1e9)));
        if (ended + 1 == asked) {
          range = remaining.estimate((long) (now * 1000)).orElseThrow();
          then = now;
        }
      }
      double truth = now - then;
      return range != null
          && truth >= range.low().toNanos() / 1e9
          && truth <= range.high().toNanos() / 1e9;
    }
  }
}
