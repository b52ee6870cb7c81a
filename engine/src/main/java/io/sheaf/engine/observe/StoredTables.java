package io.sheaf.engine.observe;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.journal.JournalScan;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.Workload;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import org.jspecify.annotations.Nullable;

/// The tables of a run: those in `out/` row by row, or what the journal comes to so far.
final class StoredTables implements ResultTables {
  /// Results that are bound in memory where there is no `out/` yet.
  private static final int MOST_BOUND = 20_000;

  private final RunDirectory directory;
  private final List<Table> tables;
  private final Optional<Map<String, List<Row>>> bound;

  private StoredTables(
      RunDirectory directory, List<Table> tables, Optional<Map<String, List<Row>>> bound) {
    this.directory = directory;
    this.tables = tables;
    this.bound = bound;
  }

  /// What a run's workload has to show; nothing, and why, where the results so far are too many.
  ///
  /// @param settled how many units have results
  static List<Section> chapter(
      RunDirectory directory, Function<String, Workload> workloads, long settled)
      throws IOException {
    RunRecord record = RunRecord.read(directory.record());
    Workload workload = workloads.apply(record.workload());
    Settings settings = record.settings(workload.keys(), directory.record());
    Optional<Map<String, List<Row>>> bound = Optional.empty();
    if (!Files.exists(directory.manifest())) {
      if (settled > MOST_BOUND) {
        return List.of(
            Section.of(
                "Results so far",
                "%,d units have results, and the run is not finished: their tables are read once it is."
                    .formatted(settled)));
      }
      bound = Optional.of(RunSnapshot.read(directory, workloads).bound().rowsByTable());
    }
    return workload.chapter(
        settings, new StoredTables(directory, workload.tables(settings), bound));
  }

  @Override
  public void each(String name, Consumer<Row> action) throws IOException {
    if (bound.isPresent()) {
      bound.get().getOrDefault(name, List.of()).forEach(action);
      return;
    }
    for (Table table : tables) {
      Path file = directory.out().resolve(table.fileName());
      if (table.name().equals(name) && Files.exists(file)) {
        read(table, file, action);
      }
    }
  }

  private static void read(Table table, Path file, Consumer<Row> action) throws IOException {
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(file)) {
      boolean isHeader = true;
      for (CsvRecord record : records) {
        if (!isHeader) {
          action.accept(row(table, record, file));
        }
        isHeader = false;
      }
    } catch (CsvParseException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static Row row(Table table, CsvRecord record, Path file) throws IOException {
    if (record.getFieldCount() != table.columns().size()) {
      throw new IOException(
          "%s:%d: %d cells, expected %d"
              .formatted(
                  file,
                  record.getStartingLineNumber(),
                  record.getFieldCount(),
                  table.columns().size()));
    }
    List<@Nullable Object> cells = new ArrayList<>();
    for (int i = 0; i < record.getFieldCount(); i++) {
      String cell = record.getField(i);
      try {
        cells.add(cell.isEmpty() ? null : value(cell, table.columns().get(i).type()));
      } catch (NumberFormatException e) {
        throw new IOException(
            "%s:%d: expected a number, found `%s`"
                .formatted(file, record.getStartingLineNumber(), cell),
            e);
      }
    }
    return new Row(table.name(), cells);
  }

  private static Object value(String cell, Table.Type type) {
    return switch (type) {
      case TEXT -> cell;
      case WHOLE -> Long.valueOf(cell);
      case NUMBER -> Double.valueOf(cell);
      case FLAG -> cell.equals("True");
    };
  }

  @Override
  public void seconds(ObjDoubleConsumer<String> action) throws IOException {
    try (JournalScan journal = JournalScan.open(directory.journal())) {
      journal.seconds(action);
    }
  }

  @Override
  public Path out() {
    return directory.out();
  }
}
