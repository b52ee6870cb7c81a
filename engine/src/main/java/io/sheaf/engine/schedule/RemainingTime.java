package io.sheaf.engine.schedule;

import java.time.Duration;
import java.util.Optional;

/// Estimates the time a run still needs from the durations of finished units. Confined to a thread.
///
/// A unit of weight w is taken to last w·r, where r varies from unit to unit. With n units seen and
/// m to come the mean of r over those to come is known to about sd(r)·sqrt(1/n + 1/m); the range is
/// 1.28 times that to either side, and never below what the longest unit to come needs alone.
public final class RemainingTime {
  private static final double NORMAL_90_PERCENT = 1.2816;
  private static final int EVIDENCE = 3;

  private final int workers;
  private long seen;
  private double mean;
  private double squares;
  private double remainingWeight;
  private double longestWeight;
  private long remainingUnits;

  /// Makes an estimator that has seen nothing.
  ///
  /// @param workers units that run at the same time
  public RemainingTime(int workers) {
    this.workers = workers;
  }

  /// A unit that is to be run.
  public void expect(double weight) {
    remainingWeight += weight;
    remainingUnits++;
    longestWeight = Math.max(longestWeight, weight);
  }

  /// One of them has been run.
  public void finished(double weight, Duration wall) {
    double ratio = wall.toNanos() / weight;
    seen++;
    double difference = ratio - mean;
    mean += difference / seen;
    squares += difference * (ratio - mean);
    remainingWeight -= weight;
    remainingUnits--;
  }

  /// The range, empty before three units are through.
  public Optional<TimeRange> estimate() {
    if (remainingUnits <= 0) {
      return Optional.of(new TimeRange(Duration.ZERO, Duration.ZERO));
    }
    if (seen < EVIDENCE) {
      return Optional.empty();
    }
    double deviation = Math.sqrt(squares / (seen - 1));
    double error = NORMAL_90_PERCENT * deviation * Math.sqrt(1.0 / seen + 1.0 / remainingUnits);
    return Optional.of(new TimeRange(total(mean - error), total(mean + error)));
  }

  private Duration total(double nanosPerWeight) {
    double positive = Math.max(0, nanosPerWeight);
    double average = remainingWeight / remainingUnits;
    double longest = Math.min(longestWeight, remainingWeight);
    double shared = remainingWeight * positive / Math.min(workers, remainingUnits);
    return Duration.ofNanos((long) Math.max(shared, Math.min(longest, average) * positive));
  }
}
