package io.sheaf.workloads.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.config.ConfigurationException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What cannot be meant is refused before anything runs, in one line that names the key.
class BadConfigurationTest {
  @TempDir private Path temporary;
  private CohortRuns runs;

  @BeforeEach
  void goodUser() throws Exception {
    SplittableRandom random = UserText.random(BadConfigurationTest.class);
    runs = new CohortRuns(temporary).user("a", UserText.days(random, 3, 90).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hour_bins=0 | --set hour_bins: `hour_bins`: expected a whole number from 1 to 24, found `0`
          hour_bins=48 | --set hour_bins: `hour_bins`: expected a whole number from 1 to 24, found `48`
          taus=[] | taus is empty, expected at least one
          taus=1,2,1 | taus: 1 stands twice, expected once
          taus=0 | --set taus: `taus`: expected a list, each a whole number from 1 to 100000, found `[0]`
          k_selection.k_grid=[] | k_selection.k_grid is empty, expected at least one
          k_selection.k_grid=2,2 | k_selection.k_grid: 2 stands twice, expected once
          feature_modes=[] | feature_modes is empty, expected at least one
          feature_modes=composite,composite | feature_modes: composite stands twice, expected once
          statistics=sund | --set statistics: `statistics`: expected one of compat, classic, sound, found `sund`; did you mean `sound`?
          k_selection.strategy=AIC | --set k_selection.strategy: `k_selection.strategy`: expected one of AIS, GUARDED_AIS, fixed, found `AIC`; did you mean `AIS`?
          time_zone=America/San_Diego | time_zone: `America/San_Diego` is no time zone, expected a name such as America/Los_Angeles
          fdr.alhpa=0.2 | --set fdr.alhpa: unknown key `fdr.alhpa`; did you mean `fdr.alpha`?
          jvm.xmxx=4g | --set jvm.xmxx: unknown key `jvm.xmxx`; did you mean `jvm.xmx`?
          data_root=nowhere | data_root: nowhere is no directory; say where the data are with --set data_root=DIR
          columns.label=timestamp | columns.label: `timestamp` holds the timestamps, expected another
          """)
  void namesTheKey(String assignment, String message) {
    assertThatThrownBy(() -> runs.run(assignment))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(message);
  }

  @Test
  void namesAnUnknownFeatureWithTheNearestOne() {
    assertThatThrownBy(() -> runs.run("feature_modes=composit"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("feature_modes: unknown feature `composit`, expected ")
        .hasMessageEndingWith("; did you mean `composite`?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abs([x]           | feature `mine`:
          [timestamp] / 60  | feature `mine`: column `timestamp` holds the timestamps, expected another
          mine + 1          | feature `mine`: refers to itself: mine -> mine
          sma_onli          | feature `mine`: unknown name `sma_onli` (did you mean `sma_only`?); a column is written [name]
          """)
  void namesTheFormula(String formula, String message) {
    Configuration configuration = runs.configuration().set("features.mine", formula, "--features");
    assertThatThrownBy(() -> runs.run(configuration, 1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith(message);
  }

  /// The order of the grid decides between equal values and nothing else.
  @ParameterizedTest
  @ValueSource(strings = {"classic", "sound"})
  void takesAnUnsortedGrid(String statistics) throws Exception {
    FinishedCohort sorted = runs.run("statistics=" + statistics, "k_selection.k_grid=1,2,3");
    FinishedCohort unsorted = runs.run("statistics=" + statistics, "k_selection.k_grid=3,1,2");
    assertThat(unsorted.table("per_user_te")).isEqualTo(sorted.table("per_user_te"));
  }

  @Test
  void namesConditionsThatAreNoCodes() throws Exception {
    Configuration configuration =
        runs.configuration()
            .set("condition", "[raw_acc:magnitude_stats:mean] * 0 + 10000", "--condition");
    assertThat(runs.run(configuration, 1).failures())
        .containsExactly(
            "user=a/mode=magnitude_only: the condition is 10000.0 in a row,"
                + " expected whole numbers from 0 to 9999");
  }

  @Test
  void describesAPlanWhoseLargestUserIsBad() throws Exception {
    runs.user("z", UserText.of(900, i -> 1, i -> 0).toString());
    CohortWorkload workload = new CohortWorkload();
    var settings = runs.configuration().settle();
    assertThat(workload.describe(settings, workload.units(settings)))
        .containsExactly(
            "largest user: z cannot be analysed: the activity feature is constant (zero variance)");
    assertThat(workload.describe(settings, java.util.List.of())).isEmpty();
  }
}
