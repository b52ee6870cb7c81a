package io.sheaf.engine.observe;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.journal.JournalIndex;
import io.sheaf.engine.journal.Sample;
import io.sheaf.engine.run.Holder;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunRecord;
import io.sheaf.engine.schedule.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Looks at a run from outside: reads its heartbeat, its lock and the maintained sums of its
/// journal, in the same time for a run of any size. Writes nothing. Immutable.
///
/// @param clock compared with the run's heartbeat
public record RunWatch(Clock clock) {
  private static final int PARTS = 5;
  private static final int MOST_RUNNING = 64;
  private static final int SAMPLES_PER_PROCESS = 3;

  /// What was read of a run, before it is judged.
  ///
  /// @param status empty before the first heartbeat
  /// @param holder empty if no process ever wrote there
  /// @param isHeld whether that process is still there, as far as can be seen
  record Seen(
      RunDirectory directory,
      Instant now,
      Optional<Status> status,
      Optional<Holder> holder,
      boolean isHeld) {
    /// Since the last heartbeat, zero before the first.
    Duration silence() {
      Instant last = status.flatMap(Status::time).orElse(now);
      return last.isAfter(now) ? Duration.ZERO : Duration.between(last, now);
    }

    /// Whether the heartbeat is that of the process which holds the directory.
    boolean isStatusCurrent() {
      return status.isPresent()
          && (holder.isEmpty() || (long) status.get().number("pid") == holder.get().pid());
    }
  }

  /// A run and the sums of its journal, read together.
  record Look(RunView view, Map<String, Long> totals) {}

  /// The run in a directory, as it is now.
  ///
  /// @throws ConfigurationException if nothing ever began there
  public RunView look(RunDirectory directory) throws IOException {
    return look(new RunFiles(directory)).view();
  }

  /// The same for those who look again and again.
  Look look(RunFiles files) throws IOException {
    RunDirectory directory = files.directory();
    Optional<Holder> holder = files.holder();
    if (holder.isEmpty() && !directory.isRun()) {
      throw new ConfigurationException(
          directory.path() + " is not a run directory: it has no run.yaml and run.db");
    }
    Optional<Status> status = Status.read(directory.status());
    boolean held = holder.flatMap(Holder::process).isPresent();
    Seen seen = new Seen(directory, clock.instant(), status, holder, held);
    if (!directory.isRun()) {
      return new Look(unbegun(seen), Map.of());
    }
    RunRecord recorded = files.record();
    try (JournalIndex journal = JournalIndex.open(directory.journal())) {
      Map<String, Long> totals = journal.totals();
      return new Look(view(seen, recorded, totals, journal), totals);
    }
  }

  /// Whether something began in a directory.
  public static boolean isRun(RunDirectory directory) {
    return directory.isRun() || Files.isRegularFile(directory.path().resolve("run.lock"));
  }

  private static RunView unbegun(Seen seen) {
    Vitals vitals = Vitals.of(seen, List.of(), List.of(), new RunView.Counts(0, 0, 0, 0));
    return new RunView(
        seen.directory().path(),
        "",
        "",
        vitals.state(),
        new RunView.Counts(0, 0, 0, 0),
        new RunView.Pace(Optional.empty(), Duration.ZERO, 0, Optional.empty()),
        List.of(),
        List.of(),
        List.of(),
        vitals.problems(Optional.empty()));
  }

  private static RunView view(
      Seen seen, RunRecord record, Map<String, Long> totals, JournalIndex journal)
      throws IOException {
    RunView.Counts counts =
        new RunView.Counts(
            total(totals, "done"),
            total(totals, "failed"),
            total(totals, "units"),
            total(totals, "rows"));
    List<JournalIndex.Attempt> open = journal.open(MOST_RUNNING);
    List<ProcessUse> processes = processes(seen, journal);
    Vitals vitals = Vitals.of(seen, open, processes, counts);
    Optional<TimeRange> remaining = remaining(seen, vitals.state());
    return new RunView(
        seen.directory().path(),
        record.name(),
        record.shard().toString(),
        vitals.state(),
        counts,
        new RunView.Pace(
            seen.status().flatMap(Status::time),
            elapsed(seen, totals, vitals.state()),
            seen.status().map(status -> status.number("progress", "units_per_second")).orElse(0.0),
            remaining),
        vitals.state().isAlive() ? running(seen, open) : List.of(),
        vitals.state().isAlive() ? processes : List.of(),
        milestones(seen.now(), totals, counts, remaining),
        vitals.problems(meanWall(totals)));
  }

  private static long total(Map<String, Long> totals, String name) {
    return totals.getOrDefault(name, 0L);
  }

