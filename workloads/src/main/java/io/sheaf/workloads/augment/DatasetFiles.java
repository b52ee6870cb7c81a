package io.sheaf.workloads.augment;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Artefact;
import io.sheaf.engine.plan.Input;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.text.combination.Combination;
import io.sheaf.workloads.parquet.ParquetFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The files of combinations: `NAME/dataset.parquet` or `.csv`, and `NAME/meta.json` beside it; in
/// `NAME/part_00000` and so on where the input has several blocks.
///
/// @param resources what tells which model a method was made with, by its id
record DatasetFiles(Settings settings, Map<String, String> resources) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  DatasetFiles(Settings settings) {
    this(settings, Map.of());
  }

  /// Puts the variants into files, and in their place a row that says how many there are.
  ///
  /// @param blocks how many the input has
  UnitOutput output(Unit unit, UnitOutput made, int blocks, UnitContext context)
      throws IOException {
    Combination combination = AugmentWorkload.combination(unit);
    List<Row> variants = new ArrayList<>();
    List<Row> others = new ArrayList<>();
    made.rows().forEach(row -> (isVariant(row) ? variants : others).add(row));
    if (variants.isEmpty()) {
      return made;
    }
    String folder = combination.name() + (blocks == 1 ? "" : part(unit));
    String dataset = folder + "/dataset." + settings.text("save_format");
    String meta = folder + "/meta.json";
    Path scratch = context.scratch();
    Files.createDirectories(scratch.resolve(folder));
    write(scratch.resolve(dataset), AugmentTables.dataset(combination, settings), variants);
    Files.writeString(
        scratch.resolve(meta), JSON.writeValueAsString(facts(unit, made, variants)) + "\n");
    others.add(
        new Row(AugmentTables.MADE, List.of(combination.id(), (long) variants.size(), dataset)));
    return new UnitOutput(
        others, List.of(Artefact.of(scratch, dataset), Artefact.of(scratch, meta)));
  }

  static boolean isVariant(Row row) {
    return row.table().startsWith("combo_");
  }

  private static String part(Unit unit) {
    return "/part_%05d".formatted(AugmentWorkload.block(unit));
  }

  private Map<String, Object> facts(Unit unit, UnitOutput made, List<Row> variants) {
    Combination combination = AugmentWorkload.combination(unit);
    Map<String, Long> skipped = new TreeMap<>();
    made.rows().stream()
        .filter(row -> row.table().equals(AugmentTables.TALLY))
        .forEach(row -> skipped.merge(row.text(1), (long) row.number(2), Long::sum));
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("combo_id", combination.id());
    facts.put("combo_methods", combination.methods());
    facts.put("method_args", settings.texts("method_args"));
    if (!resources.isEmpty()) {
      facts.put("resources", resources);
    }
    facts.put("variants_per_sample", settings.whole("variants_per_sample"));
    facts.put("seed", settings.seed());
    facts.put("quality_min_sim", settings.decimal("quality_min_sim"));
    facts.put("quality_max_sim", settings.decimal("quality_max_sim"));
    facts.put("rows", variants.size());
    facts.put("rows_skipped", skipped);
    Map<String, Object> inputs = new LinkedHashMap<>();
    for (Input input : unit.inputs()) {
      inputs.put(input.name(), input.sha256());
    }
    facts.put("source_sha256", inputs);
    facts.put(
        "columns",
        AugmentTables.dataset(combination, settings).columns().stream()
            .map(Table.Column::name)
            .toList());
    return facts;
  }

  private static void write(Path file, Table table, List<Row> rows) throws IOException {
    if (file.toString().endsWith(".parquet")) {
      ParquetFile.write(file, table, rows);
      return;
    }
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord(table.columns().stream().map(Table.Column::name).toList());
      rows.forEach(row -> csv.writeRecord(row.cells().stream().map(String::valueOf).toList()));
    }
  }

  /// The variants of a combination, as they stand in the files.
  ///
  /// @param out the directory of results
  /// @throws IOException if a file cannot be read; the message names it
  List<Row> read(Path out, Combination combination) throws IOException {
    Path folder = out.resolve(combination.name());
    List<Row> rows = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      String name = "dataset." + settings.text("save_format");
      try (Stream<Path> files = Files.walk(folder, 2)) {
        for (Path file : files.filter(one -> one.endsWith(name)).sorted().toList()) {
          read(file, AugmentTables.dataset(combination, settings), rows);
        }
      }
    }
    return rows;
  }

  /// How many rows a combination left out and why, in words; empty if its files do not tell.
  String skipped(Path out, Combination combination) throws IOException {
    Path folder = out.resolve(combination.name());
    Map<String, Long> reasons = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder, 2)) {
        for (Path file : files.filter(one -> one.endsWith("meta.json")).toList()) {
          JSON.readTree(file)
              .path("rows_skipped")
              .forEachEntry((why, rows) -> reasons.merge(why, rows.asLong(), Long::sum));
        }
      } catch (JacksonException e) {
        throw new IOException(folder + ": " + e.getOriginalMessage(), e);
      }
    }
    return reasons.entrySet().stream()
        .map(entry -> entry.getKey() + " (" + entry.getValue() + " rows)")
        .collect(Collectors.joining("; "));
  }

  private static void read(Path file, Table table, List<Row> rows) throws IOException {
    Records records = Records.read(file.toString());
    if (!records.columns().equals(table.columns().stream().map(Table.Column::name).toList())) {
      throw new IOException(file + ": columns " + records.columns());
    }
    for (List<String> cells : records.rows()) {
      if (cells.size() != table.columns().size()) {
        throw new IOException(file + ": a row of " + cells.size() + " cells");
      }
      List<@Nullable Object> typed = new ArrayList<>();
      for (int i = 0; i < cells.size(); i++) {
        typed.add(typed(cells.get(i), table.columns().get(i).type(), file));
      }
      rows.add(new Row(table.name(), typed));
    }
  }

  private static Object typed(String cell, Table.Type type, Path file) throws IOException {
    try {
      return switch (type) {
        case WHOLE -> Long.valueOf(cell);
        case NUMBER -> Double.valueOf(cell);
        case TEXT, FLAG -> cell;
      };
    } catch (NumberFormatException e) {
      throw new IOException("%s: expected a number, found `%s`".formatted(file, cell), e);
    }
  }
}
