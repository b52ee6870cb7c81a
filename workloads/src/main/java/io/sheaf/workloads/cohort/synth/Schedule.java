package io.sheaf.workloads.cohort.synth;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// When a phone sampled: minutes on a grid, in runs broken by gaps, a few hours of each day.
///
/// Rows follow each other every minute in runs of a quarter of an hour to four hours; between them
/// stand spells of short runs, so that about one step in twenty is a gap of two minutes to an hour.
/// Nights are off. Owns its arrays.
///
/// @see LatentProcess which lives on the whole grid
final class Schedule {
  static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  private static final LocalDate FIRST_DATE = LocalDate.of(2015, 9, 10);
  private static final int DATES = 240;
  private static final LocalTime WAKING = LocalTime.of(7, 0);
  private static final int WAKING_MINUTES = 990;
  private static final int MOST_ROWS_A_DAY = 780;
  private static final int MEAN_ROWS_A_DAY = 540;
  private static final int LONGEST_GAP_MINUTES = 59;

  private final Noise noise;
  private final LocalDate firstDate;
  private final long startSeconds;
  private final int[] minutes;
  private int count;

  /// @param rows how many, at least 100
  Schedule(Noise noise, int rows) {
    this.noise = noise;
    firstDate = FIRST_DATE.plusDays(noise.below(DATES));
    startSeconds = waking(0) + noise.below(60);
    minutes = new int[rows];
    fillDays(Math.max(7 + noise.below(3), Math.ceilDiv(rows, MEAN_ROWS_A_DAY)));
  }

  /// Epoch seconds of minute 0 of the grid.
  long startSeconds() {
    return startSeconds;
  }

  /// The sampled minutes of the grid, increasing; not to be modified.
  int[] minutes() {
    return minutes;
  }

  private long waking(int day) {
    return firstDate.plusDays(day).atTime(WAKING).atZone(ZONE).toEpochSecond();
  }

  private void fillDays(int days) {
    double[] weights = new double[days];
    double total = 0;
    for (int day = 0; day < days; day++) {
      weights[day] = noise.chance(0.2) ? noise.uniform(0.2, 0.5) : noise.uniform(0.7, 1.3);
      total += weights[day];
    }
    for (int day = 0; day < days; day++) {
      int left = minutes.length - count;
      int daysAfter = days - day - 1;
      int share = (int) Math.round(left * weights[day] / total);
      int least = Math.max(1, left - daysAfter * MOST_ROWS_A_DAY);
      int most = Math.min(MOST_ROWS_A_DAY, left - daysAfter);
      total -= weights[day];
      fillDay(day, Math.clamp(share, least, most));
    }
  }

  private void fillDay(int day, int rows) {
    int[] offsets = offsets(rows);
    int slack = WAKING_MINUTES - offsets[rows - 1];
    int first = (int) ((waking(day) - waking(0)) / 60) + noise.below(slack);
    for (int offset : offsets) {
      minutes[count++] = first + offset;
    }
  }

  /// Minutes from the first row of a day; gaps as long as the day allows.
  private int[] offsets(int rows) {
    int[] offsets = new int[rows];
    int spare = WAKING_MINUTES - rows;
    int runLeft = longRun();
    int shortRuns = 0;
    for (int i = 1; i < rows; i++) {
      int skipped = 0;
      if (--runLeft == 0) {
        skipped = Math.min(spare, gapMinutes() - 1);
        shortRuns = shortRuns == 0 ? 1 + noise.below(6) : shortRuns - 1;
        runLeft = shortRuns > 0 ? 1 + noise.below(5) : longRun();
      }
      spare -= skipped;
      offsets[i] = offsets[i - 1] + 1 + skipped;
    }
    return offsets;
  }

  private int longRun() {
    return (int) Math.clamp(70 * StrictMath.exp(0.6 * noise.gaussian()), 15, 240);
  }

  /// Two minutes to an hour, short ones more often.
  private int gapMinutes() {
    return (int)
        StrictMath.exp(noise.uniform(StrictMath.log(2), StrictMath.log(LONGEST_GAP_MINUTES + 1)));
  }
}
