package io.sheaf.workloads.cohort;

/// The chosen lengths of history.
///
/// @param sitting for sitting, and for both variables where they share one k
/// @param activity for activity
/// @param source l, rows of the source; 0 where it equals the target's k
record Histories(HistoryChoice sitting, HistoryChoice activity, int source) {
  /// Rows of the target's own past.
  int target(Direction direction) {
    return direction == Direction.A2S ? sitting.selected() : activity.selected();
  }

  /// Rows of the source.
  int source(Direction direction) {
    return source == 0 ? target(direction) : source;
  }
}
