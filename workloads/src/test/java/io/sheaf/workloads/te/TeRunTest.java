package io.sheaf.workloads.te;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.merge.Validation;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.run.RunOptions;
import io.sheaf.info.series.Workers;
import io.sheaf.workloads.fixture.Runs;
import io.sheaf.workloads.parquet.ParquetFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs of questions about a table that is made here.
class TeRunTest {
  @TempDir private Path folder;
  private final TeWorkload workload = new TeWorkload();
  private Path table = Path.of("");
  private Runs runs = new Runs(table, workload);

  @BeforeEach
  void make() throws IOException {
    table = CoupledTable.write(folder.resolve("data.csv"), 6, 150);
    runs = new Runs(folder, workload);
  }

  private String[] groups(String... more) {
    return with(
        List.of(
            "input=" + table,
            "source=x",
            "target=y",
            "group_by=user",
            "delays=1..3",
            "surrogates=39"),
        more);
  }

  private String[] pairs(String... more) {
    return with(
        List.of("input=" + table, "all_pairs=true", "group_by=user", "estimator=gaussian"), more);
  }

  private static String[] with(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private Map<String, String> out(String... assignments) throws IOException {
    return runs.run(Runs.options(2, 0), assignments).out();
  }

  private static List<NamedCsvRecord> table(Map<String, String> out, String name) {
    String text = Objects.requireNonNull(out.get(name + ".csv"), name);
    return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
  }

  @Test
  void isTheSameForAnyDivisionOfTheWork() throws IOException {
    for (String[] work : List.of(groups(), pairs())) {
      Map<String, String> expected = runs.run(Runs.options(1, 0), work).out();
      assertThat(expected).containsKeys("te.csv", "manifest.json").doesNotContainKey("errors.csv");
      assertThat(out(work)).isEqualTo(expected);
      assertThat(runs.merged(1, work)).isEqualTo(expected);
      assertThat(runs.merged(3, work)).isEqualTo(expected);
      assertThat(out(with(List.of(work), "seed=2"))).as("control").isNotEqualTo(expected);
    }
  }

  @Test
  void findsWhatWasPlantedAtItsDelay() throws IOException {
    Map<String, String> out = out(groups());
    List<NamedCsvRecord> rows = table(out, "te");
    assertThat(rows).hasSize(6);
    for (NamedCsvRecord row : rows) {
      boolean isCoupled = List.of("u0", "u2", "u4").contains(row.getField("group"));
      double q = Double.parseDouble(row.getField("q"));
      assertThat(q <= 0.05).as("%s", row).isEqualTo(isCoupled);
      assertThat(q).isGreaterThanOrEqualTo(Double.parseDouble(row.getField("p")));
      assertThat(row.getField("delay").equals("2") || !isCoupled).isTrue();
    }
    assertThat(table(out, "te_delays")).hasSize(18);
  }

  /// A shard knows its own p only.
  @Test
  void leavesQOpenInAShard() throws IOException {
    RunOptions shard = new RunOptions(new Shard(1, 2), 1, 0);
    List<NamedCsvRecord> rows = table(runs.run(shard, groups()).out(), "te");
    assertThat(rows).extracting(row -> row.getField("group")).containsExactly("u1", "u3", "u5");
    assertThat(rows).allMatch(row -> row.getField("q").isEmpty() && !row.getField("p").isEmpty());
  }

  /// The same numbers as asking without a run.
  @Test
  void answersAsTheCommandDoes() throws IOException {
    Request request = Request.of(runs.definition(pairs()).settings());
    Inquiry inquiry = new Inquiry(request.question(), Workers.calling());
    List<Answer> answers = new ArrayList<>();
    request
        .groups()
        .forEach(
            (group, rows) ->
                request.roles().forEach(one -> answers.add(inquiry.answer(rows, one, group))));
    List<String> expected =
        Inquiry.adjusted(answers).stream()
            .map(one -> "%s %s %s %s".formatted(one.group(), one.value(), one.p(), one.q()))
            .toList();
    assertThat(expected).hasSize(36);
    assertThat(
            table(out(pairs()), "te").stream()
                .map(
                    row ->
                        "%s %s %s %s"
                            .formatted(
                                row.getField("group"),
                                Double.parseDouble(row.getField("value_nats")),
                                Double.parseDouble(row.getField("p")),
                                Double.parseDouble(row.getField("q")))))
        .isEqualTo(expected);
  }

  @Test
  void dependsNeitherOnThePlaceNorOnTheFormat() throws IOException {
    String expected = out(groups()).get("te.csv");
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.copy(table, elsewhere.resolve("data.csv"));
    assertThat(out(groups("input=" + elsewhere.resolve("data.csv")))).isEqualTo(out(groups()));
    Path compressed = folder.resolve("data.csv.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(table, gzip);
    }
    assertThat(out(groups("input=" + compressed)).get("te.csv")).isEqualTo(expected);
    assertThat(out(groups("input=" + parquet())).get("te.csv")).isEqualTo(expected);
  }

  private Path parquet() throws IOException {
    Table.Column user = new Table.Column("user", Table.Type.TEXT, false);
    List<Table.Column> columns = new ArrayList<>(List.of(user));
    for (String name : List.of("x", "y", "z")) {
      columns.add(new Table.Column(name, Table.Type.NUMBER, false));
    }
    List<Row> rows =
        Files.readAllLines(table).stream()
            .skip(1)
            .map(line -> line.split(",", -1))
            .map(
                cells ->
                    new Row(
                        "t",
                        Arrays.asList(
                            cells[0],
                            Double.valueOf(cells[1]),
                            Double.valueOf(cells[2]),
                            Double.valueOf(cells[3]))))
            .toList();
    Path file = folder.resolve("data.parquet");
    ParquetFile.write(file, new Table("t", columns, List.of(), Table.Presence.ALWAYS), rows);
    return file;
  }

  /// A group that cannot be answered does not stop the others.
  @Test
  void saysWhichGroupHasNoAnswer() throws IOException {
    Files.writeString(table, Files.readString(table) + "short,1,2,3\nshort,2,3,4\n");
    Runs.Finished run = runs.run(Runs.options(2, 0), groups());
    assertThat(run.end().progress().failed()).isEqualTo(1);
    assertThat(table(run.out(), "te")).hasSize(6);
    NamedCsvRecord error = table(run.out(), "errors").getFirst();
    assertThat(error.getField("unit")).isEqualTo("group=short/source=x/target=y");
    assertThat(error.getField("error")).contains("group short: ").doesNotContain(table.toString());
  }

  @Test
  void refusesBadCellsBeforeItRuns() throws IOException {
    Files.writeString(table, Files.readString(table) + "u9,nan,2,3\n");
    assertThatThrownBy(() -> out(groups()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("data.csv:902: column `x` has `nan`, expected a finite number");
  }

  @Test
  void isValidAndSeesWrongNumbers() throws IOException {
    Runs.Finished run = runs.run(Runs.options(2, 0), groups());
    assertThat(Validation.of(RunSnapshot.read(run.directory(), _ -> workload)).values())
        .allMatch(List::isEmpty);
    List<Row> rows = List.of(answer(0.02, 0.01), answer(0.02, 0.02), answer(1.2, 1.2));
    List<TableProblem> problems =
        workload.check(runs.definition(groups()).settings(), Map.of("te", rows), true);
    assertThat(problems)
        .extracting(TableProblem::what)
        .containsExactly(
            "x -> y: q = 0.01, expected p <= q <= 1 (p = 0.02)",
            "x -> y: p = 1.2 with 9 surrogates",
            "x -> y: q = 1.2, expected p <= q <= 1 (p = 1.2)");
  }

  private static Row answer(double p, double q) {
    return new Row(
        "te",
        Arrays.asList(
            null,
            "x",
            "y",
            null,
            "te",
            "ksg1 (K = 4)",
            0.1,
            90,
            1,
            1,
            1,
            2,
            "shift",
            9,
            p,
            q,
            0.05,
            null));
  }
}
