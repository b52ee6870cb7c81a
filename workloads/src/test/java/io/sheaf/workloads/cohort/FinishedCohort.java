package io.sheaf.workloads.cohort;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.TableProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a run left: its tables as they stand in the files.
///
/// @param failures `unit: message` of units that could not be done, by name
record FinishedCohort(RunSnapshot run, List<String> failures) {
  /// The rows of a table by column; none if there is no such file.
  List<Map<String, String>> table(String name) throws IOException {
    return table(run.directory().out(), name);
  }

  static List<Map<String, String>> table(Path directory, String name) throws IOException {
    Path file = directory.resolve(name + ".csv");
    if (!Files.exists(file)) {
      return List.of();
    }
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().map(NamedCsvRecord::getFieldsAsMap).toList();
    }
  }

  /// The only row at that lag.
  Map<String, String> row(String table, int tau) throws IOException {
    List<Map<String, String>> rows =
        table(table).stream().filter(row -> cell(row, "tau").equals("" + tau)).toList();
    if (rows.size() != 1) {
      throw new IllegalStateException(table + " has " + rows.size() + " rows at lag " + tau);
    }
    return rows.getFirst();
  }

  /// The text of a cell in a column that must be there.
  static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  /// NaN where the cell is empty.
  static double number(Map<String, String> row, String column) {
    String cell = cell(row, column);
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  /// `user/mode/method/tau: error` of each row of the error log.
  List<String> errors() throws IOException {
    return table("error_log").stream()
        .map(
            row ->
                "%s/%s/%s/%s: %s"
                    .formatted(
                        row.get("user_id"),
                        row.get("feature_mode"),
                        row.get("method"),
                        row.get("tau"),
                        row.get("error")))
        .toList();
  }

  /// What the workload's check finds.
  List<String> problems() {
    return run.bound().problems().stream().map(TableProblem::toString).toList();
  }

  /// The content of every file of `out/`.
  Map<String, String> files() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.list(run.directory().out())) {
      files.forEach(file -> content.put(file.getFileName().toString(), text(file)));
    }
    return content;
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
