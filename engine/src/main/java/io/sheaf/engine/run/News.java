package io.sheaf.engine.run;

import io.sheaf.engine.execute.Completion;
import io.sheaf.engine.plan.Assignment;

/// What workers tell the coordinator.
sealed interface News {
  /// An attempt ended.
  record Ended(Completion completion) implements News {}

  /// A unit handed over a state to go on from.
  @SuppressWarnings("ArrayRecordComponent") // handed over, not kept
  record Saved(Assignment attempt, byte[] state) implements News {}

  /// A unit failed unexpectedly; its end follows.
  record Defect(Assignment attempt, String trace) implements News {}

  /// Something happened to a worker.
  record Notice(String line) implements News {}

  /// No unit can be run here any more.
  record Broken(String why) implements News {}
}
