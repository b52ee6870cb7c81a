package io.sheaf.engine.observe;

import java.util.List;

/// How a run went over time. Immutable.
///
/// @param throughput units that ended, in equal stretches of time
/// @param widthMillis of such a stretch
/// @param processes what each process used, the coordinator first
public record Curves(List<Rate> throughput, double widthMillis, List<Use> processes) {
  /// How many units ended in a stretch of time that begins here.
  public record Rate(long timeMillis, long done, long failed) {}

  /// What a process used.
  ///
  /// @param name `coordinator` or the worker's; a worker that was replaced goes on under its name
  public record Use(String name, List<Point> points) {}

  /// What a process used up to a moment, since the point before.
  ///
  /// @param cores processor time by elapsed time
  /// @param readBytesPerSecond from storage, -1 where the system does not tell
  public record Point(
      long timeMillis,
      long rssBytes,
      double cores,
      double readBytesPerSecond,
      double writtenBytesPerSecond) {}
}
