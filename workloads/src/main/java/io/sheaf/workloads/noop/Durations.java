package io.sheaf.workloads.noop;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Seeds;

/// How long each unit takes, in milliseconds. Immutable.
///
/// @param mean over all units
/// @param heavy whether a few units take most of the time
/// @param seed of the run
record Durations(double mean, boolean heavy, long seed) {
  /// Pareto with this exponent: finite mean, infinite variance.
  private static final double EXPONENT = 1.5;

  private static final double LONGEST = 1000;

  static Durations of(Settings settings) {
    return new Durations(
        settings.decimal("duration_ms"),
        settings.text("durations").equals("heavy"),
        settings.seed());
  }

  /// The unit's, from its name alone.
  double millis(String unit) {
    return heavy ? mean * factor(uniform(seed, unit, "duration")) : mean;
  }

  /// Quantile of a Pareto distribution of mean 1, cut off far out.
  private static double factor(double uniform) {
    double least = (EXPONENT - 1) / EXPONENT;
    return Math.min(LONGEST, least * Math.pow(1 - uniform, -1 / EXPONENT));
  }

  /// A number from 0 to 1, below 1.
  static double uniform(long seed, String unit, String purpose) {
    return (Seeds.of(seed, unit, purpose) >>> 11) * 0x1p-53;
  }
}
