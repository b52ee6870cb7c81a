package io.sheaf.engine.run;

import io.sheaf.engine.schedule.Progress;

/// How a run ended.
///
/// @param state completed, with or without failed units, or stopped
public record RunEnd(RunDirectory directory, State state, Progress progress) {
  /// What is left to do.
  public enum State {
    /// Every unit is settled and `out/` is written.
    COMPLETED,
    /// Units are left; the run can be resumed.
    STOPPED
  }
}
