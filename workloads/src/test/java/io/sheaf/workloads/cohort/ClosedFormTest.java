package io.sheaf.workloads.cohort;

import static io.sheaf.workloads.cohort.FinishedCohort.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Series whose information is known, from file to table.
///
/// The plug-in bias is about (states)/(2 n ln 2) bits, below 0.01 here; so is three times the
/// standard deviation of the entropy of n fair bits. Tolerance: 0.02 bits.
class ClosedFormTest {
  private static final int ROWS = 2000;
  private static final double TOLERANCE = 0.02;
  private static final String[] BITS = {
    "bins.method=width", "bins.count=2", "k_selection.strategy=fixed", "k_selection.k_fixed=1"
  };

  @TempDir private Path temporary;
  private final SplittableRandom random = UserText.random(ClosedFormTest.class);
  private final int[] x = random.ints(ROWS, 0, 2).toArray();
  private CohortRuns runs;

  @BeforeEach
  void directory() throws IOException {
    runs = new CohortRuns(temporary);
  }

  @Test
  void aCopyOfFairBitsIsOneBit() throws IOException {
    copy(1);
    FinishedCohort classic = run("classic");
    for (String measure : new String[] {"TE", "CTE"}) {
      Map<String, String> row = classic.row("per_user_" + measure.toLowerCase(Locale.ROOT), 1);
      assertThat(number(row, measure + "_A2S")).isEqualTo(1, within(TOLERANCE));
      assertThat(number(row, measure + "_S2A")).isEqualTo(0, within(TOLERANCE));
      assertThat(number(row, "p_A2S")).isEqualTo(0.05);
      assertThat(number(row, measure + "_A2S_effective")).isEqualTo(1, within(2 * TOLERANCE));
    }
    Map<String, String> later = classic.row("per_user_te", 2);
    assertThat(number(later, "TE_A2S")).as("the target's past holds it").isZero();
    assertThat(later).containsEntry("n_samples", "1998").containsEntry("tau", "2");
  }

  @Test
  void aCopyAfterTwoRowsPeaksAtLagTwo() throws IOException {
    copy(2);
    FinishedCohort classic = run("classic");
    assertThat(number(classic.row("per_user_te", 1), "TE_A2S")).isEqualTo(0, within(TOLERANCE));
    assertThat(number(classic.row("per_user_te", 2), "TE_A2S")).isEqualTo(1, within(TOLERANCE));
    assertThat(number(classic.row("per_user_cte", 1), "CTE_A2S")).isEqualTo(0, within(TOLERANCE));
    assertThat(number(classic.row("per_user_cte", 2), "CTE_A2S")).isEqualTo(1, within(TOLERANCE));
  }

  /// The control arm: the original's stratified lag 2 is lag 3, and a copy after three rows is
  /// found there.
  @Test
  void compatMissesLagTwo() throws IOException {
    copy(2);
    FinishedCohort compat = run("compat");
    assertThat(number(compat.row("per_user_te", 2), "TE_A2S")).isEqualTo(1, within(TOLERANCE));
    assertThat(number(compat.row("per_user_cte", 2), "CTE_A2S")).isEqualTo(0, within(TOLERANCE));
    copy(3);
    assertThat(number(run("compat").row("per_user_cte", 2), "CTE_A2S"))
        .isEqualTo(1, within(TOLERANCE));
  }

  /// With one bin for the whole day there is nothing to condition on.
  @ParameterizedTest
  @ValueSource(strings = {"compat", "classic", "sound"})
  void isTransferEntropyIfThereIsOneBin(String statistics) throws IOException {
    runs.user("a", UserText.days(random, 4, 120).toString());
    FinishedCohort finished = runs.run("hour_bins=1", "statistics=" + statistics);
    Map<String, String> te = finished.row("per_user_te", 1);
    Map<String, String> cte = finished.row("per_user_cte", 1);
    for (String direction : new String[] {"_A2S", "_S2A"}) {
      assertThat(number(cte, "CTE" + direction))
          .isEqualTo(number(te, "TE" + direction), within(1e-12));
    }
    assertThat(cte)
        .containsEntry("n_samples", te.get("n_samples"))
        .containsEntry("n_samples_per_bin_min", te.get("n_samples"))
        .containsEntry("low_n_hours", "[]");
  }

  /// A bin that has fifty rows and fewer samples is left out and said to be.
  @Test
  void tellsOfBinsWithoutEnoughSamples() throws IOException {
    UserText text = UserText.of(236, i -> random.nextDouble(), i -> x[i]);
    for (int run = 0; run < 10; run++) {
      text.gap(600).rows(6, i -> random.nextDouble(), i -> x[i]);
    }
    runs.user("a", text.toString());
    Map<String, String> row =
        runs.run("k_selection.strategy=fixed", "k_selection.k_fixed=2").row("per_user_cte", 1);
    assertThat(row)
        .containsEntry("n_samples_per_bin_min", "40")
        .containsEntry("low_n_hours", "[1]")
        .containsEntry("n_samples", "234");
  }