  /// The sum counts up to the last unit that ended; the heartbeat knows what came after.
  private static Duration elapsed(Seen seen, Map<String, Long> totals, RunView.State state) {
    Duration sum = Duration.ofNanos(total(totals, "elapsed_nanos"));
    Duration last = seen.status().map(status -> status.seconds("elapsed_seconds")).orElse(sum);
    boolean counts = state.isAlive() && seen.isStatusCurrent();
    return counts && last.compareTo(sum) > 0 ? last : sum;
  }

  /// What was left at the last heartbeat, less the time since.
  private static Optional<TimeRange> remaining(Seen seen, RunView.State state) {
    if (state != RunView.State.RUNNING
        || seen.status().isEmpty()
        || !seen.status().get().has("remaining_seconds")) {
      return Optional.empty();
    }
    Status status = seen.status().get();
    return Optional.of(
        new TimeRange(
            less(status.seconds("remaining_seconds", "low"), seen.silence()),
            less(status.seconds("remaining_seconds", "high"), seen.silence())));
  }

  private static Duration less(Duration time, Duration passed) {
    return time.compareTo(passed) > 0 ? time.minus(passed) : Duration.ZERO;
  }

  private static Optional<Duration> meanWall(Map<String, Long> totals) {
    long attempts = total(totals, "attempts");
    return attempts == 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(total(totals, "wall_nanos") / attempts));
  }

  /// The heartbeat says which units run and how far they are, the journal since when.
  private static List<RunView.UnitView> running(Seen seen, List<JournalIndex.Attempt> open) {
    Map<String, JournalIndex.Attempt> attempts = new HashMap<>();
    open.forEach(attempt -> attempts.put(attempt.unit(), attempt));
    Map<String, String> workers = seen.status().map(Status::workers).orElse(Map.of());
    List<RunView.UnitView> units = new ArrayList<>();
    for (String line : seen.status().map(Status::current).orElse(List.of())) {
      int blank = line.lastIndexOf(' ');
      boolean told = !attempts.containsKey(line) && blank > 0;
      String id = told ? line.substring(0, blank) : line;
      JournalIndex.Attempt attempt = attempts.get(id);
      if (attempt == null && open.size() < MOST_RUNNING) {
        continue; // It has ended since the heartbeat.
      }
      units.add(
          attempt == null
              ? new RunView.UnitView(line, "", Optional.empty(), 0, workers.getOrDefault(line, ""))
              : new RunView.UnitView(
                  id,
                  told ? line.substring(blank + 1) : "",
                  Optional.of(Instant.ofEpochMilli(attempt.startedMillis())),
                  attempt.epoch(),
                  workers.getOrDefault(id, "")));
    }
    return units;
  }

  /// What each process holds now, and its load since the sample before.
  private static List<ProcessUse> processes(Seen seen, JournalIndex journal) throws IOException {
    List<ProcessUse> now = seen.status().map(Status::processes).orElse(List.of());
    long time = seen.status().flatMap(Status::time).map(Instant::toEpochMilli).orElse(0L);
    List<Sample> samples =
        now.isEmpty() ? List.of() : journal.samples(now.size() * SAMPLES_PER_PROCESS);
    return now.stream()
        .map(
            process ->
                new ProcessUse(
                    process.name(),
                    process.pid(),
                    process.rssBytes(),
                    process.gpuBytes(),
                    process.cpuMillis(),
                    samples.stream()
                        .filter(one -> one.pid() == process.pid() && one.timeMillis() < time - 500)
                        .findFirst()
                        .map(one -> cores(process, one, time))))
        .toList();
  }

  private static double cores(ProcessUse process, Sample before, long timeMillis) {
    return Math.max(0, process.cpuMillis() - before.cpuMillis())
        / (double) (timeMillis - before.timeMillis());
  }

  /// What lies ahead is taken to go at one pace from here to the end.
  static List<RunView.Milestone> milestones(
      Instant now, Map<String, Long> totals, RunView.Counts counts, Optional<TimeRange> remaining) {
    List<RunView.Milestone> milestones = new ArrayList<>();
    for (int part = 1; part <= PARTS; part++) {
      int percent = 100 / PARTS * part;
      Long reached = totals.get("reached/" + percent);
      long units = Math.ceilDiv(counts.total() * part, PARTS);
      if (reached != null && counts.settled() >= units) {
        Instant then = Instant.ofEpochMilli(reached);
        milestones.add(new RunView.Milestone(percent, true, then, then));
      } else if (remaining.isPresent() && counts.settled() < counts.total()) {
        double share = (double) (units - counts.settled()) / (counts.total() - counts.settled());
        milestones.add(
            new RunView.Milestone(
                percent,
                false,
                now.plus(part(remaining.get().low(), share)),
                now.plus(part(remaining.get().high(), share))));
      }
    }
    return milestones;
  }

  private static Duration part(Duration whole, double share) {
    return Duration.ofMillis(Math.round(whole.toMillis() * Math.clamp(share, 0, 1)));
  }
}
