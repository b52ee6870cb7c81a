package io.sheaf.engine.observe;

import io.sheaf.engine.journal.JournalIndex;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where the time of a run went, over all of its processes. Immutable.
///
/// Each moment of an attempt counts for one phase or for none, so the lines add up to the total, in
/// each column. Only attempts that ended are counted: those under way, and those that were cut off,
/// are not.
///
/// @param units that are settled
/// @param attempts that ended, several of a unit that was tried again
/// @param workers of the last process
/// @param elapsedNanos of the run's processes, up to the last attempt that ended
/// @param total all attempts
/// @param phases those of the workload, the longest first, behind them what lies outside of them
/// @param counters what the units counted
public record Profile(
    long units,
    long attempts,
    long workers,
    long elapsedNanos,
    Line total,
    List<Line> phases,
    Map<String, Long> counters) {
  /// The name of the line for what lies outside all phases.
  public static final String OUTSIDE = "outside phases";

  private static final String CALLS = "phase_calls/";
  private static final String COUNT = "count/";

  /// What was spent on something.
  ///
  /// @param calls how often it was entered
  /// @param wallNanos elapsed time, added up over the workers
  /// @param cpuNanos processor time
  public record Line(String name, long calls, long wallNanos, long cpuNanos) {
    /// Time in which it did not compute: waiting for disk, locks, or a processor. A command that
    /// computes on several processors at once hides it.
    public long waitingNanos() {
      return Math.max(0, wallNanos - cpuNanos);
    }

    /// Its part of all the time that workers spent, 0 to 1.
    public double share(Line total) {
      return total.wallNanos() == 0 ? 0 : (double) wallNanos / total.wallNanos();
    }

    /// Processors kept busy on average over the whole run: processor time by elapsed time of the
    /// run, not of the phase. Of threads never more than there are workers.
    public double parallelism(long elapsedNanos) {
      return elapsedNanos == 0 ? 0 : (double) cpuNanos / elapsedNanos;
    }
  }

  /// What the cache was good for.
  ///
  /// @param savedNanos what the values took when they were computed, less the time to find them
  public record CacheUse(long hits, long misses, long errors, long savedNanos) {}

  /// What was spent on a unit or a group of units.
  ///
  /// @param total its attempts
  public record Part(String key, Line total, List<Line> phases) {}

  /// Reads the sums that the journal keeps; takes the same time for a run of any size.
  public static Profile read(RunDirectory directory) throws IOException {
    try (JournalIndex journal = JournalIndex.open(directory.journal())) {
      return of(journal.totals());
    }
  }

  /// What was spent on each unit, or each group of units, the longest first.
  ///
  /// Goes through the whole journal.
  public static List<Part> parts(RunDirectory directory, boolean byGroup) throws IOException {
    Map<String, Part> parts = new LinkedHashMap<>();
    try (JournalIndex journal = JournalIndex.open(directory.journal())) {
      journal.spent(
          byGroup,
          spent -> {
            Line line = new Line(spent.phase(), spent.calls(), spent.wallNanos(), spent.cpuNanos());
            Part part =
                parts.computeIfAbsent(spent.key(), key -> new Part(key, line, new ArrayList<>()));
            if (!spent.phase().isEmpty()) {
              part.phases().add(line);
            }
          });
    }
    Comparator<Part> longest = Comparator.comparingLong(part -> -part.total().wallNanos());
    return parts.values().stream().sorted(longest.thenComparing(Part::key)).toList();
  }

  static Profile of(Map<String, Long> totals) {
    Line total =
        new Line(
            "all units",
            sum(totals, "attempts"),
            sum(totals, "wall_nanos"),
            sum(totals, "cpu_nanos"));
    List<Line> phases = new ArrayList<>();
    totals.forEach(
        (name, calls) -> {
          if (name.startsWith(CALLS)) {
            String phase = name.substring(CALLS.length());
            phases.add(
                new Line(
                    phase,
                    calls,
                    sum(totals, "phase_wall/" + phase),
                    sum(totals, "phase_cpu/" + phase)));
          }
        });
    phases.sort(Comparator.comparingLong(Line::wallNanos).reversed().thenComparing(Line::name));
    if (!phases.isEmpty()) {
      phases.add(outside(total, phases));
    }
    Map<String, Long> counters = new TreeMap<>();
    totals.forEach(
        (name, value) -> {
          if (name.startsWith(COUNT)) {
            counters.put(name.substring(COUNT.length()), value);
          }
        });
    return new Profile(
        sum(totals, "done") + sum(totals, "failed"),
        sum(totals, "attempts"),
        sum(totals, "workers"),
        sum(totals, "elapsed_nanos"),
        total,
        List.copyOf(phases),
        counters);
  }

  private static Line outside(Line total, List<Line> phases) {
    long wall = phases.stream().mapToLong(Line::wallNanos).sum();
    long cpu = phases.stream().mapToLong(Line::cpuNanos).sum();
    return new Line(
        OUTSIDE,
        total.calls(),
        Math.max(0, total.wallNanos() - wall),
        Math.max(0, total.cpuNanos() - cpu));
  }

  private static long sum(Map<String, Long> totals, String name) {
    return totals.getOrDefault(name, 0L);
  }

  /// Whether the workload tells its phases.
  public boolean hasPhases() {
    return !phases.isEmpty();
  }

  /// What the cache was good for, if one was asked.
  public Optional<CacheUse> cache() {
    CacheUse use =
        new CacheUse(
            sum(counters, "cache_hits"),
            sum(counters, "cache_misses"),
            sum(counters, "cache_errors"),
            sum(counters, "cache_saved_nanos"));
    return use.hits() + use.misses() == 0 ? Optional.empty() : Optional.of(use);
  }
}
