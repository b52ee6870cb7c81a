package io.sheaf.engine.observe;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.journal.JournalReader;
import io.sheaf.engine.journal.StoredResult;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Workload;
import io.sheaf.engine.run.Definition;
import io.sheaf.engine.run.Results;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunRecord;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A run as its directory tells it: what was to be done and what has been committed.
///
/// @param results in plan order
public record RunSnapshot(
    RunDirectory directory,
    RunRecord record,
    Definition definition,
    Plan plan,
    Shard shard,
    List<StoredResult> results) {

  /// Reads a run directory; needs none of the run's inputs.
  ///
  /// @param workloads finds a workload by name, or throws if there is none
  public static RunSnapshot read(RunDirectory directory, Function<String, Workload> workloads)
      throws IOException {
    RunRecord record = RunRecord.read(directory.record());
    Workload workload = workloads.apply(record.workload());
    Settings settings = record.settings(workload.keys(), directory.record());
    Definition definition = new Definition(record.name(), workload, settings);
    try (JournalReader journal = JournalReader.open(directory.journal())) {
      return new RunSnapshot(
          directory, record, definition, journal.plan(), journal.shard(), journal.results());
    }
  }

  /// The results bound into tables.
  public Results bound() {
    return new Results(definition, plan, shard, results);
  }

  /// Units of this shard without a result.
  public List<String> missing() {
    Set<Integer> settled = results.stream().map(StoredResult::unit).collect(Collectors.toSet());
    return IntStream.range(0, plan.size())
        .filter(unit -> shard.holds(plan, unit) && !settled.contains(unit))
        .mapToObj(unit -> plan.units().get(unit).id())
        .toList();
  }
}
