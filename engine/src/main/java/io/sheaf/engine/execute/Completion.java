package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Usage;

/// The end of an attempt.
///
/// @param worker name of the worker, as in `worker-1`
public record Completion(Assignment assignment, String worker, Usage usage, Outcome outcome) {
  /// Of an attempt that no worker had begun.
  static Completion unbegun(Assignment assignment) {
    Usage nothing = Usage.ofWall(System.currentTimeMillis(), 0);
    return new Completion(assignment, "queue", nothing, new Outcome.Cancelled());
  }
}
