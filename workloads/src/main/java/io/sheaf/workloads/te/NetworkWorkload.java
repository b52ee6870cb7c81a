package io.sheaf.workloads.te;

import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.config.Key;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Input;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitResult;
import io.sheaf.engine.plan.UnitRunner;
import io.sheaf.engine.plan.Workload;
import io.sheaf.info.series.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which series of a table inform which, by multivariate transfer entropy. A unit is `target=NAME`.
public final class NetworkWorkload implements Workload {
  static final String TARGET = "target";

  @Override
  public String name() {
    return "network";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String summary() {
    return "which series of a table inform which, by multivariate transfer entropy";
  }

  @Override
  public List<Key> keys() {
    return NetworkKeys.ALL;
  }

  @Override
  public List<Table> tables(Settings settings) {
    return NetworkTables.ALL;
  }

  @Override
  public Map<String, String> methods(Settings settings) {
    NetworkRequest request = NetworkRequest.of(settings);
    return Map.of(
        "selection",
        "greedy, lags %s: maximum, minimum and omnibus test, each at %s"
            .formatted(settings.text("lags"), request.level()),
        "estimator",
        request.preparation().estimator(Workers.calling()).describe(),
        "null",
        request.how().describe(),
        "q",
        "Benjamini-Hochberg over targets, of the greater p of the first maximum test and the omnibus test");
  }

  @Override
  public List<Unit> units(Settings settings) throws IOException {
    NetworkRequest request = NetworkRequest.of(settings);
    SeriesTable table = request.table();
    Input input = request.input();
    double weight = Math.max(1, (double) table.rows() * table.names().size());
    return table.names().stream()
        .map(name -> new Unit("target=" + name, name, weight, Map.of(TARGET, name), List.of(input)))
        .toList();
  }

  @Override
  public UnitRunner runner(Settings settings) {
    return new NetworkRunner(NetworkRequest.of(settings));
  }

  @Override
  public List<Row> reduce(Settings settings, Iterable<UnitResult> results, boolean complete) {
    return NetworkTables.bound(results, settings.decimal("fdr"), complete);
  }

  @Override
  public List<TableProblem> check(
      Settings settings, Map<String, List<Row>> tables, boolean complete) {
    return NetworkTables.problems(tables, settings.decimal("fdr"), complete);
  }

  @Override
  public Map<String, String> documents(
      Settings settings, Map<String, List<Row>> tables, boolean complete) {
    List<Row> edges = tables.getOrDefault(NetworkTables.EDGES.name(), List.of());
    List<Row> targets = tables.getOrDefault(NetworkTables.TARGETS.name(), List.of());
    // A series whose own unit failed may inform others.
    List<String> names =
        Stream.concat(targets.stream(), edges.stream()).map(row -> row.text(0)).distinct().toList();
    return Map.of(
        "network.graphml", GraphMl.of(names, edges),
        "adjacency.svg", AdjacencyPicture.of(names, edges));
  }

  @Override
  public List<Section> chapter(Settings settings, ResultTables tables) throws IOException {
    return NetworkChapter.of(settings, tables);
  }

  @Override
  public List<String> describe(Settings settings, List<Unit> units) throws IOException {
    NetworkRequest request = NetworkRequest.of(settings);
    int candidates = (units.size() - 1) * request.lags().size();
    int surrogates = settings.whole("surrogates");
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d series of %d rows; each has %d rows of others to choose from, %d surrogates of each"
            .formatted(units.size(), request.table().rows(), candidates, surrogates));
    new SurrogatesNeeded(units.size(), settings.decimal("fdr"))
        .warning(surrogates, "target")
        .ifPresent(lines::add);
    return lines;
  }
}
