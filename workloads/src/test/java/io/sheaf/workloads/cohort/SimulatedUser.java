package io.sheaf.workloads.cohort;

import io.sheaf.info.Discretizer;
import io.sheaf.info.Segments;
import io.sheaf.info.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A user whose activity and sitting follow a known process, sampled once a minute in a few runs on
/// each of seven days.
final class SimulatedUser {
  private static final int DAYS = 7;
  private static final int ROWS_PER_DAY = 327;
  private static final int DAY = 24 * 60;

  /// How the two series come about.
  enum Kind {
    /// Noise without memory.
    INDEPENDENT,
    /// Activity an autoregression, sitting a Markov chain with bouts of a quarter of an hour.
    AUTOCORRELATED,
    /// Both thresholds of slow autoregressions, so that no history is long enough.
    SLOW,
    /// Both follow the time of day and nothing of each other.
    CIRCADIAN,
    /// Activity makes standing up more likely.
    ACTIVITY_TO_SITTING,
    /// Sitting lowers activity.
    SITTING_TO_ACTIVITY
  }

  private final SplittableRandom random;
  private final Kind kind;
  private final double phase;
  private double slow;
  private double noise;

  private SimulatedUser(Kind kind, long seed) {
    this.kind = kind;
    this.random = new SplittableRandom(seed);
    this.phase = random.nextDouble() * DAY;
  }

  static UserSeries series(Kind kind, long seed) {
    return new SimulatedUser(kind, seed).series();
  }

  private UserSeries series() {
    List<Integer> minutes = minutes();
    int n = minutes.size();
    double[] levels = new double[n];
    int[] sitting = new int[n];
    int[] hours = new int[n];
    int[] days = new int[n];
    int[] bins = new int[n];
    boolean[] starts = new boolean[n];
    double a = 0;
    int s = 0;
    int row = 0;
    for (int minute = 0; row < n; minute++) {
      double before = a;
      a = activity(minute, a, s);
      s = random.nextDouble() < sittingProbability(minute, before, s) ? 1 : 0;
      if (minutes.get(row) == minute) {
        levels[row] = a;
        sitting[row] = s;
        hours[row] = minute % DAY / 60;
        days[row] = minute / DAY;
        bins[row] = hours[row] / 4;
        starts[row] = row == 0 || minutes.get(row - 1) != minute - 1;
        row++;
      }
    }
    return new UserSeries(
        new UserSeries.Variables(
            Discretizer.quantiles(levels, 5).symbols(levels),
            Symbols.of(sitting, 2),
            Symbols.of(bins, 6)),
        Segments.startingAt(starts),
        levels,
        new UserSeries.Clock(hours, days));
  }

  /// Minutes since the first midnight at which there is a row.
  private List<Integer> minutes() {
    List<Integer> minutes = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      int minute = day * DAY + 7 * 60 + random.nextInt(120);
      int left = ROWS_PER_DAY;
      while (left > 0) {
        int run = Math.min(left, 30 + random.nextInt(120));
        for (int i = 0; i < run; i++) {
          minutes.add(minute++);
        }
        left -= run;
        minute += 2 + random.nextInt(120);
      }
    }
    return minutes;
  }

  private double activity(int minute, double a, int s) {
    double normal = random.nextGaussian();
    return switch (kind) {
      case INDEPENDENT -> normal;
      case AUTOCORRELATED -> 0.9 * a + 0.436 * normal;
      case SLOW -> 0.97 * a + 0.243 * normal;
      case CIRCADIAN -> {
        noise = 0.8 * noise + 0.6 * normal;
        yield rhythm(minute) + noise;
      }
      case ACTIVITY_TO_SITTING -> 0.8 * a + 0.6 * normal;
      case SITTING_TO_ACTIVITY -> 0.7 * a - 0.6 * (s - 0.5) + 0.7 * normal;
    };
  }

  private double sittingProbability(int minute, double a, int s) {
    double bouts = s == 1 ? 0.93 : 0.07;
    return switch (kind) {
      case INDEPENDENT -> 0.4;
      case AUTOCORRELATED, SITTING_TO_ACTIVITY -> bouts;
      case SLOW -> {
        slow = 0.97 * slow + 0.243 * random.nextGaussian();
        yield slow > 0 ? 0.9 : 0.1;
      }
      case CIRCADIAN -> logistic((s == 1 ? 2.2 : -2.2) - 1.5 * rhythm(minute));
      case ACTIVITY_TO_SITTING -> logistic((s == 1 ? 2.2 : -2.2) - a);
    };
  }

  private double rhythm(int minute) {
    return Math.sin(2 * Math.PI * (minute - phase) / DAY);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
