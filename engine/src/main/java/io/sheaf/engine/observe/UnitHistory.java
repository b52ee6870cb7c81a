package io.sheaf.engine.observe;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import io.sheaf.engine.journal.JournalIndex;
import io.sheaf.engine.journal.JournalIndex.Attempt;
import io.sheaf.engine.journal.JournalIndex.Kept;
import io.sheaf.engine.journal.JournalIndex.PhaseLine;
import io.sheaf.engine.journal.JournalIndex.PlannedUnit;
import io.sheaf.engine.journal.StoredResult;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything a run knows of one unit.
///
/// @param attempts in their order
/// @param phases of the last attempt that told
/// @param log its last lines about the unit
public record UnitHistory(
    PlannedUnit unit,
    List<Attempt> attempts,
    List<PhaseLine> phases,
    Optional<Kept> checkpoint,
    Optional<StoredResult> result,
    List<String> log) {

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
      PlannedUnit unit = found.get();
      List<Attempt> attempts = journal.attempts(unit.index());
      return new UnitHistory(
          unit,
          attempts,
          attempts.isEmpty() ? List.of() : journal.phases(unit.index(), attempts.getLast().epoch()),
          journal.checkpoint(unit.index()),
          journal.result(unit.index()),
          LogTail.about(directory.logs(), id, lines));
    }
  }

  /// The digest of the result, as `manifest.json` has it.
  public Optional<String> resultDigest() {
    return result.map(one -> Digest.of(List.of(one.outcome(), one.content())));
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
