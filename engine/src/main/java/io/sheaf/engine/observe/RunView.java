package io.sheaf.engine.observe;

import io.sheaf.engine.schedule.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A run at a moment, for screens. Immutable.
///
/// @param name of the preset or file, empty before there is a record
/// @param shard `I/N`, `0/1` for the whole
/// @param running units under way, at most 64
/// @param processes of the run, coordinator first; empty unless it goes on
/// @param milestones at 20, 40, 60, 80 and 100 % of the units, in this order
/// @param problems what a person should know, the worst first
public record RunView(
    Path directory,
    String name,
    String shard,
    State state,
    Counts counts,
    Pace pace,
    List<UnitView> running,
    List<ProcessUse> processes,
    List<Milestone> milestones,
    List<Problem> problems) {

  /// What a run is doing.
  public enum State {
    /// It plans, or has not begun.
    PENDING,
    RUNNING,
    /// Its process is there but does nothing.
    STALLED,
    /// All units are done.
    COMPLETED,
    /// All units are settled, and some could not be done.
    FAILED,
    /// It was asked to stop, and can go on.
    STOPPED,
    /// Its process is gone without having said so; it can go on.
    DEAD;

    /// The word for it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether there is a process that works on it.
    public boolean isAlive() {
      return this == PENDING || this == RUNNING || this == STALLED;
    }
  }

  /// How many units there are, and rows of finished ones.
  public record Counts(long done, long failed, long total, long rows) {
    /// Units that need not be run again.
    public long settled() {
      return done + failed;
    }

    /// Percentage of settled units, 0 to 100.
    public double percent() {
      return total == 0 ? 0 : 100.0 * settled() / total;
    }
  }

  /// How fast it goes.
  ///
  /// @param heartbeat when it last said anything
  /// @param elapsed over all of its processes
  /// @param unitsPerSecond of the last process
  /// @param remaining from now on, empty if that is unknown
  public record Pace(
      Optional<Instant> heartbeat,
      Duration elapsed,
      double unitsPerSecond,
      Optional<TimeRange> remaining) {}

  /// A unit under way.
  ///
  /// @param progress `3/10` where it tells, else empty
  /// @param since when it was handed out, empty for what the journal does not yet say
  /// @param worker who works on it, empty if that is not known
  public record UnitView(
      String id, String progress, Optional<Instant> since, int attempt, String worker) {}

  /// When a part of the units was or will be through.
  ///
  /// @param low when it was, or the earliest likely time
  /// @param high the same, or the latest likely time
  public record Milestone(int percent, boolean isReached, Instant low, Instant high) {}

  /// What is wrong, and what to do about it.
  public record Problem(String what, String remedy) {}
}
