package io.sheaf.cli;

import io.sheaf.engine.journal.JournalReader;
import io.sheaf.engine.journal.WorkerTotals;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What each worker of a run did.
final class WorkerSummary {
  private static final List<String> HEAD =
      List.of("worker", "attempts", "done", "busy s", "CPU s", "failed, lost, ...");

  private WorkerSummary() {}

  /// A table, a line for each worker.
  static List<String> lines(Path directory) throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    try (JournalReader journal = JournalReader.open(new RunDirectory(directory).journal())) {
      for (WorkerTotals worker : journal.workers()) {
        rows.add(
            List.of(
                worker.worker(),
                Long.toString(worker.attempts()),
                Long.toString(worker.done()),
                seconds(worker.wallNanos()),
                seconds(worker.cpuNanos()),
                Long.toString(worker.attempts() - worker.done())));
      }
    }
    return TextTable.lines(rows);
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
  }
}
