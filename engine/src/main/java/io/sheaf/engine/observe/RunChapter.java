package io.sheaf.engine.observe;

import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.plan.Workload;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/// What a workload shows of a run's results, or why it does not. Immutable.
///
/// @param problem empty if it does
public record RunChapter(List<Section> sections, String problem) {
  /// Never fails: a report without it is better than none.
  ///
  /// @param settled how many units have results
  static RunChapter read(
      RunDirectory directory, Function<String, Workload> workloads, long settled) {
    try {
      return new RunChapter(StoredTables.chapter(directory, workloads, settled), "");
    } catch (IOException
        | UncheckedIOException
        | ConfigurationException
        | IllegalArgumentException e) {
      return new RunChapter(List.of(), String.valueOf(e.getMessage()));
    }
  }
}
