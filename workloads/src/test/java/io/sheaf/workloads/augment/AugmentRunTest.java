package io.sheaf.workloads.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.merge.Merge;
import io.sheaf.engine.merge.RefusedException;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.run.Definition;
import io.sheaf.engine.run.Manifest;
import io.sheaf.engine.run.Run;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunListener;
import io.sheaf.engine.run.RunOptions;
import io.sheaf.engine.schedule.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    Definition definition =
        new Definition("test", new AugmentWorkload(), configuration(assignments).settle());
    RunDirectory directory = RunDirectory.fresh(Files.createTempDirectory(root, "run"));
    new Run(definition, new RunOptions(shard, workers, 0), new Quiet()).start(directory);
    return RunSnapshot.read(directory, _ -> new AugmentWorkload());
  }

  private RunSnapshot run(String... assignments) throws IOException {
    return run(Shard.WHOLE, 2, assignments);
  }

  private static String[] with(String... more) {
    return Stream.concat(Arrays.stream(SAMPLE), Arrays.stream(more)).toArray(String[]::new);
  }

  private static Map<String, String> files(RunSnapshot run) throws IOException {
    Map<String, String> files = new HashMap<>();
    run.bound()
        .files(
            (name, content) -> {
              ByteArrayOutputStream bytes = new ByteArrayOutputStream();
              Manifest.FileLine line = Manifest.FileLine.of(content, bytes);
              files.put(name, bytes.toString(StandardCharsets.UTF_8));
              return line;
            });
    return files;
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
    Map<String, String> whole = files(run(SAMPLE));
    assertThat(whole).containsKeys("manifest_final.csv", "combo_1_nlp_keyboard.csv");
    assertThat(files(run(Shard.WHOLE, 1, SAMPLE))).isEqualTo(whole);
    assertThat(files(merged(3))).isEqualTo(whole);
    assertThat(files(merged(7))).isEqualTo(whole);
    Map<String, String> blocks = files(run(with("block_rows=17")));
    blocks.remove("manifest.json");
    assertThat(whole).containsAllEntriesOf(blocks);
    assertThat(files(run(with("seed=43"))).get("combo_1_nlp_keyboard.csv"))
        .isNotEqualTo(whole.get("combo_1_nlp_keyboard.csv"));
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
    List<Row> rows = table(run, "combo_1_nlp_keyboard");
    assertThat(rows).hasSizeGreaterThan(400);
    assertThat(rows).extracting(row -> row.text(10)).contains("exact", "fuzzy");
  }

  @Test
  void agreesOnWordsThatAreLookedUpByTwoWorkersAtOnce() throws IOException {
    String[] methods = with("methods=[nlp_wordnet_syn, ta_word_swap_morph, word_antonym]");
    Map<String, String> one = files(run(Shard.WHOLE, 1, methods));
    assertThat(files(run(Shard.WHOLE, 2, methods))).isEqualTo(one);
    assertThat(Objects.requireNonNull(one.get("combo_1_nlp_wordnet_syn.csv")).lines())
        .hasSizeGreaterThan(100);
  }

  /// The control: a changed cell is noticed.
  @Test
  void noticesATableThatWasTamperedWith() throws IOException {
    RunSnapshot run = run(with("methods=nlp_keyboard"));
    Map<String, List<Row>> tables = new HashMap<>();
    run.bound().tables().forEach((table, rows) -> tables.put(table.name(), new ArrayList<>(rows)));
    List<Row> rows = Objects.requireNonNull(tables.get("combo_1_nlp_keyboard"));
    rows.set(0, rows.get(0).with(1, "something else"));
    rows.set(1, rows.get(1).with(2, "Something Else"));
    rows.removeLast();
    List<TableProblem> problems =
        new AugmentWorkload()
            .check(configuration(with("methods=nlp_keyboard")).settle(), tables, true);
    assertThat(problems).hasSize(3);
    assertThat(problems)
        .extracting(TableProblem::what)
        .anyMatch(what -> what.contains("manifest says"));
  }

  @Test
  void keepsEachPostOnceOverAllCombinations() throws IOException {
    String[] same = with("methods=[ta_char_neighbor, ta_char_rand_swap]", "combo_mode=bounded_k");
    long before = posts(run(same)).stream().distinct().count();
    RunSnapshot deduped =
        run(
            Stream.concat(Arrays.stream(same), Stream.of("global_dedupe=true"))
                .toArray(String[]::new));
    List<String> posts = posts(deduped);
    assertThat(posts).doesNotHaveDuplicates().hasSize((int) before);
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
    assertThat(table(run, "combo_1_nlp_keyboard"))
        .extracting(row -> row.text(5))
        .containsOnly("0012", "5");
  }

  @Test
  void readsOtherFormatsAndPostsOfTheirOwn() throws IOException {
    Path rows = root.resolve("rows.jsonl");
    Files.writeString(rows, "{\"post_id\": \"a\", \"s\": \"I like the old house\"}\n\n");
    Path posts = root.resolve("posts.tsv");
    Files.writeString(posts, "post_id\ttext\na\tHello. I like the old house. Bye.\n");
    RunSnapshot run =
        run("input=" + rows, "evidence_col=s", "posts=" + posts, "methods=nlp_keyboard");
    assertThat(table(run, "combo_1_nlp_keyboard"))
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
