package io.sheaf.engine.schedule;

/// What to do with an attempt that has ended.
public sealed interface Decision {
  /// Its outcome is the unit's outcome.
  record Commit() implements Decision {}

  /// Its outcome is the unit's outcome, for the budget of this kind of fault is used up.
  record Quarantine(int attempts) implements Decision {}

  /// The unit will be tried again.
  record Retry(long notBeforeMillis) implements Decision {}

  /// The unit stays undone and can be resumed.
  record LeavePending() implements Decision {}

  /// A newer attempt exists, or the unit is finished: the outcome counts for nothing.
  record Refuse(String why) implements Decision {}
}
