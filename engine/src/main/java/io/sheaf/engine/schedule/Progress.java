package io.sheaf.engine.schedule;

import java.time.Duration;
import java.util.Optional;

/// How far a run is.
///
/// @param done units that produced output
/// @param failed units that could not be done
/// @param total units of this run
/// @param running units under way
/// @param elapsed since this process began, planning included
/// @param unitsPerSecond over this process's units, 0 before the first
/// @param remaining time still needed, empty before there is evidence
public record Progress(
    long done,
    long failed,
    long total,
    int running,
    Duration elapsed,
    double unitsPerSecond,
    Optional<TimeRange> remaining) {

  /// Percentage of units that are settled, 0 to 100.
  public double percent() {
    return total == 0 ? 100 : 100.0 * (done + failed) / total;
  }
}
