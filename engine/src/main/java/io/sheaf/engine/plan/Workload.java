package io.sheaf.engine.plan;

import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.config.Key;
import io.sheaf.engine.config.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A kind of work: how it is split into units, how a unit is run, and what binds the results.
///
/// Immutable. Only the runner does heavy work; everything else is quick.
public interface Workload {
  String name();

  /// Changes whenever results of unchanged input change.
  String version();

  /// One line for `sheaf workloads`.
  String summary();

  /// The keys its configurations may set.
  List<Key> keys();

  /// The tables it writes.
  List<Table> tables(Settings settings);

  /// The methods that the settings come down to, by name, for the run's record.
  Map<String, String> methods(Settings settings);

  /// Everything there is to do, in the order of the results.
  ///
  /// @throws IOException if the inputs cannot be listed or read; the message names them
  List<Unit> units(Settings settings) throws IOException;

  /// A runner for units of that plan.
  UnitRunner runner(Settings settings);

  /// Binds the results of all units, in plan order, into the rows of the tables.
  ///
  /// A pure function. Columns that are known only over all units stay empty unless `complete`.
  ///
  /// @param complete whether these are all units of the plan, not a shard's
  List<Row> reduce(Settings settings, Iterable<UnitResult> results, boolean complete);

  /// What is wrong with finished tables; empty if nothing is.
  ///
  /// @param complete whether all columns must be filled
  List<TableProblem> check(Settings settings, Map<String, List<Row>> tables, boolean complete);

  /// Further files of `out/`, by name: the tables in the formats of others; none unless a workload
  /// says more. A pure function, and the names stay the same from unfinished to finished tables.
  ///
  /// @param complete whether all columns are filled
  default Map<String, String> documents(
      Settings settings, Map<String, List<Row>> tables, boolean complete) {
    return Map.of();
  }

  /// What is wrong with what stands in the files of units, which are the bytes that the units made;
  /// nothing unless a workload says more.
  ///
  /// @param tables rows of every table, by name
  /// @param out the directory of results
  /// @throws IOException if a file cannot be read
  default List<TableProblem> checkFiles(Settings settings, Map<String, List<Row>> tables, Path out)
      throws IOException {
    return List.of();
  }

  /// What `--dry-run` says about the plan, a line each.
  ///
  /// @throws IOException if an input cannot be read
  List<String> describe(Settings settings, List<Unit> units) throws IOException;

  /// What reports show of its results beside the tables; nothing unless a workload says more.
  ///
  /// Inputs may be gone by then. At a million units it must take seconds and little memory.
  ///
  /// @param tables of a run that may be unfinished
  /// @throws IOException if the results cannot be read
  default List<Section> chapter(Settings settings, ResultTables tables) throws IOException {
    return List.of();
  }
}
