package io.sheaf.engine.run;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.journal.Journal;
import io.sheaf.engine.journal.JournalIndex;
import io.sheaf.engine.journal.StoredResult;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// Settles units of a run as failed without running them, so that the others can be finished. They
/// run again only when a retry names them.
public final class Quarantine {
  static final String MESSAGE = "set aside by hand";

  private Quarantine() {}

  /// Whether a result says that its unit was set aside.
  static boolean holds(StoredResult result) {
    return !result.isDone() && result.content().equals(MESSAGE);
  }

  /// Sets units aside; all of them or none.
  ///
  /// @throws RunInUseException while a process works on the run
  /// @throws ConfigurationException for a unit that the run does not have, or that has a result
  public static void apply(RunDirectory directory, List<String> units, Clock clock)
      throws IOException {
    try (RunLock _ = RunLock.acquire(directory.path())) {
      List<StoredResult> results = results(directory, units);
      try (Journal journal = Journal.open(directory.journal())) {
        for (int i = 0; i < units.size(); i++) {
          journal.adopt(results.get(i));
          journal.event(clock.millis(), "quarantine", units.get(i));
        }
        journal.commit();
      }
    }
  }

  private static List<StoredResult> results(RunDirectory directory, List<String> units)
      throws IOException {
    List<StoredResult> results = new ArrayList<>();
    try (JournalIndex journal = JournalIndex.open(directory.journal())) {
      for (String id : units) {
        JournalIndex.PlannedUnit unit =
            journal
                .unit(id)
                .filter(JournalIndex.PlannedUnit::isMine)
                .orElseThrow(
                    () -> new ConfigurationException(directory + " has no unit `" + id + "`"));
        if (journal.result(unit.index()).isPresent()) {
          throw new ConfigurationException(
              id + " has a result already; only a unit without one can be set aside");
        }
        int attempts = journal.attempts(unit.index()).size();
        results.add(new StoredResult(unit.index(), attempts, "failed", MESSAGE));
      }
    }
    return results;
  }
}
