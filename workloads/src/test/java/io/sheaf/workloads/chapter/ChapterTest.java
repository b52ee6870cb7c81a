package io.sheaf.workloads.chapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.observe.RunAccount;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Workload;
import io.sheaf.engine.run.RunOptions;
import io.sheaf.workloads.augment.AugmentWorkload;
import io.sheaf.workloads.battery.BatteryWorkload;
import io.sheaf.workloads.cohort.CohortWorkload;
import io.sheaf.workloads.cohort.synth.ColumnSet;
import io.sheaf.workloads.cohort.synth.SyntheticCohort;
import io.sheaf.workloads.command.CommandWorkload;
import io.sheaf.workloads.fixture.Runs;
import io.sheaf.workloads.noop.NoopWorkload;
import io.sheaf.workloads.te.NetworkWorkload;
import io.sheaf.workloads.te.TeWorkload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What each workload shows of a small run, compared with its tables.
@Timeout(120)
class ChapterTest {
  @TempDir private Path folder;

  private List<Section> chapter(Workload workload, Runs.Finished run) throws IOException {
    RunAccount account = RunAccount.read(run.directory().path(), _ -> workload, Clock.systemUTC());
    assertThat(account.chapter().problem()).isEmpty();
    return account.chapter().sections();
  }

  private static Section section(List<Section> chapter, String title) {
    return chapter.stream().filter(one -> one.title().equals(title)).findFirst().orElseThrow();
  }

  private static <T extends Figure> T figure(List<Section> chapter, Class<T> kind, String title) {
    return chapter.stream()
        .flatMap(section -> section.figures().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .filter(one -> one.caption().title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + title));
  }