  /// Y = X XOR C: nothing without C, one bit with it.
  @Test
  void conditionsOnAColumn() throws IOException {
    int[] c = random.ints(ROWS, 0, 2).toArray();
    runs.user(
        "a", UserText.of(ROWS, i -> x[i] + 10 * c[i], i -> i == 0 ? 0 : x[i - 1] ^ c[i]) + "");
    String level = "[raw_acc:magnitude_stats:mean]";
    String code = "min(1, max(0, %s - 5))".formatted(level);
    FinishedCohort finished =
        runs.run(
            runs.configuration(BITS)
                .set("feature_modes=bit")
                .set("features.bit", level + " - 10 * code", "--features")
                .set("features.code", code, "--features")
                .set("condition", "code", "--condition"),
            1);
    assertThat(number(finished.row("per_user_te", 1), "TE_A2S")).isEqualTo(0, within(TOLERANCE));
    Map<String, String> row = finished.row("per_user_cte", 1);
    assertThat(number(row, "CTE_A2S")).isEqualTo(1, within(TOLERANCE));
    assertThat(row).containsEntry("hour_bins", "").containsEntry("feature_mode", "bit");
    assertThat(finished.problems()).isEmpty();
  }

  /// `Y[t] = Y[t-2]` but for one row in twenty: one row of past says nothing, two say almost all.
  @Test
  void choosesTheHistoryThatHoldsTheInformation() throws IOException {
    int[] y = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      y[i] = i < 2 ? x[i] : random.nextInt(20) == 0 ? 1 - y[i - 2] : y[i - 2];
    }
    runs.user("a", UserText.of(ROWS, i -> x[i], i -> y[i]).toString());
    String[] choice = {"bins.method=width", "bins.count=2", "k_selection.k_grid=1,2"};
    assertThat(runs.run(runs.configuration(choice), 1).table("k_selected_by_user").getFirst())
        .containsEntry("k_selected", "2")
        .containsEntry("guard", "off")
        .containsEntry("k_A_selected", "");
    Map<String, String> sound =
        runs.run(runs.configuration(choice).set("statistics=sound"), 1)
            .table("k_selected_by_user")
            .getFirst();
    assertThat(sound).containsEntry("k_selected", "2").containsEntry("guard", "passed");
    assertThat(sound.get("k_A_selected")).isIn("1", "2");
  }

  /// Sound fails closed, the original's guard fails open and says so.
  @Test
  void guardsAgainstTooFewSamples() throws IOException {
    runs.user("a", UserText.of(300, i -> random.nextDouble(), i -> x[i]).toString());
    String[] choice = {"k_selection.k_grid=4,7", "k_selection.undersampling_guard=true"};
    assertThat(runs.run(choice).table("k_selected_by_user").getFirst())
        .containsEntry("k_selected", "7")
        .containsEntry("capped", "False")
        .containsEntry("guard", "not satisfied");
    assertThat(
            runs.run(runs.configuration(choice).set("statistics=sound"), 1)
                .table("k_selected_by_user")
                .getFirst())
        .containsEntry("k_A_selected", "4")
        .containsEntry("k_A_guard", "not satisfied");
  }

  /// Five days at each minute: 300 rows or more in each hour allow 2 · 5 states 25 rows each.
  @Test
  void capsTheHistoryAtWhatTheHoursAllow() throws IOException {
    runs.user("a", UserText.of(7500, i -> x[i % ROWS], i -> x[(i * 7 + i / 5) % ROWS]).toString());
    FinishedCohort finished =
        runs.run(
            "bins.method=width",
            "k_selection.undersampling_guard=true",
            "k_selection.k_grid=1,2,3",
            "surrogates=1");
    assertThat(finished.table("k_selected_by_user").getFirst())
        .containsEntry("k_selected", "1")
        .containsEntry("k_original", "3")
        .containsEntry("capped", "True")
        .containsEntry("guard", "capped");
  }

  @Test
  void takesAFixedHistoryInEveryProfile() throws IOException {
    copy(1);
    for (String statistics : new String[] {"compat", "classic", "sound"}) {
      FinishedCohort finished =
          runs.run(
              "statistics=" + statistics,
              "k_selection.strategy=fixed",
              "k_selection.k_fixed=3",
              "bins.method=width");
      assertThat(finished.row("per_user_te", 1))
          .containsEntry("k", "3")
          .containsEntry("k_S2A", "3")
          .containsEntry("l", statistics.equals("sound") ? "1" : "3");
      assertThat(finished.table("k_selected_by_user")).isEmpty();
      assertThat(finished.problems()).isEmpty();
    }
  }

  @Test
  void takesTheFirstUsers() throws IOException {
    copy(1);
    String text = UserText.of(ROWS, i -> x[i], i -> x[ROWS - 1 - i]).toString();
    runs.user("B", text).user("c", text);
    assertThat(runs.run("n_users=2", "bins.method=width", "surrogates=1").table("hbin_counts"))
        .extracting(row -> row.get("user_id"))
        .containsExactly("B", "a");
  }

  private void copy(int lag) throws IOException {
    runs.user("a", UserText.of(ROWS, i -> x[i], i -> i < lag ? 0 : x[i - lag]).toString());
  }

  private FinishedCohort run(String statistics) throws IOException {
    return runs.run(runs.configuration(BITS).set("statistics=" + statistics), 1);
  }
}
