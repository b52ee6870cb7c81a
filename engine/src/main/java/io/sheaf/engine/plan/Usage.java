package io.sheaf.engine.plan;

import java.util.List;
import java.util.Map;

/// What an attempt at a unit took.
///
/// @param startedMillis when it began, milliseconds of the epoch
/// @param wallNanos elapsed time
/// @param cpuNanos processor time: of the unit's thread, or of the process it ran
/// @param phases where the time went
/// @param counters what the unit counted
public record Usage(
    long startedMillis,
    long wallNanos,
    long cpuNanos,
    List<PhaseTime> phases,
    Map<String, Long> counters) {
  public Usage {
    phases = List.copyOf(phases);
    counters = Map.copyOf(counters);
  }

  /// Of an attempt of which nothing more is known than how long it lasted.
  public static Usage ofWall(long startedMillis, long wallNanos) {
    return new Usage(startedMillis, wallNanos, 0, List.of(), Map.of());
  }
}
