package io.sheaf.workloads.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every rule, broken once in tables that are right.
class CohortCheckTest {
  private static final String A = "a/magnitude_only";

  @TempDir private static Path temporary;
  private static Settings settings;
  private static Map<String, List<Row>> right;
  private final Map<String, List<Row>> tables = new LinkedHashMap<>();

  @BeforeAll
  static void run() throws Exception {
    SplittableRandom random = UserText.random(CohortCheckTest.class);
    CohortRuns runs = new CohortRuns(temporary);
    for (String user : List.of("a", "b", "c")) {
      runs.user(user, UserText.days(random, 3, 200).toString());
    }
    Configuration configuration =
        runs.configuration("statistics=sound", "k_selection.k_grid=1,2", "k_selection.k_max=2");
    settings = configuration.settle();
    FinishedCohort finished = runs.run(configuration, 2);
    right = new LinkedHashMap<>();
    finished.run().bound().tables().forEach((table, rows) -> right.put(table.name(), rows));
  }

  @BeforeEach
  void copy() {
    right.forEach((name, rows) -> tables.put(name, new ArrayList<>(rows)));
  }

  @Test
  void acceptsWhatARunWrites() {
    assertThat(problems(true)).isEmpty();
  }

  /// Table, column, what the first row then holds, and the problem that must be named.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TE  | tau           | W 7    | : tau is not one of [1, 2]
          TE  | tau           | W 2    | /2 is there twice
          TE  | feature_mode  | T sma  | sma/1: feature_mode is not one of [magnitude_only]
          TE  | user_id       |        | : user_id holds null
          TE  | Delta_TE      | N 0.5  | : Delta_TE is not the difference of the two directions
          TE  | Delta_TE      |        | : Delta_TE is not the difference of the two directions
          CTE | CTE_A2S_effective | N 1 | : Delta_CTE is not the difference of the two directions
          STE | STE_A2S       | N -0.1 | : STE_A2S is negative
          STE | STE_S2A       | N -0.1 | : STE_S2A is negative
          TE  | TE_S2A        |        | : TE_S2A and its p, one without the other
          TE  | p_A2S         | N 1.5  | : p_A2S = 1.5, expected 0 to 1
          TE  | p_S2A         | N 0.01 | : p_S2A = 0.01, expected 0.05 or more
          TE  | q_A2S         | N 0.01 | : q_A2S = 0.01 beside p_A2S =
          TE  | q_S2A         |        | : q_S2A = NaN beside p_S2A =
          TE  | q_Delta_TE    | N 0    | : q_Delta_TE = 0.0 beside p_Delta_TE =
          TE  | k             | W 0    | : k = 0, expected more
          TE  | n_samples     | W -1   | : n_samples = -1, expected more
          TE  | n_samples     | N 3    | : n_samples holds 3.0
          TE  | low_n         | T no   | : low_n holds no
          CTE | hour_bins     | W 24   | : hour_bins differs from the configured 6
          """)
  void namesABrokenCell(String measure, String column, @Nullable String cell, String problem) {
    Table table = CohortTables.Measure.valueOf(measure).table();
    change(table, 0, column, value(cell));
    assertThat(problems(true)).anySatisfy(line -> assertThat(line).contains(problem));
    assertThat(problems(true)).allSatisfy(line -> assertThat(line).startsWith(table.fileName()));
  }

  @Test
  void namesAGrangerQBelowItsP() {
    change(CohortTables.GRANGER, 0, "GC_A2S_pval", 0.5);
    change(CohortTables.GRANGER, 0, "q_GC_A2S", 0.25);
    assertThat(problems(true))
        .containsExactly("per_user_gc.csv: " + A + ": q_GC_A2S = 0.25 beside GC_A2S_pval = 0.5");
  }

  @Test
  void namesMissingRows() {
    rows("per_user_te").removeLast();
    rows("per_user_gc").removeFirst();
    rows("k_selected_by_user").clear();
    assertThat(problems(true))
        .containsExactly(
            "per_user_te.csv: has 5 rows, expected 3 units x 2 lags",
            "per_user_gc.csv: has 2 rows, expected 3 units x 1 lags",
            "k_selected_by_user.csv: is empty",
            "k_selected_by_user.csv: has 0 rows, expected 3 units x 1 lags");
  }

  @Test
  void namesDuplicates() {
    rows("hbin_counts").set(1, rows("hbin_counts").getFirst());
    assertThat(problems(true)).containsExactly("hbin_counts.csv: " + A + " is there twice");
  }

  @Test
  void namesHoursThatDoNotAddUp() {
    change(CohortTables.HOURS, 0, "hour_03", 1L);
    assertThat(problems(true))
        .containsExactly("hbin_counts.csv: " + A + ": the hours do not add up to total_samples");
  }

  @ParameterizedTest
  @CsvSource({"k_selected, 5", "k_A_selected, 3", "k_selected, 0"})
  void namesAKOffTheGrid(String column, long k) {
    change(CohortTables.HISTORIES, 0, column, k);
    assertThat(problems(true))
        .contains(
            "k_selected_by_user.csv: %s: %s = %d is not on the grid [1, 2]"
                .formatted(A, column, k));
  }

  @Test
  void namesWhatAShardCannotKnow() {
    assertThat(problems(false))
        .hasSize(3 * 2 * 3 * 4 + 3 * 2)
        .contains("per_user_te.csv: " + A + "/1: q_A2S is filled although units are missing")
        .contains(
            "per_user_ste.csv: " + A + "/2: p_Delta_STE is filled although units are missing");
  }

  private List<String> problems(boolean complete) {
    return CohortCheck.problems(settings, tables, complete).stream()
        .map(TableProblem::toString)
        .toList();
  }

  private List<Row> rows(String table) {
    return Objects.requireNonNull(tables.get(table), table);
  }

  private void change(Table table, int row, String column, @Nullable Object value) {
    List<Row> rows = rows(table.name());
    rows.set(row, rows.get(row).with(table.index(column), value));
  }

  /// W whole, N number, T text.
  private static @Nullable Object value(@Nullable String cell) {
    if (cell == null) {
      return null;
    }
    String text = cell.substring(2);
    return switch (cell.charAt(0)) {
      case 'W' -> Long.valueOf(text);
      case 'N' -> Double.valueOf(text);
      default -> text;
    };
  }
}
