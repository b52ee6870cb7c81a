package io.sheaf.workloads.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same bytes for every division of the work, and wherever the data lie.
class CohortDeterminismTest {
  @TempDir private Path temporary;
  private final Map<String, String> users = new LinkedHashMap<>();
  private CohortRuns runs;

  @BeforeEach
  void files() throws IOException {
    SplittableRandom random = UserText.random(CohortDeterminismTest.class);
    for (String user : List.of("a", "b", "c", "d", "e")) {
      users.put(user, UserText.days(random, 3, 80 + random.nextInt(40)).toString());
    }
    users.put("bad", "timestamp,label:SITTING\n1,1\n");
    runs = new CohortRuns(temporary);
    for (Map.Entry<String, String> user : users.entrySet()) {
      runs.user(user.getKey(), user.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"compat", "classic", "sound"})
  void isTheSameForAnyDivisionOfTheWork(String statistics) throws Exception {
    Configuration configuration = configuration(runs, statistics);
    Map<String, String> expected = runs.run(configuration, 1).files();
    assertThat(expected).containsKeys("per_user_te.csv", "error_log.csv", "manifest.json");
    assertThat(runs.run(configuration, 2).files()).isEqualTo(expected);
    for (int shards : new int[] {1, 3, 4}) {
      assertThat(runs.merged(configuration, shards).files()).isEqualTo(expected);
    }
    assertThat(runs.run(configuration(runs, statistics).set("seed=43"), 2).files())
        .as("control: another seed")
        .isNotEqualTo(expected);
  }

  @Test
  void dependsNeitherOnThePlaceNorOnCompression() throws Exception {
    FinishedCohort plain = runs.run(configuration(runs, "sound"), 2);
    CohortRuns elsewhere = new CohortRuns(temporary, Files.createDirectory(temporary.resolve("x")));
    CohortRuns compressed =
        new CohortRuns(temporary, Files.createDirectory(temporary.resolve("z")));
    for (Map.Entry<String, String> user : users.entrySet()) {
      elsewhere.user(user.getKey(), user.getValue());
      compressed.compressedUser(user.getKey(), user.getValue());
    }
    Map<String, String> expected = plain.files();
    assertThat(elsewhere.run(configuration(elsewhere, "sound"), 2).files()).isEqualTo(expected);
    Map<String, String> same = compressed.run(configuration(compressed, "sound"), 2).files();
    for (String table : List.of("per_user_te", "per_user_cte", "per_user_ste", "per_user_gc")) {
      assertThat(same.get(table + ".csv")).isEqualTo(expected.get(table + ".csv"));
    }
    assertThat(same.get("error_log.csv"))
        .isEqualTo(FinishedCohort.cell(expected, "error_log.csv").replace(".csv:", ".csv.gz:"));
    assertThat(expected.values())
        .allSatisfy(content -> assertThat(content).doesNotContain(temporary.toString()));
  }

  /// Statistics over all users wait for all users.
  @Test
  void leavesOnlyWhatNeedsAllUsersEmptyInAShard() throws Exception {
    Configuration configuration = configuration(runs, "classic");
    FinishedCohort whole = runs.run(configuration, 2);
    FinishedCohort shard = runs.run(configuration, new RunOptions(new Shard(0, 2), 1, 0));
    assertThat(shard.problems()).isEmpty();
    List<Map<String, String>> rows = shard.table("per_user_te");
    assertThat(rows).extracting(row -> row.get("user_id")).contains("a", "d").doesNotContain("b");
    for (Map<String, String> row : rows) {
      Map<String, String> same =
          whole.table("per_user_te").stream()
              .filter(one -> key(one).equals(key(row)))
              .findFirst()
              .orElseThrow();
      row.forEach(
          (column, cell) -> {
            boolean overAll = column.startsWith("q_") || column.startsWith("p_Delta");
            assertThat(cell).as(column).isEqualTo(overAll ? "" : same.get(column));
          });
    }
  }

  private static List<String> key(Map<String, String> row) {
    return Stream.of("user_id", "feature_mode", "tau")
        .map(column -> FinishedCohort.cell(row, column))
        .toList();
  }

  private static Configuration configuration(CohortRuns runs, String statistics) {
    return runs.configuration(
            "statistics=" + statistics,
            "surrogates=9",
            "minimum_rows=100",
            "feature_modes=magnitude_only,square")
        .set("features.square", "pow([raw_acc:magnitude_stats:mean], 2)", "--features");
  }
}
