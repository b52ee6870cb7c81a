package io.sheaf.workloads.noop;

import io.sheaf.engine.config.Key;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitResult;
import io.sheaf.engine.plan.UnitRunner;
import io.sheaf.engine.plan.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Units of nothing. A unit is `unit=0000001`; it takes as long, fails and writes as it is told.
public final class NoopWorkload implements Workload {
  static final Table ROWS =
      new Table(
          "noop",
          List.of(
              new Table.Column("unit", Table.Type.TEXT, false),
              new Table.Column("row", Table.Type.WHOLE, false),
              new Table.Column("payload", Table.Type.TEXT, false)),
          List.of("unit", "row"),
          Table.Presence.ALWAYS);
  private static final Table ERRORS =
      new Table(
          "errors",
          List.of(
              new Table.Column("unit", Table.Type.TEXT, false),
              new Table.Column("error", Table.Type.TEXT, false)),
          List.of("unit"),
          Table.Presence.IF_ANY);
  private static final int DIGITS = 10_000_000;

  @Override
  public String name() {
    return "noop";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String summary() {
    return "nothing, at any length and with any failure, for benchmarks and tests";
  }

  @Override
  public List<Key> keys() {
    return NoopKeys.ALL;
  }

  @Override
  public List<Table> tables(Settings settings) {
    return List.of(ROWS, ERRORS);
  }

  @Override
  public Map<String, String> methods(Settings settings) {
    return Map.of();
  }

  /// Units share all they can: a million of them are 100 MB.
  @Override
  public List<Unit> units(Settings settings) {
    Durations durations = Durations.of(settings);
    String weights = settings.text("weights");
    int count = settings.whole("units");
    List<Unit> units = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      String id = id(i);
      units.add(new Unit(id, id, weight(weights, id, durations), Map.of(), List.of()));
    }
    return units;
  }

  private static String id(int number) {
    return number < DIGITS
        ? "unit=" + Integer.toString(DIGITS + number).substring(1)
        : "unit=" + number;
  }

  private static double weight(String weights, String id, Durations durations) {
    return switch (weights) {
      case "duration" -> Math.max(1e-6, durations.millis(id));
      case "random" -> 1e-6 + Durations.uniform(durations.seed(), id, "weight");
      default -> 1;
    };
  }

  @Override
  public UnitRunner runner(Settings settings) {
    return NoopRunner.of(settings);
  }

  @Override
  public List<Row> reduce(Settings settings, Iterable<UnitResult> results, boolean complete) {
    List<Row> rows = new ArrayList<>();
    for (UnitResult result : results) {
      if (result.outcome() instanceof Outcome.Done(var output)) {
        rows.addAll(output.rows());
      } else {
        rows.add(new Row(ERRORS.name(), List.of(result.unit().id(), result.outcome().message())));
      }
    }
    return rows;
  }

  @Override
  public List<TableProblem> check(
      Settings settings, Map<String, List<Row>> tables, boolean complete) {
    return List.of();
  }

  @Override
  public List<String> describe(Settings settings, List<Unit> units) {
    Durations durations = Durations.of(settings);
    double millis = units.stream().mapToDouble(unit -> durations.millis(unit.id())).sum();
    return List.of(String.format(Locale.ROOT, "%.3f s of work in all", millis / 1000));
  }
}
