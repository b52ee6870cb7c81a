package io.sheaf.workloads.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.engine.cache.SharedCache;
import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.merge.Merge;
import io.sheaf.engine.merge.RefusedException;
import io.sheaf.engine.merge.Validation;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Cache;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.run.Definition;
import io.sheaf.engine.run.Run;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunListener;
import io.sheaf.engine.run.RunOptions;
import io.sheaf.engine.schedule.Progress;
import io.sheaf.text.combination.Combination;
import io.sheaf.text.model.BertWeights;
import io.sheaf.text.model.Checksums;
import io.sheaf.workloads.parquet.ParquetFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole runs over the sample and over files made here.
class AugmentRunTest {
  private static final String[] SAMPLE = {
    "input=sample",
    "id_col=sentence_id",
    "methods=[nlp_keyboard, ta_contraction, nlp_spelling, nlp_cwe_sub_roberta, word_swap]"
  };

  @TempDir private Path root;

  private Configuration configuration(String... assignments) {
    Configuration configuration = new Configuration(AugmentKeys.ALL);
    Stream.of(assignments).forEach(configuration::set);
    return configuration;
  }

  private RunSnapshot run(Shard shard, int workers, String... assignments) throws IOException {
    return run(new RunOptions(shard, workers, 0), assignments);
  }

  private RunSnapshot run(RunOptions options, String... assignments) throws IOException {
    Definition definition =
        new Definition("test", new AugmentWorkload(), configuration(assignments).settle());
    RunDirectory directory = RunDirectory.fresh(Files.createTempDirectory(root, "run"));
    new Run(definition, options, new Quiet()).start(directory);
    return RunSnapshot.read(directory, _ -> new AugmentWorkload());
  }

  private RunSnapshot run(String... assignments) throws IOException {
    return run(Shard.WHOLE, 2, assignments);
  }

  private static String[] with(String... more) {
    return and(SAMPLE, more);
  }

  private static String[] and(String[] some, String... more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
  }

