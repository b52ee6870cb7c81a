package io.sheaf.workloads.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.workloads.cohort.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One bad user: a line that says what and where, and the others' results.
class BadInputTest {
  private static final String FILE = "bad.features_labels.csv";

  @TempDir private Path temporary;
  private final SplittableRandom random = UserText.random(BadInputTest.class);
  private CohortRuns runs;

  @BeforeEach
  void goodUsers() throws IOException {
    runs = new CohortRuns(temporary);
    runs.user("a", good()).user("c", good());
  }

  private String good() {
    return UserText.days(random, 3, 90).toString();
  }

  @Test
  void namesAMissingColumnWithTheNearestOne() throws IOException {
    runs.user("bad", good().replace("label:SITTING", "label:SITING"));
    assertFails(FILE + ":1: missing column `label:SITTING` (did you mean `label:SITING`?)");
  }

  @Test
  void namesATruncatedArchive() throws IOException {
    runs.compressedUser("bad", good());
    Path file = runs.data().resolve(FILE + ".gz");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThat(failure()).matches("bad.features_labels.csv.gz:\\d+: the compressed data end early");
  }

  @Test
  void namesTheCellThatIsNoNumber() throws IOException {
    runs.user("bad", good() + "1444500000,much,1\n");
    assertFails(FILE + ":272: column `raw_acc:magnitude_stats:mean`: `much` is not a number");
  }

  @Test
  void namesTimestampsThatDoNotIncrease() throws IOException {
    runs.user(
        "bad", UserText.of(250, i -> i % 7, i -> i % 2).row("1", "1").gap(-60).row("1", "1") + "");
    assertFails(
        FILE
            + ":253: column `timestamp`: 1444018200 repeats 1444018200 of line 252,"
            + " expected increasing timestamps");
    runs.user("bad", UserText.of(250, i -> i % 7, i -> i % 2).gap(-120).row("1", "1") + "");
    assertThat(failure())
        .contains(":252: column `timestamp`: 1444018080 is earlier than 1444018140");
  }

  @Test
  void namesSeriesWithoutEnoughRows() throws IOException {
    runs.user("bad", UserText.of(199, i -> i % 7, i -> i % 2).toString());
    assertFails(
        "Insufficient data: 199 of 199 rows are usable, expected at least 200 (minimum_rows)");
    UserText missing = new UserText();
    for (int i = 0; i < 300; i++) {
      missing.row("nan", "1");
    }
    runs.user("bad", missing.toString());
    assertFails(
        "Insufficient data: 0 of 300 rows are usable, expected at least 200 (minimum_rows)");
  }

  @Test
  void namesSeriesThatDoNotVary() throws IOException {
    runs.user("bad", UserText.of(300, i -> 9.81, i -> i % 2).toString());
    assertFails("the activity feature is constant (zero variance)");
    runs.user("bad", UserText.of(300, i -> i % 50 == 0 ? 1 : 0, i -> i % 2).toString());
    assertFails("the activity feature falls into one bin although it varies");
    runs.user("bad", UserText.of(300, i -> i % 7, i -> 0).toString());
    assertFails("`label:SITTING` is never 1 in all 300 usable rows: nothing to analyse");
    runs.user("bad", UserText.of(300, i -> i % 7, i -> 1).toString());
    assertFails("`label:SITTING` is always 1 in all 300 usable rows: nothing to analyse");
  }

  @Test
  void namesLabelsThatAreNeither() throws IOException {
    runs.user("bad", UserText.of(300, i -> i % 7, i -> i % 3).toString());
    assertFails("column `label:SITTING` holds 2.0, expected 0, 1 or nothing");
  }

  /// One of the original's users was recorded every five minutes.
  @Test
  void namesUsersWhoseRowsAreAllApart() throws IOException {
    UserText sparse = new UserText();
    for (int i = 0; i < 300; i++) {
      sparse.row("" + i % 7, "" + i % 2).gap(240);
    }
    runs.user("bad", sparse.toString());
    assertFails(
        "no two usable rows follow each other within 90 s (max_gap_seconds);"
            + " the median step is 300 s");
    assertThat(runs.run("max_gap_seconds=300").failures()).isEmpty();
  }

