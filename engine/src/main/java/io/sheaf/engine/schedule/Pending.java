package io.sheaf.engine.schedule;

/// A unit that waits for its turn.
///
/// @param unit position in the plan
/// @param weight expected duration
/// @param attempts made already, in this run or before a resume
/// @param why it has to run
/// @param notBeforeMillis earliest time of the next attempt
/// @param alone whether it is to run by itself, with more memory, after all others
public record Pending(
    int unit, double weight, int attempts, String why, long notBeforeMillis, boolean alone) {
  /// One that may run beside others.
  public Pending(int unit, double weight, int attempts, String why, long notBeforeMillis) {
    this(unit, weight, attempts, why, notBeforeMillis, false);
  }
}
