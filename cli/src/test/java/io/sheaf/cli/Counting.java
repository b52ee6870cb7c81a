package io.sheaf.cli;

import io.sheaf.engine.config.Key;
import io.sheaf.engine.config.KeyType;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitFailedException;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.UnitResult;
import io.sheaf.engine.plan.UnitRunner;
import io.sheaf.engine.plan.Workload;
import io.sheaf.workloads.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A workload that counts: unit i finds i times `factor`. It can be told to fail or to wait.
final class Counting implements Workload {
  private static final Table NUMBERS =
      new Table(
          "numbers",
          List.of(
              new Table.Column("user", Table.Type.TEXT, false),
              new Table.Column("number", Table.Type.WHOLE, false),
              new Table.Column("total", Table.Type.WHOLE, true)),
          List.of("user"),
          Table.Presence.ALWAYS);
  private static final Table ERRORS =
      new Table(
          "error_log",
          List.of(new Table.Column("error", Table.Type.TEXT, false)),
          List.of("error"),
          Table.Presence.IF_ANY);

  static Catalogue catalogue() {
    Counting workload = new Counting();
    return new Catalogue() {
      @Override
      public List<Workload> workloads() {
        return List.of(workload);
      }

      @Override
      public List<Preset> presets() {
        return List.of(
            new Preset("small", workload, "n_users: 3\n", "Three units."),
            new Preset("large", workload, "n_users: 60\njvm:\n  xmx: 12g\n", "Sixty units."));
      }
    };
  }

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public String summary() {
    return "Counts.";
  }

  @Override
  public List<Key> keys() {
    KeyType natural = KeyType.whole(0, Long.MAX_VALUE);
    return List.of(
        Key.result("seed", KeyType.whole(Long.MIN_VALUE, Long.MAX_VALUE), 42L, "seed of the run"),
        Key.result("n_users", natural, 3L, "units"),
        Key.result("factor", natural, 1L, "what to multiply with"),
        Key.result("failing", KeyType.listOf(natural), List.of(), "units that cannot be done"),
        Key.circumstance("gate", KeyType.text(), null, "units wait until this file exists"),
        Key.unused("heartbeat", "progress is always shown"),
        Key.unused("jvm.*", "the launcher reads it"));
  }

  @Override
  public List<Table> tables(Settings settings) {
    return List.of(NUMBERS, ERRORS);
  }

  @Override
  public Map<String, String> methods(Settings settings) {
    return Map.of();
  }

  @Override
  public List<Unit> units(Settings settings) {
    return IntStream.range(0, settings.whole("n_users"))
        .mapToObj(i -> new Unit("user=" + i, "u" + i, 1, Map.of("n", "" + i), List.of()))
        .toList();
  }

  @Override
  public UnitRunner runner(Settings settings) {
    return (unit, context) -> {
      settings.optionalText("gate").ifPresent(gate -> await(Path.of(gate)));
      int number = Integer.parseInt(unit.parameter("n"));
      if (settings.wholes("failing").contains(number)) {
        throw new UnitFailedException("too little data, of all things");
      }
      context.checkCancelled();
      return output(unit, number * settings.whole("factor"), context);
    };
  }

  private static UnitOutput output(Unit unit, int number, UnitContext context) {
    context.seed("unused");
    List<Object> cells = new ArrayList<>(List.of(unit.group(), number));
    cells.add(null);
    return new UnitOutput(List.of(new Row("numbers", cells)));
  }

  private static void await(Path gate) {
    while (!Files.exists(gate)) {
      Thread.onSpinWait();
    }
  }

  @Override
  public List<Row> reduce(Settings settings, Iterable<UnitResult> results, boolean complete) {
    List<Row> rows = new ArrayList<>();
    long total = 0;
    for (UnitResult result : results) {
      if (result.outcome() instanceof Outcome.Done(UnitOutput output)) {
        rows.addAll(output.rows());
        total += (long) output.rows().getFirst().number(1);
      } else {
        rows.add(new Row("error_log", List.of(result.outcome().message())));
      }
    }
    Optional<Long> sum = complete ? Optional.of(total) : Optional.empty();
    return rows.stream()
        .map(row -> row.table().equals("numbers") ? row.with(2, sum.orElse(null)) : row)
        .toList();
  }

  @Override
  public List<TableProblem> check(
      Settings settings, Map<String, List<Row>> tables, boolean complete) {
    return List.of();
  }

  @Override
  public List<String> describe(Settings settings, List<Unit> units) throws IOException {
    return List.of("estimated time: no time at all");
  }
}
