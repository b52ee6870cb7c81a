package io.sheaf.workloads.cohort;

import java.util.Locale;

/// A consistent set of statistical methods.
enum Profile {
  /// The original's formulas to the last detail, defects included: old tables can be reproduced.
  COMPAT,
  /// The original's methods with the arithmetic mended.
  CLASSIC,
  /// Bias removed, nulls that keep autocorrelation and the clock, unknown is not "no".
  SOUND;

  static Profile of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// Histories may not reach over gaps in time and over dropped rows.
  boolean breaksAtGaps() {
    return this != COMPAT;
  }

  /// A row without a label is unusable, not "not sitting".
  boolean needsLabel() {
    return this == SOUND;
  }

  /// A series without variation is refused.
  boolean refusesConstants() {
    return this != COMPAT;
  }

  /// Lengths of history are chosen for each variable by its own.
  boolean choosesPerVariable() {
    return this == SOUND;
  }

  /// Differences of direction are taken between effective values.
  boolean comparesEffective() {
    return this == SOUND;
  }

  String timeZone() {
    return this == SOUND ? "America/Los_Angeles" : "UTC";
  }
}
