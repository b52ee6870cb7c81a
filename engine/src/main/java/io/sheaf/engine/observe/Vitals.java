package io.sheaf.engine.observe;

import io.sheaf.engine.config.ShellWord;
import io.sheaf.engine.journal.JournalIndex;
import io.sheaf.engine.run.Holder;
import io.sheaf.engine.schedule.TimeRange;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Whether a run lives, and what ails it.
///
/// @param open attempts without an end, which run if the run does
record Vitals(
    RunWatch.Seen seen,
    RunView.State state,
    List<JournalIndex.Attempt> open,
    RunView.Counts counts) {
  /// A heartbeat comes every second; ten missed ones are no accident.
  static final Duration SILENCE = Duration.ofSeconds(10);

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final int LONG_MEANS = 10;
  private static final double IDLE_CORES = 0.01;
  private static final long LEAST_DISK_BYTES = 1L << 30;
  private static final int MOST_EXAMPLES = 3;

  static Vitals of(
      RunWatch.Seen seen,
      List<JournalIndex.Attempt> open,
      List<ProcessUse> processes,
      RunView.Counts counts) {
    return new Vitals(seen, state(seen, open, processes), open, counts);
  }

  private static RunView.State state(
      RunWatch.Seen seen, List<JournalIndex.Attempt> open, List<ProcessUse> processes) {
    String word = seen.isStatusCurrent() ? seen.status().get().word() : "";
    return switch (word) {
      case "completed" -> RunView.State.COMPLETED;
      case "failed" -> RunView.State.FAILED;
      case "stopped" -> RunView.State.STOPPED;
      case "running" ->
          isGone(seen)
              ? RunView.State.DEAD
              : isSilent(seen) || isIdle(seen, open, processes)
                  ? RunView.State.STALLED
                  : RunView.State.RUNNING;
      default -> isGone(seen) ? earlier(seen) : RunView.State.PENDING;
    };
  }

  /// The process died before its first heartbeat; what an earlier one said may still hold.
  private static RunView.State earlier(RunWatch.Seen seen) {
    return switch (seen.status().map(Status::word).orElse("")) {
      case "completed" -> RunView.State.COMPLETED;
      case "failed" -> RunView.State.FAILED;
      case "stopped" -> RunView.State.STOPPED;
      default -> RunView.State.DEAD;
    };
  }

  /// Of a process on another machine only the heartbeat can be seen.
  private static boolean isGone(RunWatch.Seen seen) {
    boolean visible = seen.holder().map(Holder::isOfThisHost).orElse(false);
    return visible ? !seen.isHeld() : isSilent(seen);
  }

  private static boolean isSilent(RunWatch.Seen seen) {
    return seen.silence().compareTo(SILENCE) > 0;
  }

  /// Nothing has been handed out for long, and nobody computes.
  private static boolean isIdle(
      RunWatch.Seen seen, List<JournalIndex.Attempt> open, List<ProcessUse> processes) {
    Optional<Instant> latest =
        open.stream()
            .map(JournalIndex.Attempt::startedMillis)
            .max(Comparator.naturalOrder())
            .map(Instant::ofEpochMilli);
    return latest.isPresent()
        && Duration.between(latest.get(), seen.now()).compareTo(LONG) > 0
        && !processes.isEmpty()
        && processes.stream().allMatch(one -> one.cores().orElse(1.0) < IDLE_CORES);
  }

  /// What a person should know, the worst first.
  ///
  /// @param meanWall what an attempt took on average
  List<RunView.Problem> problems(Optional<Duration> meanWall) {
    List<RunView.Problem> problems = new ArrayList<>();
    ofState().ifPresent(problems::add);
    if (counts.failed() > 0) {
      problems.add(
          new RunView.Problem(
              counts.failed() + (counts.failed() == 1 ? " unit" : " units") + " failed",
              "see %s; `sheaf explain %s UNIT` says why, `sheaf retry %s` runs them again"
                  .formatted(path("logs/errors.log"), run(), run())));
    }
    if (state == RunView.State.RUNNING) {
      meanWall.ifPresent(mean -> longRunning(mean).forEach(problems::add));
      repeated().forEach(problems::add);
    }
    if (state.isAlive()) {
      littleDisk().ifPresent(problems::add);
    }
    return problems;
  }

  private Optional<RunView.Problem> ofState() {
    String resume = "go on with `sheaf run --resume " + run() + "`; nothing finished is lost";
    String who = seen.holder().map(one -> "process " + one.pid()).orElse("its process");
    String silence = TimeRange.words(seen.silence());
    return switch (state) {
      case DEAD ->
          Optional.of(
              new RunView.Problem(
                  seen.holder().map(Holder::isOfThisHost).orElse(false)
                      ? who + " is gone" + lastHeard()
                      : who
                          + seen.holder().map(one -> " on " + one.host()).orElse("")
                          + " has not been heard of for "
                          + silence,
                  seen.directory().isRun()
                      ? resume
                      : "it ended before the plan was written; start it again"));
      case STALLED ->
          Optional.of(
              isSilent(seen)
                  ? new RunView.Problem(
                      who + " is there but has said nothing for " + silence,
                      "it may be suspended (kill -CONT "
                          + pid()
                          + ") or wait for its disk; see "
                          + path("logs/run.log"))
                  : new RunView.Problem(
                      "no unit was handed out for 10 minutes, and nobody computes",
                      "a unit may hang: `sheaf stop --now "
                          + run()
                          + "`, then resume with --timeout"));
      case STOPPED -> Optional.of(new RunView.Problem("it was stopped", resume));
      case PENDING, RUNNING, COMPLETED, FAILED -> Optional.empty();
    };
  }

  private String lastHeard() {
    return seen.status().flatMap(Status::time).map(time -> "; last heartbeat " + time).orElse("");
  }

  private String pid() {
    return seen.holder().map(one -> Long.toString(one.pid())).orElse("PID");
  }

  private List<RunView.Problem> longRunning(Duration mean) {
    return open.stream()
        .filter(attempt -> running(attempt).compareTo(LONG) > 0)
        .filter(attempt -> running(attempt).compareTo(mean.multipliedBy(LONG_MEANS)) > 0)
        .limit(MOST_EXAMPLES)
        .map(
            attempt ->
                new RunView.Problem(
                    "%s has been running for %s; others took %s on average"
                        .formatted(
                            attempt.unit(),
                            TimeRange.words(running(attempt)),
                            TimeRange.words(mean)),
                    "if it hangs: `sheaf stop " + run() + "`, then resume with --timeout"))
        .toList();
  }

  private Duration running(JournalIndex.Attempt attempt) {
    return Duration.between(Instant.ofEpochMilli(attempt.startedMillis()), seen.now());
  }

  private List<RunView.Problem> repeated() {
    return open.stream()
        .filter(attempt -> attempt.epoch() > 1)
        .limit(MOST_EXAMPLES)
        .map(
            attempt ->
                new RunView.Problem(
                    attempt.unit() + " is in attempt " + attempt.epoch(),
                    "`sheaf explain %s %s` says why"
                        .formatted(run(), ShellWord.quoted(attempt.unit()))))
        .toList();
  }

  private Optional<RunView.Problem> littleDisk() {
    // The file store of a path would be looked up among all mounts.
    File place = seen.directory().path().toFile();
    long bytes = place.getUsableSpace();
    return bytes >= LEAST_DISK_BYTES || !place.exists()
        ? Optional.empty()
        : Optional.of(
            new RunView.Problem(
                "only %d MiB are free on its disk".formatted(bytes >> 20),
                "make room; a run that cannot write stops and can be resumed"));
  }

  /// The directory, as a word of a command.
  private String run() {
    return ShellWord.quoted(seen.directory().path());
  }

  private String path(String file) {
    return seen.directory().path().resolve(file).toString();
  }
}
