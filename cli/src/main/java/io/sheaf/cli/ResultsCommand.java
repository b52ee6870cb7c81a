package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import io.sheaf.engine.config.YamlDocument;
import io.sheaf.engine.journal.StoredResult;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.run.CsvTables;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf results`.
@Command
final class ResultsCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DIR", description = "A run directory.")
  private Path directory = Path.of("");

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "The rows of a table so far instead of the units, as CSV unless --json.")
  private @Nullable String table;

  @ArgGroup private Format format = new Format();

  ResultsCommand(Console console) {
    this.console = console;
  }

  /// At most one of them.
  static final class Format {
    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Option(names = "--csv", description = "As CSV.")
    private boolean csv;
  }

  @Override
  public Integer call() throws IOException {
    RunSnapshot run =
        RunSnapshot.read(RunDirectory.existing(directory), console.catalogue()::workload);
    if (table != null) {
      printTable(run, table(run, table));
    } else if (format.json) {
      console.out().println(Json.value(report(run)));
    } else if (format.csv) {
      printUnitsAsCsv(run);
    } else {
      printUnits(run);
    }
    return ExitCode.COMPLETE;
  }

  private static Table table(RunSnapshot run, String name) {
    List<Table> tables = run.definition().workload().tables(run.definition().settings());
    List<String> names = tables.stream().map(Table::name).toList();
    return tables.stream()
        .filter(one -> one.name().equals(name) || one.fileName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "unknown table `%s`%s (there are: %s)"
                        .formatted(name, Nearest.hint(name, names), String.join(", ", names))));
  }

  private void printTable(RunSnapshot run, Table wanted) throws IOException {
    Map<Table, List<Row>> tables = run.bound().tables();
    List<Row> rows = tables.getOrDefault(wanted, List.of());
    if (format.json) {
      console.out().println(Json.value(rows.stream().map(row -> named(wanted, row)).toList()));
      return;
    }
    if (tables.containsKey(wanted)) {
      CsvTables.write(wanted, rows, console.out());
    } else {
      console.say("table " + wanted.name() + " has no rows");
    }
  }

  private static Map<String, @Nullable Object> named(Table table, Row row) {
    Map<String, @Nullable Object> cells = new LinkedHashMap<>();
    for (int i = 0; i < table.columns().size(); i++) {
      cells.put(table.columns().get(i).name(), row.cells().get(i));
    }
    return cells;
  }

  private void printUnits(RunSnapshot run) throws IOException {
    long done = run.results().stream().filter(StoredResult::isDone).count();
    int total = run.results().size() + run.missing().size();
    console
        .out()
        .printf(
            "%s: %s (%s)%s, %s%n%d of %d units done, %d failed%n",
            run.directory(),
            run.definition().name(),
            run.record().workload(),
            run.shard().isWhole() ? "" : ", shard " + run.shard(),
            state(run.directory()),
            done,
            total,
            run.results().size() - done);
    List<List<String>> lines = new ArrayList<>();
    run.results().forEach(one -> lines.add(List.of(one.outcome(), id(run, one), message(one))));
    Columns.print(lines, console.out());
  }

  private void printUnitsAsCsv(RunSnapshot run) {
    console.out().println("unit,outcome,attempts,message");
    for (StoredResult one : run.results()) {
      console
          .out()
          .printf(
              "%s,%s,%d,%s%n", cell(id(run, one)), one.outcome(), one.epoch(), cell(message(one)));
    }
  }

  private Map<String, Object> report(RunSnapshot run) throws IOException {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("name", run.definition().name());
    report.put("workload", run.record().workload());
    report.put("shard", run.shard().toString());
    report.put("state", state(run.directory()));
    report.put("missing", run.missing().size());
    report.put("units", run.results().stream().map(one -> unit(run, one)).toList());
    return report;
  }

  private static Map<String, Object> unit(RunSnapshot run, StoredResult one) {
    Map<String, Object> unit = new LinkedHashMap<>();
    unit.put("unit", id(run, one));
    unit.put("outcome", one.outcome());
    unit.put("attempts", one.epoch());
    unit.put("message", message(one));
    return unit;
  }

  private static String id(RunSnapshot run, StoredResult result) {
    return run.plan().units().get(result.unit()).id();
  }

  private static String message(StoredResult result) {
    return result.isDone() ? "" : result.content().lines().findFirst().orElse("");
  }

  private static String cell(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /// What the heartbeat says, and whether it still beats.
  private static String state(RunDirectory directory) throws IOException {
    if (!Files.isRegularFile(directory.status())) {
      return "just begun";
    }
    Map<String, @Nullable Object> status =
        YamlDocument.read(Files.readString(directory.status()), directory.status().toString());
    String word = String.valueOf(status.get("status"));
    Duration age =
        Duration.between(Instant.parse(String.valueOf(status.get("timestamp"))), Instant.now());
    return word.equals("running") && age.compareTo(Duration.ofSeconds(30)) > 0
        ? "no heartbeat since " + status.get("timestamp") + ", resume if its process is gone"
        : word;
  }
}
