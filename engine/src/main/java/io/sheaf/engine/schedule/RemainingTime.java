package io.sheaf.engine.schedule;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// Estimates the time a run still needs, by playing the rest of it through. Confined to a thread.
///
/// A unit of weight w is taken to last w·r, where r varies from unit to unit as it did in the last
/// 256 that ended. Each of 60 rehearsals draws which of those are typical (a bootstrap of size n -
/// 1, which has the right variance), then an r for every unit to come, and hands the units to the
/// workers as the schedule does, heaviest first. The range is from the 10th to the 90th percentile
/// of the rehearsals. Of more than 2,000 units to come the heaviest are taken together, as so many
/// fill the workers evenly.
public final class RemainingTime {
  private static final int EVIDENCE = 3;
  private static final int MEMORY = 256;
  private static final int REHEARSALS = 60;
  private static final int PLAYED = 2000;
  private static final long VALID_MILLIS = 1000;

  private final int workers;
  private final SplittableRandom random = new SplittableRandom(1);
  private final double[] ratios = new double[MEMORY];
  private final NavigableMap<Double, Integer> waiting = new TreeMap<>();
  private final Map<Integer, Running> running = new LinkedHashMap<>();
  private long seen;
  private long waitingUnits;
  private double waitingWeight;
  private double waitingSquares;
  private long validUntilMillis = Long.MIN_VALUE;
  private Optional<TimeRange> latest = Optional.empty();

  private record Running(double weight, long sinceMillis) {}

  /// Makes an estimator that has seen nothing.
  ///
  /// @param workers units that run at the same time
  public RemainingTime(int workers) {
    this.workers = workers;
  }

  /// A unit that is to be run.
  public void expect(double weight) {
    count(weight, 1);
  }

  /// One of them has been handed out.
  public void started(int unit, double weight, long nowMillis) {
    count(weight, -1);
    running.put(unit, new Running(weight, nowMillis));
  }

  /// It has to be run again.
  public void returned(int unit) {
    Running back = running.remove(unit);
    if (back != null) {
      count(back.weight(), 1);
    }
  }

  /// It is through.
  public void finished(int unit, Duration wall) {
    Running done = running.remove(unit);
    if (done != null) {
      ratios[(int) (seen++ % MEMORY)] = wall.toNanos() / 1e6 / done.weight();
    }
  }

  /// The range, empty before three units are through. Computed at most once a second.
  public Optional<TimeRange> estimate(long nowMillis) {
    if (waitingUnits == 0 && running.isEmpty()) {
      return Optional.of(new TimeRange(Duration.ZERO, Duration.ZERO));
    }
    if (seen >= EVIDENCE && nowMillis >= validUntilMillis) {
      validUntilMillis = nowMillis + VALID_MILLIS;
      latest = Optional.of(rehearse(nowMillis));
    }
    return latest;
  }

  private void count(double weight, int units) {
    waiting.merge(weight, units, (a, b) -> a + b == 0 ? null : a + b);
    waitingUnits += units;
    waitingWeight += units * weight;
    waitingSquares += units * weight * weight;
  }

  private TimeRange rehearse(long nowMillis) {
    double[] lightest = lightest();
    double[] ends = new double[REHEARSALS];
    for (int i = 0; i < REHEARSALS; i++) {
      ends[i] = play(typical(), lightest, nowMillis);
    }
    Arrays.sort(ends);
    return new TimeRange(millis(ends[REHEARSALS / 10]), millis(ends[REHEARSALS * 9 / 10]));
  }

  /// The weights that are handed out last, in that order.
  private double[] lightest() {
    double[] lightest = new double[(int) Math.min(waitingUnits, PLAYED)];
    int at = lightest.length;
    for (Map.Entry<Double, Integer> same : waiting.entrySet()) {
      int from = Math.max(0, at - same.getValue());
      Arrays.fill(lightest, from, at, same.getKey());
      at = from;
      if (at == 0) {
        break;
      }
    }
    return lightest;
  }

  /// Some of the ratios seen, drawn with replacement.
  private double[] typical() {
    int known = (int) Math.min(seen, MEMORY);
    double[] typical = new double[known - 1];
    for (int i = 0; i < typical.length; i++) {
      typical[i] = ratios[random.nextInt(known)];
    }
    return typical;
  }

  private double play(double[] typical, double[] lightest, long nowMillis) {
    double even = together(typical, lightest) / workers;
    PriorityQueue<Double> free = new PriorityQueue<>(Collections.nCopies(workers, even));
    double end = even;
    for (Running unit : running.values()) {
      double left = unit.weight() * draw(typical) - (nowMillis - unit.sinceMillis());
      end = Math.max(end, give(free, Math.max(0, left)));
    }
    for (double weight : lightest) {
      end = Math.max(end, give(free, weight * draw(typical)));
    }
    return end;
  }

  /// What all but the lightest take one after the other: nearly normal, as they are so many.
  private double together(double[] typical, double[] lightest) {
    double weight = waitingWeight;
    double squares = waitingSquares;
    for (double one : lightest) {
      weight -= one;
      squares -= one * one;
    }
    if (waitingUnits == lightest.length) {
      return 0;
    }
    double mean = Arrays.stream(typical).average().orElse(0);
    double meanSquare = Arrays.stream(typical).map(r -> r * r).average().orElse(0);
    double variance = Math.max(0, squares) * Math.max(0, meanSquare - mean * mean);
    return Math.max(0, weight * mean + Math.sqrt(variance) * random.nextGaussian());
  }

  private double draw(double[] typical) {
    return typical[random.nextInt(typical.length)];
  }

  private static double give(PriorityQueue<Double> free, double millis) {
    double end = free.remove() + millis;
    free.add(end);
    return end;
  }

  private static Duration millis(double millis) {
    return Duration.ofMillis(Math.round(millis));
  }
}
