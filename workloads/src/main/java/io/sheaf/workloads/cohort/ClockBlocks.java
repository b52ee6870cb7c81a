package io.sheaf.workloads.cohort;

import io.sheaf.info.OrdinalPatterns;
import io.sheaf.info.Surrogates;
import io.sheaf.info.Symbols;
import java.util.stream.IntStream;

/// Surrogates that keep the clock: within each local hour of day, the days change places.
///
/// A block is what one day has in one hour, up to an hour long, so the source keeps its
/// autocorrelation, its daily rhythm to the hour, and its dependence on the condition. What is left
/// to find is information beyond the shared clock.
final class ClockBlocks {
  static final String DESCRIPTION =
      "surrogates exchange days of source histories within each local hour";

  private ClockBlocks() {}

  static Surrogates of(UserSeries series) {
    return new Surrogates.BlockPermutation(series.days(), series.hours());
  }

  /// For patterns, which have rows of their own.
  static Surrogates of(UserSeries series, OrdinalPatterns patterns) {
    int[] rows = IntStream.range(0, patterns.symbols().length()).map(patterns::row).toArray();
    return new Surrogates.BlockPermutation(
        IntStream.of(rows).map(row -> series.days()[row]).toArray(),
        IntStream.of(rows).map(row -> series.hours()[row]).toArray());
  }

  static Surrogates withinCondition(UserSeries series) {
    Symbols condition = series.condition();
    int[] strata =
        IntStream.range(0, series.rows())
            .map(row -> condition.at(row) * 24 + series.hours()[row])
            .toArray();
    return new Surrogates.BlockPermutation(series.days(), strata);
  }
}
