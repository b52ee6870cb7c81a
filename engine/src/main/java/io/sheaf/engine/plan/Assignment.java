package io.sheaf.engine.plan;

/// A unit handed to a worker.
///
/// @param unit position in the plan
/// @param epoch attempt number from 1; only the latest epoch of a unit may commit
/// @param why the reason for this attempt, for people
/// @param heapFactor how much more memory than usual its worker should have
public record Assignment(int unit, int epoch, String why, int heapFactor) {
  /// With the usual memory.
  public Assignment(int unit, int epoch, String why) {
    this(unit, epoch, why, 1);
  }
}
