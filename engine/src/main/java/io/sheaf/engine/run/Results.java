package io.sheaf.engine.run;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.journal.StoredResult;
import io.sheaf.engine.plan.Artefact;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.InOrder;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.UnitResult;
import io.sheaf.engine.plan.Workload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The committed results of a run, bound into tables and a manifest. Immutable; a pure function of
/// plan, settings and results, so a run, a merge and a validation come to the same bytes.
public final class Results {
  private final Workload workload;
  private final Settings settings;
  private final Plan plan;
  private final Shard shard;
  private final List<StoredResult> stored;

  /// Takes results of one plan.
  ///
  /// @param definition workload and settings
  /// @param stored in plan order
  public Results(Definition definition, Plan plan, Shard shard, List<StoredResult> stored) {
    this.workload = definition.workload();
    this.settings = definition.settings();
    this.plan = plan;
    this.shard = shard;
    this.stored = List.copyOf(stored);
  }

  /// The rows of every table that the workload writes, empty optional tables left out.
  public Map<Table, List<Row>> tables() {
    Iterable<UnitResult> results = () -> InOrder.map(stored.size(), one -> result(stored.get(one)));
    Map<String, List<Row>> rows =
        workload.reduce(settings, results, isComplete()).stream()
            .collect(Collectors.groupingBy(Row::table));
    Map<Table, List<Row>> tables = new LinkedHashMap<>();
    for (Table table : workload.tables(settings)) {
      List<Row> content = rows.getOrDefault(table.name(), List.of());
      rows.remove(table.name());
      content.forEach(row -> checkWidth(table, row));
      if (table.presence() == Table.Presence.ALWAYS || !content.isEmpty()) {
        tables.put(table, content);
      }
    }
    if (!rows.isEmpty()) {
      throw new IllegalStateException(
          "workload %s has rows for tables it does not declare: %s"
              .formatted(workload.name(), rows.keySet()));
    }
    return tables;
  }

  /// The same rows by the names of their tables.
  public Map<String, List<Row>> rowsByTable() {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    tables().forEach((table, content) -> rows.put(table.name(), content));
    return rows;
  }

  private static void checkWidth(Table table, Row row) {
    if (row.cells().size() != table.columns().size()) {
      throw new IllegalStateException(
          "table %s has %d columns and a row of %d cells"
              .formatted(table.name(), table.columns().size(), row.cells().size()));
    }
  }

  /// Whether these are all results of the whole plan.
  public boolean isComplete() {
    return shard.isWhole() && stored.size() == plan.size();
  }

  /// What the workload finds wrong with the tables.
  public List<TableProblem> problems() {
    return workload.check(settings, rowsByTable(), isComplete());
  }

  /// The files of units, which stand in `out/` already.
  public List<Artefact> artefacts() {
    return stored.stream().flatMap(one -> one.artefacts().stream()).toList();
  }

  /// Gives every file of `out/` that is made of results to an action, the manifest last.
  public void files(FileAction action) throws IOException {
    Map<String, Manifest.FileLine> lines = new LinkedHashMap<>();
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    for (Map.Entry<Table, List<Row>> entry : tables().entrySet()) {
      String name = entry.getKey().fileName();
      rows.put(entry.getKey().name(), entry.getValue());
      lines.put(name, action.take(name, CsvTables.content(entry.getKey(), entry.getValue())));
    }
    for (Map.Entry<String, String> entry :
        new TreeMap<>(workload.documents(settings, rows, isComplete())).entrySet()) {
      byte[] text = entry.getValue().getBytes(StandardCharsets.UTF_8);
      lines.put(entry.getKey(), action.take(entry.getKey(), out -> out.write(text)));
    }
    artefacts()
        .forEach(one -> lines.put(one.name(), new Manifest.FileLine(one.bytes(), one.sha256())));
    Manifest.Subject subject =
        new Manifest.Subject(workload.name() + " " + workload.version(), plan.digest(), shard);
    Iterable<Manifest.UnitLine> units =
        () -> InOrder.map(stored.size(), one -> line(stored.get(one)));
    action.take("manifest.json", out -> Manifest.write(subject, units, lines, out));
  }

  /// What is done with a file.
  @FunctionalInterface
  public interface FileAction {
    /// Takes a file, and tells what its content comes to.
    Manifest.FileLine take(String name, Content content) throws IOException;
  }

  /// Writes the files, each whole or not at all, and removes what an earlier attempt left there;
  /// files of others stay, and are found by validation.
  void write(Path out) throws IOException {
    Files.createDirectories(out);
    AtomicFile.delete(out.resolve("manifest.json"));
    for (Table table : workload.tables(settings)) {
      Path file = out.resolve(table.fileName());
      Files.deleteIfExists(AtomicFile.aside(file));
      Files.deleteIfExists(file);
    }
    files(
        (name, content) -> {
          CrashPoint.TABLES_WRITTEN.passIf(name.equals("manifest.json"));
          return AtomicFile.write(out.resolve(name), content);
        });
    CrashPoint.MANIFEST_WRITTEN.pass();
  }

  private UnitResult result(StoredResult one) {
    return new UnitResult(plan.units().get(one.unit()), one.toOutcome());
  }

  private Manifest.UnitLine line(StoredResult one) {
    String sha256 = Digest.of(List.of(one.outcome(), one.content()));
    String id = plan.units().get(one.unit()).id();
    return new Manifest.UnitLine(id, plan.key(one.unit()), one.outcome(), sha256);
  }
}
