package io.sheaf.engine.observe;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import io.sheaf.engine.journal.JournalIndex;
import io.sheaf.engine.journal.JournalIndex.PlannedUnit;
import io.sheaf.engine.journal.StoredResult;
import io.sheaf.engine.plan.Artefact;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything a run knows of one unit.
///
/// @param isMine whether it belongs to this run's shard
/// @param attempts in their order
/// @param phases of the last attempt that told
/// @param checkpointBytes size of the state from which it can go on
/// @param log the last lines about the unit
public record UnitHistory(
    Unit unit,
    boolean isMine,
    List<Attempt> attempts,
    List<Profile.Line> phases,
    Optional<Long> checkpointBytes,
    Optional<Result> result,
    List<String> log) {

  /// An attempt at it.
  ///
  /// @param epoch from 1
  /// @param worker empty while it is under way
  /// @param outcome its word, empty while it is under way
  public record Attempt(
      int epoch,
      String why,
      Instant started,
      String worker,
      long wallNanos,
      long cpuNanos,
      String outcome,
      String message) {}

  /// What was committed.
  ///
  /// @param outcome its word
  /// @param message why it is not done, in a line; empty if it is
  /// @param digest as `manifest.json` has it
  public record Result(
      String outcome, String message, List<Artefact> artefacts, int rows, String digest) {}

  /// Reads it.
  ///
  /// @param lines of the log at most
  /// @throws ConfigurationException if there is no such unit; names the nearest
  public static UnitHistory read(RunDirectory directory, String id, int lines) throws IOException {
    try (JournalIndex journal = JournalIndex.open(directory.journal())) {
      Optional<PlannedUnit> found = journal.unit(id);
      if (found.isEmpty()) {
        throw unknown(journal, directory, id);
      }
      return of(journal, found.get(), directory, lines);
    }
  }

  /// Reads it by its position in the plan.
  static UnitHistory read(RunDirectory directory, int index, int lines) throws IOException {
    try (JournalIndex journal = JournalIndex.open(directory.journal())) {
      return of(journal, journal.unit(index).orElseThrow(), directory, lines);
    }
  }

  private static UnitHistory of(
      JournalIndex journal, PlannedUnit unit, RunDirectory directory, int lines)
      throws IOException {
    int index = unit.index();
    List<Attempt> attempts = journal.attempts(index).stream().map(UnitHistory::attempt).toList();
    return new UnitHistory(
        unit.unit(),
        unit.isMine(),
        attempts,
        attempts.isEmpty() ? List.of() : phases(journal, index, attempts.getLast().epoch()),
        journal.checkpoint(index).map(JournalIndex.Kept::bytes),
        journal.result(index).map(UnitHistory::result),
        LogTail.about(directory.logs(), unit.unit().id(), lines));
  }

  private static Attempt attempt(JournalIndex.Attempt one) {
    return new Attempt(
        one.epoch(),
        one.why(),
        Instant.ofEpochMilli(one.startedMillis()),
        one.worker(),
        one.wallNanos(),
        one.cpuNanos(),
        one.outcome(),
        one.message());
  }

  private static List<Profile.Line> phases(JournalIndex journal, int unit, int epoch)
      throws IOException {
    return journal.phases(unit, epoch).stream()
        .map(one -> new Profile.Line(one.name(), one.calls(), one.wallNanos(), one.cpuNanos()))
        .toList();
  }

  private static Result result(StoredResult one) {
    return new Result(
        one.outcome(),
        one.isDone() ? "" : one.content().lines().findFirst().orElse(""),
        one.artefacts(),
        one.rows(),
        Digest.of(List.of(one.outcome(), one.content())));
  }

  /// How it stands, in words.
  public String state() {
    if (result.isPresent()) {
      return result.get().outcome();
    }
    if (!isMine) {
      return "not in this run's shard";
    }
    if (attempts.isEmpty()) {
      return "waits";
    }
    return attempts.getLast().outcome().isEmpty()
        ? "under way, or cut off when its process ended"
        : "waits for another attempt";
  }

  private static ConfigurationException unknown(
      JournalIndex journal, RunDirectory directory, String id) throws IOException {
    List<String> ids = new ArrayList<>();
    journal.ids(ids::add);
    List<String> parts = ids.stream().filter(one -> one.contains(id)).limit(3).toList();
    String hint =
        parts.isEmpty()
            ? Nearest.hint(id, ids)
            : "; units with that in their name: " + String.join(", ", parts);
    return new ConfigurationException(
        "%s has no unit `%s`%s (%d units, the first is %s)"
            .formatted(directory, id, hint, ids.size(), ids.isEmpty() ? "none" : ids.getFirst()));
  }
}