  private static double sum(List<Figure.Series> series) {
    return series.stream()
        .flatMap(one -> one.values().stream())
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  private static String[] cohort(Path data) {
    return new String[] {
      "data_root=" + data, "statistics=sound", "surrogates=19", "taus=[1, 2]", "hour_bins=6"
    };
  }

  private Path users(int count) throws IOException {
    Path data = folder.resolve("data");
    SyntheticCohort.write(
        new SyntheticCohort.Options(count, 400, 1, ColumnSet.MINIMAL, false), data);
    return data;
  }

  @Test
  void cohortCountsEveryUserOnce() throws IOException {
    CohortWorkload workload = new CohortWorkload();
    Path data = users(5);
    List<Section> chapter =
        chapter(workload, new Runs(folder, workload).run(Runs.options(2, 0), cohort(data)));
    for (int lag = 1; lag <= 2; lag++) {
      Figure.Histogram differences =
          figure(chapter, Figure.Histogram.class, "Δ TE, composite, lag " + lag);
      assertThat(sum(differences.series())).isEqualTo(5);
      assertThat(differences.caption().note()).startsWith("n = 5 users, median ").contains("p = ");
    }
    Figure.Scatter directions = figure(chapter, Figure.Scatter.class, "CTE, A→S against S→A");
    assertThat(directions.hasIdentity()).isTrue();
    assertThat(directions.series()).hasSize(2).allMatch(one -> one.points().size() == 5);
    assertThat(figure(chapter, Figure.Scatter.class, "TE against CTE").series())
        .allMatch(one -> one.points().size() == 10);
    assertThat(
            sum(
                figure(chapter, Figure.Bars.class, "Length of the history that was chosen")
                    .series()))
        .as("of sitting and of activity")
        .isEqualTo(10);
    assertThat(figure(chapter, Figure.Listing.class, "Differences and q of every user").rows())
        .hasSize(10)
        .noneMatch(row -> row.contains(null));
    assertThat(section(chapter, "What was planted").text()).startsWith("These data are synthetic.");
  }

  @Test
  void cohortShowsNoTruthWhereThereIsNone() throws IOException {
    CohortWorkload workload = new CohortWorkload();
    Path data = users(2);
    Files.writeString(data.resolve("truth.csv"), "of another kind\n");
    List<Section> chapter =
        chapter(workload, new Runs(folder, workload).run(Runs.options(2, 0), cohort(data)));
    assertThat(chapter).extracting(Section::title).doesNotContain("What was planted");
  }

  @Test
  void teShowsTheClearestAnswersAndWhoInformsWhom() throws IOException {
    TeWorkload workload = new TeWorkload();
    Path table = folder.resolve("t.csv");
    Random random = new Random(Long.getLong("seed", 3));
    double before = 0;
    List<String> rows = new ArrayList<>(List.of("a,b,c"));
    for (int t = 0; t < 400; t++) {
      double now = random.nextGaussian();
      rows.add(now + "," + (before + random.nextGaussian()) + "," + random.nextGaussian());
      before = now;
    }
    Files.write(table, rows);
    List<Section> chapter =
        chapter(
            workload,
            new Runs(folder, workload)
                .run(
                    Runs.options(2, 0),
                    "input=" + table,
                    "all_pairs=true",
                    "estimator=gaussian",
                    "surrogates=199"));
    assertThat(section(chapter, "Findings").text()).startsWith("1 of 6 answers have q ≤ 0.05");
    Figure.Listing clearest = figure(chapter, Figure.Listing.class, "Clearest answers");
    assertThat(clearest.rows()).hasSize(6);
    assertThat(clearest.rows().getFirst().subList(1, 3)).containsExactly("a", "b");
    assertThat(sum(figure(chapter, Figure.Histogram.class, "p of all tests").series()))
        .isEqualTo(6);
    Figure.Matrix matrix = figure(chapter, Figure.Matrix.class, "Who informs whom");
    assertThat(matrix.from()).containsExactly("a", "b", "c");
    assertThat(matrix.values().get(1).getFirst()).as("a to b").isPositive();
    assertThat(matrix.values().getFirst().get(1)).as("b to a").isZero();
    assertThat(matrix.values().getFirst().getFirst()).isNaN();
  }

  @Test
  void networkComparesWithWhatWasPlanted() throws IOException {
    NetworkWorkload workload = new NetworkWorkload();
    List<Section> chapter =
        chapter(
            workload,
            new Runs(folder, workload)
                .run(Runs.options(2, 0), "input=synthetic", "lags=1..3", "surrogates=99"));
    Figure.Matrix matrix = figure(chapter, Figure.Matrix.class, "Who informs whom");
    assertThat(matrix.from()).containsExactly("a", "b", "c", "d", "e", "f");
    assertThat(matrix.values().get(1).getFirst()).as("a to b").isPositive();
    assertThat(matrix.values().getFirst().get(1)).as("b to a").isNaN();
    assertThat(figure(chapter, Figure.Listing.class, "Planted edges").rows())
        .extracting(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .containsExactly(
            "a b 2 2 true", "b c 1 1 true", "a d 3 3 true", "c e 1 1 true", "d e 2 2 true");
  }

  /// What a shard lacks is missing, not wrong.
  @Test
  void cohortOfAShardHasNoTests() throws IOException {
    CohortWorkload workload = new CohortWorkload();
    Path data = users(4);
    List<Section> chapter =
        chapter(
            workload,
            new Runs(folder, workload).run(new RunOptions(new Shard(0, 2), 2, 0), cohort(data)));
    Figure.Histogram differences =
        figure(chapter, Figure.Histogram.class, "Δ TE, composite, lag 1");
    assertThat(differences.caption().note()).contains("n = 2 users", "needs all users");
    assertThat(
            differences.series().stream()
                .filter(one -> one.values().stream().anyMatch(value -> value > 0))
                .map(Figure.Series::name))
        .containsExactly("q not known yet");
    assertThat(chapter).extracting(Section::title).doesNotContain("What was planted");
  }

  @Test
  void augmentShowsEditsThatMakeTheVariant() throws IOException {
    AugmentWorkload workload = new AugmentWorkload();
    Runs.Finished run =
        new Runs(folder, workload)
            .run(
                Runs.options(2, 0),
                "input=sample",
                "id_col=sentence_id",
                "methods=[nlp_keyboard, ta_contraction, nlp_cwe_sub_roberta]");
    List<Section> chapter = chapter(workload, run);
    Figure.Bars made = figure(chapter, Figure.Bars.class, "Variants by combination");
    Figure.Histogram similarity =
        figure(chapter, Figure.Histogram.class, "Similarity of variants to their originals");
    assertThat(sum(made.series())).isPositive().isEqualTo(sum(similarity.series()));
    assertThat(
            figure(chapter, Figure.Listing.class, "Combinations that left rows out, or made none")
                .rows())
        .anyMatch(row -> row.contains("unavailable"));
    List<Figure.Passage> samples =
        section(chapter, "Sample edits").figures().stream()
            .flatMap(one -> ((Figure.Passages) one).passages().stream())
            .toList();
    assertThat(samples).hasSizeBetween(1, 3);
    for (Figure.Passage sample : samples) {
      String before = text(sample, Figure.Emphasis.ADDED);
      String after = text(sample, Figure.Emphasis.REMOVED);
      assertThat(before).isNotEqualTo(after);
      assertThat(run.out().values().stream().map(ChapterTest::utf8))
          .as("the post of the variant, its evidence restored or not")
          .anyMatch(file -> file.contains(quoted(middle(after))));
    }
  }

  private static String text(Figure.Passage passage, Figure.Emphasis left) {
    return passage.fragments().stream()
        .filter(one -> one.emphasis() != left)
        .map(Figure.Fragment::text)
        .collect(Collectors.joining());
  }

  private static String middle(String text) {
    return text.replaceAll("^… | …$", "");
  }

  private static String quoted(String text) {
    return text.replace("\"", "\"\"");
  }

  /// The fixture keeps bytes as characters.
  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  @Test
  void batteryShowsGuessesBesideTheTruth() throws IOException {
    BatteryWorkload workload = new BatteryWorkload();
    Runs.Finished run =
        new Runs(folder, workload).run(Runs.options(2, 0), "tasks=synthetic", "card=24", "keep=5");
    List<Section> chapter = chapter(workload, run);
    Figure.Bars tasks = figure(chapter, Figure.Bars.class, "How far tasks were solved");
    assertThat(sum(tasks.series())).isEqualTo(44);
    Figure.Scatter effort = figure(chapter, Figure.Scatter.class, "Programs tried, and time");
    assertThat(effort.series().stream().mapToInt(one -> one.points().size()).sum()).isEqualTo(44);
    List<Figure.Grids> guesses =
        section(chapter, "Guesses").figures().stream().map(Figure.Grids.class::cast).toList();
    assertThat(guesses).isNotEmpty();
    for (Figure.Grids guess : guesses) {
      Figure.Grid truth = guess.grids().get(1);
      assertThat(truth.title()).isEqualTo("truth");
      for (Figure.Grid attempt : guess.grids().subList(2, guess.grids().size())) {
        assertThat(attempt.cells().equals(truth.cells()))
            .as(attempt.title())
            .isEqualTo(attempt.title().endsWith(": right"));
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void commandCountsExitCodes() throws IOException {
    CommandWorkload workload = new CommandWorkload();
    Runs.Finished run =
        new Runs(folder, workload)
            .run(Runs.options(2, 0), "command=[sh, -c, 'echo {}; exit $(({} % 3))']", "range=0..6");
    List<Section> chapter = chapter(workload, run);
    Figure.Bars codes = figure(chapter, Figure.Bars.class, "Exit codes");
    assertThat(codes.labels()).containsExactly("0", "1", "2");
    assertThat(codes.series().getFirst().values()).containsExactly(3.0, 2.0, 2.0);
    Figure.Histogram seconds =
        figure(chapter, Figure.Histogram.class, "How long commands took that succeeded");
    assertThat(sum(seconds.series())).isEqualTo(3);
  }

  @Test
  void noopShowsNothing() throws IOException {
    NoopWorkload workload = new NoopWorkload();
    assertThat(chapter(workload, new Runs(folder, workload).run(Runs.options(2, 0), "units=3")))
        .isEmpty();
  }

  /// Of a run that has not ended the rows come from the journal, of one that has from `out/`.
  @Test
  void isTheSameOfFilesAndOfTheJournal() throws IOException {
    CohortWorkload workload = new CohortWorkload();
    Path data = users(3);
    Runs.Finished run = new Runs(folder, workload).run(Runs.options(2, 0), cohort(data));
    List<Section> finished = chapter(workload, run);
    Files.delete(run.directory().manifest());
    assertThat(chapter(workload, run)).isEqualTo(finished);
  }

  @Test
  void saysWhereATableWasAltered() throws IOException {
    CohortWorkload workload = new CohortWorkload();
    Runs.Finished run = new Runs(folder, workload).run(Runs.options(2, 0), cohort(users(2)));
    Path table = run.directory().out().resolve("per_user_te.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(table));
    lines.set(1, lines.get(1).replaceAll(",[0-9.]+$", ",many"));
    Files.write(table, lines);
    RunAccount account = RunAccount.read(run.directory().path(), _ -> workload, Clock.systemUTC());
    assertThat(account.chapter().sections()).isEmpty();
    assertThat(account.chapter().problem())
        .contains("per_user_te.csv:2: expected a number, found `many`");
  }
}
