package io.sheaf.workloads.cohort.synth;

import java.util.Locale;

/// What drives what in a synthetic user.
public enum Coupling {
  /// Sitting depends on the activity a minute before; activity only on its own past.
  A_TO_S,

  /// Activity depends on sitting a minute before; sitting only on its own past.
  S_TO_A,

  /// Neither depends on the other, nor on the clock.
  NONE,

  /// Both depend on the time of day, and on nothing of each other.
  COMMON_DRIVER;

  /// The name in `truth.csv`, as `a_to_s`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