  @Test
  void namesFeaturesThatAreInfinite() throws IOException {
    runs.user("bad", UserText.of(300, i -> i % 7, i -> i % 2).toString());
    FinishedCohort finished =
        runs.run(
            runs.configuration("feature_modes=inverse")
                .set("features.inverse", "1 / [raw_acc:magnitude_stats:mean]", "--features"),
            2);
    assertThat(finished.failures())
        .containsExactly(
            "user=bad/mode=inverse: feature `inverse` is infinite in row 1 of the data,"
                + " expected a number or nothing");
  }

  @Test
  void namesWhatIsNoFile() throws IOException {
    Files.createDirectory(runs.data().resolve(FILE));
    assertFails(FILE + ":1: cannot be read: Is a directory");
  }

  /// A day that has nobody to change places with leaves values without a null.
  @Test
  void tellsOfUsersWithoutSurrogates() throws IOException {
    runs.user("bad", UserText.days(random, 1, 250).toString());
    FinishedCohort finished = runs.run("statistics=sound");
    assertThat(finished.failures()).isEmpty();
    assertThat(finished.errors())
        .hasSize(6)
        .contains(
            "bad/magnitude_only/TE/1: no surrogate differs from the data:"
                + " no hour of the day has samples on two days");
    assertThat(finished.problems()).isEmpty();
    Map<String, String> row =
        finished.table("per_user_te").stream()
            .filter(one -> "bad".equals(one.get("user_id")))
            .findFirst()
            .orElseThrow();
    assertThat(row)
        .containsEntry("p_A2S", "1.0")
        .containsEntry("TE_A2S_effective", "")
        .containsEntry("Delta_TE", "");
  }

  @Test
  void tellsOfLagsLongerThanTheData() throws IOException {
    FinishedCohort finished = runs.run("taus=1,500");
    assertThat(finished.failures()).isEmpty();
    assertThat(finished.errors())
        .hasSize(6)
        .contains("a/magnitude_only/TE/500: too few samples: 0 and 0 embedded in 3 segments");
    assertThat(finished.table("per_user_te").get(1))
        .containsEntry("tau", "500")
        .containsEntry("TE_A2S", "")
        .containsEntry("q_A2S", "")
        .containsEntry("n_samples", "0")
        .containsEntry("low_n", "True");
    assertThat(finished.problems()).isEmpty();
  }

  /// Two years of minutes: minutes of work with real surrogates, seconds with one.
  @Test
  void analysesAUserOfAMillionRows() throws IOException {
    Path many = Files.createDirectory(temporary.resolve("many"));
    CohortRuns big = new CohortRuns(temporary, many);
    big.user("a", UserText.days(random, 1000, 1000).toString());
    FinishedCohort finished =
        big.run(
            "statistics=sound",
            "surrogates=1",
            "taus=1",
            "k_selection.strategy=fixed",
            "k_selection.k_fixed=2");
    assertThat(finished.failures()).isEmpty();
    assertThat(finished.row("per_user_te", 1)).containsEntry("n_samples", "998000");
    assertThat(finished.problems()).isEmpty();
  }

  @Test
  void refusesDirectoriesThatCannotBeMeant() throws IOException {
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    assertThatThrownBy(() -> new CohortRuns(temporary, empty).run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            empty
                + ": no user files, looked for *.features_labels.csv or *.features_labels.csv.gz");
    runs.compressedUser("a", good());
    assertThatThrownBy(() -> runs.run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            runs.data()
                + ": user `a` has two files, a.features_labels.csv and a.features_labels.csv.gz;"
                + " remove one");
  }

  @Test
  void refusesNamesThatNoLineCanShow() throws IOException {
    runs.user("x\ny", good());
    assertThatThrownBy(() -> runs.run())
        .isInstanceOf(InputException.class)
        .hasMessage(
            runs.data() + ": user `x�y` has a control character in its file name; rename it");
  }

  private String failure() throws IOException {
    FinishedCohort finished = runs.run();
    assertThat(finished.failures()).hasSize(1);
    String failure = finished.failures().getFirst();
    assertThat(failure).startsWith("user=bad/mode=magnitude_only: ").doesNotContain("\n");
    String message = failure.substring("user=bad/mode=magnitude_only: ".length());
    assertThat(finished.errors()).containsExactly("bad/magnitude_only/PROCESS/: " + message);
    assertThat(finished.table("per_user_te"))
        .extracting(row -> row.get("user_id"))
        .containsExactly("a", "a", "c", "c");
    assertThat(finished.problems()).isEmpty();
    return message;
  }

  private void assertFails(String message) throws IOException {
    assertThat(failure()).isEqualTo(message);
  }
}
