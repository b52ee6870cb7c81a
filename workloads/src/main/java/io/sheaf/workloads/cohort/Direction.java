package io.sheaf.workloads.cohort;

import io.sheaf.info.Symbols;

/// Which variable is taken to inform the other.
enum Direction {
  /// Activity to sitting.
  A2S,
  /// Sitting to activity.
  S2A;

  Symbols source(UserSeries series) {
    return this == A2S ? series.activity() : series.sitting();
  }

  Symbols target(UserSeries series) {
    return this == A2S ? series.sitting() : series.activity();
  }
}
