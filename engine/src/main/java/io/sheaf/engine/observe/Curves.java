package io.sheaf.engine.observe;

import java.util.List;

/// How a run went over time. Immutable.
///
/// @param throughput units that ended, in equal stretches of time
/// @param widthMillis of such a stretch
/// @param processes what each process used, the coordinator first
public record Curves(List<Rate> throughput, double widthMillis, List<ProcessCurve> processes) {
  /// How many units ended in a stretch of time that begins here.
  public record Rate(long timeMillis, long done, long failed) {}
}
