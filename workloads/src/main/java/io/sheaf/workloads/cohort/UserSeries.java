package io.sheaf.workloads.cohort;

import io.sheaf.info.Segments;
import io.sheaf.info.Symbols;

/// One user's usable rows, ready for analysis. Owns its arrays, which nobody modifies.
final class UserSeries {
  private final Symbols activity;
  private final Symbols sitting;
  private final Symbols condition;
  private final Segments segments;
  private final double[] levels;
  private final int[] hours;
  private final int[] days;

  /// The series that are symbols.
  ///
  /// @param activity the feature, binned
  /// @param sitting the label, 0 or 1
  /// @param condition the bin of the day, or the conditioning variable
  record Variables(Symbols activity, Symbols sitting, Symbols condition) {}

  /// Takes the arrays over.
  ///
  /// @param segments runs of rows without a gap
  /// @param levels the feature itself, standardised
  /// @param clock local time of each row
  UserSeries(Variables variables, Segments segments, double[] levels, Clock clock) {
    this.activity = variables.activity();
    this.sitting = variables.sitting();
    this.condition = variables.condition();
    this.segments = segments;
    this.levels = levels;
    this.hours = clock.hours;
    this.days = clock.days;
  }

  /// Local time of each row.
  static final class Clock {
    private final int[] hours;
    private final int[] days;

    /// Takes the arrays over.
    ///
    /// @param hours 0 to 23
    /// @param days local dates as days since some day
    Clock(int[] hours, int[] days) {
      this.hours = hours;
      this.days = days;
    }
  }

  int rows() {
    return levels.length;
  }

  Symbols activity() {
    return activity;
  }

  Symbols sitting() {
    return sitting;
  }

  Symbols condition() {
    return condition;
  }

  Segments segments() {
    return segments;
  }

  double[] levels() {
    return levels;
  }

  int[] hours() {
    return hours;
  }

  int[] days() {
    return days;
  }

  /// The label as numbers.
  double[] sittingLevels() {
    double[] values = new double[rows()];
    for (int i = 0; i < values.length; i++) {
      values[i] = sitting.at(i);
    }
    return values;
  }

  /// Rows in each bin of the condition.
  int[] rowsPerCondition() {
    int[] counts = new int[condition.alphabet()];
    for (int i = 0; i < rows(); i++) {
      counts[condition.at(i)]++;
    }
    return counts;
  }
}