  /// All files of the results, as one character for each byte.
  private static Map<String, String> files(RunSnapshot run) throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path out = run.directory().out();
    try (Stream<Path> all = Files.walk(out)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        files.put(out.relativize(file).toString().replace('\\', '/'), bytes);
      }
    }
    assertThat(files).containsKey("manifest.json");
    return files;
  }

  private List<Row> variants(RunSnapshot run, String id, String... assignments) throws IOException {
    return new DatasetFiles(configuration(assignments).settle())
        .read(run.directory().out(), new Combination(List.of(id)));
  }

  private static List<Row> table(RunSnapshot run, String name) {
    return run.bound().tables().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(List.of());
  }

  @Test
  void givesTheSameBytesForAnyWorkersShardsAndBlocks() throws IOException, RefusedException {
    RunSnapshot run = run(SAMPLE);
    Map<String, String> whole = files(run);
    assertThat(whole)
        .containsKeys(
            "manifest_final.csv",
            "combo_1_nlp_keyboard/dataset.parquet",
            "combo_1_nlp_keyboard/meta.json");
    assertThat(files(run(Shard.WHOLE, 1, SAMPLE))).isEqualTo(whole);
    assertThat(files(merged(3))).isEqualTo(whole);
    assertThat(files(merged(7))).isEqualTo(whole);
    List<Row> rows = variants(run, "nlp_keyboard", SAMPLE);
    RunSnapshot blocks = run(with("block_rows=17"));
    assertThat(files(blocks)).containsKey("combo_1_nlp_keyboard/part_00015/dataset.parquet");
    assertThat(variants(blocks, "nlp_keyboard", SAMPLE)).isEqualTo(rows);
    assertThat(variants(run(with("seed=43")), "nlp_keyboard", SAMPLE)).isNotEqualTo(rows);
  }

  /// A directory of models with a BERT of random weights.
  private Path tinyBert() throws IOException {
    Path jar = root.resolve("tiny-bert.jar");
    try (InputStream in =
        Objects.requireNonNull(AugmentRunTest.class.getResourceAsStream("tiny-bert.jar"))) {
      Files.copy(in, jar);
    }
    BertWeights.convert(jar, root.resolve("models/bert"));
    return root.resolve("models");
  }

  @Test
  void guessesTheSameWordsWithOneWorkerAndTwo() throws IOException {
    Path models = tinyBert();
    String[] bert =
        with("methods=[nlp_cwe_sub_bert, ta_mlm_sub_bert, word_swap]", "models=" + models);
    RunSnapshot run = run(bert);
    Map<String, String> whole = files(run);
    assertThat(files(run(Shard.WHOLE, 1, bert))).isEqualTo(whole);
    assertThat(whole.get("combo_1_nlp_cwe_sub_bert/meta.json"))
        .contains("\"resources\"")
        .contains(Checksums.of(models.resolve("bert/model.onnx")));
    assertThat(whole.get("combo_1_word_swap/meta.json")).doesNotContain("\"resources\"");
    assertThat(variants(run, "nlp_cwe_sub_bert", bert)).hasSizeGreaterThan(100);
    String[] named =
        with(
            "methods=nlp_cwe_sub_roberta",
            "method_args=nlp_cwe_sub_roberta.model=" + models.resolve("bert").toAbsolutePath());
    assertThat(variants(run(named), "nlp_cwe_sub_roberta", named)).hasSizeGreaterThan(100);
  }

  /// A resource of the wrong checksum is a status with a reason.
  @Test
  void saysWhichModelIsDamaged() throws IOException {
    Path models = tinyBert();
    Files.writeString(models.resolve("bert/vocab.txt"), "more", StandardOpenOption.APPEND);
    RunSnapshot run = run(with("methods=nlp_cwe_sub_bert", "models=" + models));
    assertThat(table(run, "manifest_final").getFirst().text(5)).isEqualTo("unavailable");
    assertThat(table(run, "manifest_final").getFirst().text(6))
        .contains("vocab.txt is not what")
        .contains("sheaf augment models fetch bert");
  }

  @Test
  void writesTheSameRowsAsParquetAndCsv() throws IOException {
    String[] csv = with("save_format=csv");
    List<Row> rows = variants(run(SAMPLE), "word_swap", SAMPLE);
    assertThat(rows).hasSizeGreaterThan(300);
    assertThat(variants(run(csv), "word_swap", csv)).isEqualTo(rows);
  }

  private static RunOptions cached(SharedCache cache) {
    RunOptions plain = new RunOptions(Shard.WHOLE, 2, 0);
    return new RunOptions(plain.shard(), plain.limits(), 0, plain.pools(), Optional.of(cache));
  }

  @Test
  void readsParquetAsItReadsCsv() throws IOException {
    String[] csv = with("save_format=csv");
    RunSnapshot first = run(csv);
    Path made = first.directory().out().resolve("combo_1_nlp_keyboard/dataset.csv");
    Path parquet = root.resolve("rows.parquet");
    Table table =
        AugmentTables.dataset(
            new Combination(List.of("nlp_keyboard")), configuration(csv).settle());
    ParquetFile.write(parquet, table, variants(first, "nlp_keyboard", csv));
    String[] again = {"evidence_col=evidence", "id_col=row_seed", "methods=word_swap"};
    List<Row> rows = variants(run(and(again, "input=" + made)), "word_swap", again);
    assertThat(rows).hasSizeGreaterThan(300);
    assertThat(variants(run(and(again, "input=" + parquet)), "word_swap", again)).isEqualTo(rows);
  }

  @Test
  void givesTheSameBytesWithAColdAndAWarmCache() throws IOException {
    Map<String, String> plain = files(run(SAMPLE));
    try (SharedCache cache = new SharedCache(root.resolve("cache.db"), 1L << 30)) {
      assertThat(files(run(cached(cache), SAMPLE))).isEqualTo(plain);
      long entries = cache.size().entries();
      assertThat(entries).isPositive();
      assertThat(files(run(cached(cache), SAMPLE))).isEqualTo(plain);
      assertThat(cache.size().entries()).isEqualTo(entries);
      Map<String, String> seeded = files(run(with("seed=43")));
      assertThat(files(run(cached(cache), with("seed=43")))).isEqualTo(seeded);
      assertThat(cache.size().entries()).isGreaterThan(entries);
    }
  }

  @Test
  void findsNothingThatAnotherVersionKept() throws Exception {
    Map<String, byte[]> kept = new HashMap<>();
    UnitContext context =
        new AugmentVerification.Repetition() {
          @Override
          public Cache cache() {
            return (key, computation) -> {
              if (!kept.containsKey(key)) {
                kept.put(key, computation.compute());
              }
              return Objects.requireNonNull(kept.get(key));
            };
          }
        };
    Configuration configuration = configuration("input=sample", "methods=word_swap");
    Unit unit = new AugmentWorkload().units(configuration.settle()).getFirst();
    List<Integer> entries = new ArrayList<>();
    for (String version : List.of("old", "new", "old")) {
      AugmentRunner runner = new AugmentRunner(configuration.settle(), 1, version);
      runner.rows(unit, context);
      runner.close();
      entries.add(kept.size());
    }
    int once = entries.getFirst();
    assertThat(once).isPositive();
    assertThat(entries).containsExactly(once, 2 * once, 2 * once);
  }

  /// Programs in Apertium's place that know one word, and end while a file is there.
  private Path programs(Path broken) throws IOException {
    Path program = root.resolve("program");
    Files.writeString(
        program, "#!/bin/sh\n[ -e '%s' ] && exit 1\nexec sed -zu s/old/young/\n".formatted(broken));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path modes = Files.createDirectories(root.resolve("data/modes"));
    Files.writeString(modes.resolve("eng-spa.mode"), program.toString());
    Files.writeString(modes.resolve("spa-eng.mode"), program.toString());
    return root.resolve("data");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void remembersNoRowThatFailed() throws IOException {
    Path broken = Files.createFile(root.resolve("broken"));
    Path file = root.resolve("rows.csv");
    Files.writeString(file, "post\nI like the old house\n");
    String[] translated = {
      "input=" + file,
      "text_col=post",
      "evidence_col=post",
      "methods=nlp_backtranslation_es",
      "method_args=nlp_backtranslation_es.data=" + programs(broken)
    };
    try (SharedCache cache = new SharedCache(root.resolve("cache.db"), 1L << 30)) {
      RunSnapshot failed = run(cached(cache), translated);
      assertThat(table(failed, "manifest_final").getFirst().text(5)).isEqualTo("empty");
      assertThat(table(failed, "row_problems").getFirst().text(1)).contains("failed: apertium");
      Files.delete(broken);
      assertThat(variants(run(cached(cache), translated), "nlp_backtranslation_es", translated))
          .extracting(row -> row.text(0))
          .containsExactly("I like the young house");
    }
  }

  private RunSnapshot merged(int shards) throws IOException, RefusedException {
    List<RunSnapshot> parts = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      parts.add(run(new Shard(i, shards), 2, SAMPLE));
    }
    RunDirectory directory = RunDirectory.fresh(Files.createTempDirectory(root, "merged"));
    Merge.write(parts.reversed(), directory);
    return RunSnapshot.read(directory, _ -> new AugmentWorkload());
  }

  @Test
  void namesEveryCombinationAndWhatBecameOfIt() throws IOException {
    RunSnapshot run = run(with("quality_max_sim=0.95"));
    assertThat(run.bound().problems()).isEmpty();
    Map<String, String> status = new HashMap<>();
    table(run, "manifest_final").forEach(row -> status.put(row.text(1), row.text(5)));
    assertThat(status)
        .containsEntry("nlp_cwe_sub_roberta", "unavailable")
        .containsEntry("nlp_keyboard", "ok")
        .hasSize(5);
    List<Row> rows = variants(run, "nlp_keyboard", SAMPLE);
    assertThat(rows).hasSizeGreaterThan(400);
    assertThat(table(run, "statistics").getLast().cells()).startsWith("all", 5L, 4L, 0L, 1L, 0L);
    assertThat(rows).extracting(row -> row.text(10)).contains("exact", "fuzzy");
  }

  @Test
  void agreesOnWordsThatAreLookedUpByTwoWorkersAtOnce() throws IOException {
    String[] methods = with("methods=[nlp_wordnet_syn, ta_word_swap_morph, word_antonym]");
    Map<String, String> one = files(run(Shard.WHOLE, 1, methods));
    assertThat(files(run(Shard.WHOLE, 2, methods))).isEqualTo(one);
    assertThat(one.get("combo_1_nlp_wordnet_syn/dataset.parquet")).hasSizeGreaterThan(20_000);
  }

  @Test
  void evaluatesWithAndWithoutVariants() throws IOException {
    String[] labelled = with("label_col=criterion", "methods=[nlp_keyboard, word_swap]");
    RunSnapshot run = run(labelled);
    List<AugmentEvaluation.Line> lines =
        AugmentEvaluation.lines(
            configuration(labelled).settle(), run.directory().out(), List.of(0.1, 1.0), 3);
    AugmentEvaluation.Line few = lines.getFirst();
    AugmentEvaluation.Line all = lines.getLast();
    assertThat(all.rows()).isBetween(200.0, 215.0);
    assertThat(few.rows()).isBetween(20.0, 22.0);
    assertThat(all.variants()).isBetween(3 * all.rows(), 4 * all.rows());
    assertThat(all.accuracy().value()).isGreaterThan(few.accuracy().value()).isGreaterThan(0.5);
    assertThat(all.gain().value())
        .isCloseTo(all.accuracyWith().value() - all.accuracy().value(), within(1e-12));
    assertThat(few.f1().value()).isBetween(0.0, 1.0);
  }

  @Test
  void givesMeansWithTheirIntervals() {
    AugmentEvaluation.Mean mean = AugmentEvaluation.Mean.of(List.of(1.0, 2.0, 3.0));
    assertThat(mean.value()).isEqualTo(2);
    // t(2, 0.975) = 4.302653, standard error 1 / sqrt(3)
    assertThat(mean.halfWidth()).isCloseTo(4.302653 / Math.sqrt(3), within(1e-6));
  }

  /// The control: a changed cell is noticed.
  @Test
  void noticesATableThatWasTamperedWith() throws IOException {
    String[] deduped = with("methods=nlp_keyboard", "global_dedupe=true");
    RunSnapshot run = run(deduped);
    Map<String, List<Row>> tables = new HashMap<>();
    run.bound().tables().forEach((table, rows) -> tables.put(table.name(), new ArrayList<>(rows)));
    List<Row> rows = Objects.requireNonNull(tables.get("combo_1_nlp_keyboard"));
    rows.set(0, rows.get(0).with(1, "something else"));
    rows.set(1, rows.get(1).with(2, "Something Else"));
    rows.removeLast();
    List<TableProblem> problems =
        new AugmentWorkload().check(configuration(deduped).settle(), tables, true);
    assertThat(problems).hasSize(3);
    assertThat(problems)
        .extracting(TableProblem::what)
        .anyMatch(what -> what.contains("manifest says"));
  }

  @Test
  void validatesRowsOfFiles() throws IOException {
    String[] csv = with("save_format=csv", "methods=nlp_keyboard");
    RunSnapshot run = run(csv);
    assertThat(Validation.of(run).values()).allMatch(List::isEmpty);
    Path file = run.directory().out().resolve("combo_1_nlp_keyboard/dataset.csv");
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst(",0\\.[0-9]+,exact", ",0.5,exact"));
    assertThat(
            new AugmentWorkload()
                .checkFiles(
                    configuration(csv).settle(), run.bound().rowsByTable(), run.directory().out()))
        .extracting(TableProblem::what)
        .singleElement()
        .asString()
        .contains("similarity 0.5, found");
  }

  @Test
  void keepsEachPostOnceOverAllCombinations() throws IOException {
    String[] same = with("methods=[ta_char_neighbor, ta_char_rand_swap]", "combo_mode=bounded_k");
    RunSnapshot all = run(same);
    long before =
        Stream.of("ta_char_neighbor", "ta_char_rand_swap", "ta_char_neighbor+ta_char_rand_swap")
            .flatMap(ids -> posts(all, ids, same))
            .distinct()
            .count();
    RunSnapshot deduped = run(and(same, "global_dedupe=true"));
    List<String> posts = posts(deduped);
    assertThat(posts).doesNotHaveDuplicates().hasSize((int) before);
  }

  private Stream<String> posts(RunSnapshot run, String ids, String... assignments) {
    try {
      return new DatasetFiles(configuration(assignments).settle())
          .read(run.directory().out(), new Combination(List.of(ids.split("\\+", -1)))).stream()
              .map(row -> row.text(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> posts(RunSnapshot run) {
    List<String> posts = new ArrayList<>();
    for (Map.Entry<Table, List<Row>> entry : run.bound().tables().entrySet()) {
      if (entry.getKey().name().startsWith("combo_")) {
        entry.getValue().forEach(row -> posts.add(row.text(0)));
      }
    }
    return posts;
  }

  @Test
  void countsAndNamesRowsThatCannotBeUsed() throws IOException {
    Path file = root.resolve("rows.csv");
    Files.writeString(
        file,
        """
        id,post,evidence
        0012,"I like the old house, and the garden too.",I like the old house
        NA,"A post, ""twice"" quoted",
        2,few
        3,too,many,fields
        4,There is nothing here.,zzzz qqqq kkkk
        5,nul \0 byte and the garden,byte and the garden
        """);
    RunSnapshot run =
        run(
            "input=" + file,
            "text_col=post",
            "evidence_col=evidence",
            "id_col=id",
            "methods=nlp_keyboard");
    assertThat(table(run, "row_problems"))
        .extracting(row -> row.text(0) + " " + row.text(1))
        .containsExactly(
            "1 no evidence",
            "2 line 4 has 2 fields, expected 3",
            "3 line 5 has 4 fields, expected 3",
            "4 evidence not in the post");
    assertThat(variants(run, "nlp_keyboard", "id_col=id"))
        .extracting(row -> row.text(5))
        .containsOnly("0012", "5");
  }

  @Test
  void tellsRowsOfTheSameIdApart() throws IOException {
    Path file = root.resolve("rows.csv");
    Files.writeString(file, "id,post\n7,I like the old house\n7,I like the old house\n");
    String[] same = {
      "input=" + file, "text_col=post", "evidence_col=post", "id_col=id", "methods=nlp_keyboard"
    };
    List<Row> rows = variants(run(same), "nlp_keyboard", same);
    assertThat(rows).extracting(row -> row.text(5)).containsOnly("7");
    assertThat(rows).extracting(row -> row.number(6)).contains(0.0, 1.0);
  }

  @Test
  void findsEvidenceInAPostOfAMegabyte() throws IOException {
    String half = "Something else is said here at some length, again. ".repeat(10_000);
    Path file = root.resolve("rows.csv");
    String post = "\"%1$sI like the old house. %1$s\",".formatted(half);
    Files.writeString(
        file,
        "post,evidence\n%1$sI like the old house\n%1$sI liked teh old house\n\"%2$s\",\"%2$s\"\n"
            .formatted(post, half));
    String[] large = {
      "input=" + file, "text_col=post", "evidence_col=evidence", "methods=nlp_keyboard"
    };
    RunSnapshot run = run(large);
    assertThat(table(run, "row_problems"))
        .extracting(row -> row.text(0) + " " + row.text(1))
        .containsExactly("2 evidence too long");
    assertThat(variants(run, "nlp_keyboard", large))
        .extracting(row -> row.text(9))
        .contains("exact", "fuzzy");
  }

  @Test
  void readsOtherFormatsAndPostsOfTheirOwn() throws IOException {
    Path rows = root.resolve("rows.jsonl");
    Files.writeString(rows, "{\"post_id\": \"a\", \"s\": \"I like the old house\"}\n\n");
    Path posts = root.resolve("posts.tsv");
    Files.writeString(posts, "post_id\ttext\na\tHello. I like the old house. Bye.\n");
    RunSnapshot run =
        run("input=" + rows, "evidence_col=s", "posts=" + posts, "methods=nlp_keyboard");
    assertThat(variants(run, "nlp_keyboard"))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row.text(0)).startsWith("Hello. ").endsWith(". Bye."));
    Files.writeString(posts, "post_id\ttext\na\tx\na\ty\n");
    assertThatThrownBy(
            () -> run("input=" + rows, "evidence_col=s", "posts=" + posts, "methods=nlp_keyboard"))
        .hasMessageContaining("line 3: a second post `a`");
  }

  @Test
  void saysInWhichLineAFileIsNotUtf8() throws IOException {
    Path file = root.resolve("rows.csv");
    Files.write(file, new byte[] {'a', '\n', 'b', '\n', (byte) 0xFF, '\n'});
    assertThatThrownBy(() -> run("input=" + file)).hasMessageContaining("line 3: not UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "methods=nlp_keybord|unknown method `nlp_keybord`; did you mean `nlp_keyboard`",
        "method_args=nlp_keyboard.aug_p=2|expected a number in [0, 1], found `2`",
        "method_args=nlp_keyboard.nothing=2|unknown parameter `nothing`",
        "quality_min_sim=0.99|is above `quality_max_sim`",
        "combo_mode=all|makes 31 combinations of 5 methods",
        "input=.|. is a directory, expected a file of rows",
        "evidence_col=sentence_txt|has no column `sentence_txt`, which `evidence_col` names"
      })
  void refusesWhatCannotBeMeant(String assignment, String message) {
    assertThatThrownBy(() -> run(with(assignment)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(message);
  }

  private static final class Quiet implements RunListener {
    @Override
    public void notice(String line) {}

    @Override
    public void progress(Progress progress) {}

    @Override
    public void failed(String unit, String message) {
      throw new AssertionError(unit + ": " + message);
    }
  }
}
