package io.sheaf.workloads.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.config.Settings;
import io.sheaf.workloads.cohort.SimulatedUser.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The p-values of the profile `sound` hold where nothing is coupled, and find what is.
///
/// The tolerance is three binomial standard errors at each level. The output is the table of
/// docs/explanation/calibration.md.
class SoundCalibrationTest {
  private static final long SEED = Long.getLong("seed", 20261122);
  private static final int RUNS = Integer.getInteger("calibration.runs", 1000);
  private static final int POWER_RUNS = 100;
  private static final int OPPOSITE_RUNS = 400;
  private static final int SYMBOLIC = 4;
  private static final double[] LEVELS = {0.01, 0.05, 0.1};
  private static final List<String> MEASURES =
      List.of("TE A2S", "TE S2A", "CTE A2S", "CTE S2A", "STE A2S", "STE S2A");

  private final SoundMethods sound = new SoundMethods(settings("sound"));

  @ParameterizedTest
  @EnumSource(names = {"INDEPENDENT", "AUTOCORRELATED", "SLOW", "CIRCADIAN"})
  void falsePositivesStayBelowTheLevel(Kind kind) {
    double[][] p = pValues(sound, kind, RUNS);
    for (int measure = 0; measure < MEASURES.size(); measure++) {
      for (double level : LEVELS) {
        double rate = rate(p, measure, level);
        double bound = level + 3 * Math.sqrt(level * (1 - level) / RUNS);
        report(kind, measure, level, rate);
        assertThat(rate).as("%s %s at %s", kind, MEASURES.get(measure), level).isLessThan(bound);
      }
    }
  }

  @Test
  void findsPlantedDirections() {
    double[][] toSitting = pValues(sound, Kind.ACTIVITY_TO_SITTING, POWER_RUNS);
    double[][] toActivity = pValues(sound, Kind.SITTING_TO_ACTIVITY, POWER_RUNS);
    for (int measure : new int[] {0, 2, 4}) {
      report(Kind.ACTIVITY_TO_SITTING, measure, 0.01, rate(toSitting, measure, 0.01));
      report(Kind.SITTING_TO_ACTIVITY, measure + 1, 0.01, rate(toActivity, measure + 1, 0.01));
    }
    assertThat(rate(toSitting, 2, 0.01)).isGreaterThan(0.9);
    assertThat(rate(toActivity, 3, 0.01)).isGreaterThan(0.9);
  }

  /// Where one direction is coupled, transfer entropy does not show the other. Symbolic transfer
  /// entropy may: one pattern is not the whole past of a series.
  @Test
  void keepsToTheCoupledDirection() {
    double[][] toSitting = pValues(sound, Kind.ACTIVITY_TO_SITTING, OPPOSITE_RUNS);
    double[][] toActivity = pValues(sound, Kind.SITTING_TO_ACTIVITY, OPPOSITE_RUNS);
    for (double level : LEVELS) {
      double bound = level + 3 * Math.sqrt(level * (1 - level) / OPPOSITE_RUNS);
      for (int measure = 0; measure < MEASURES.size(); measure += 2) {
        double backToActivity = rate(toSitting, measure + 1, level);
        double backToSitting = rate(toActivity, measure, level);
        report(Kind.ACTIVITY_TO_SITTING, measure + 1, level, backToActivity);
        report(Kind.SITTING_TO_ACTIVITY, measure, level, backToSitting);
        if (measure < SYMBOLIC) {
          assertThat(backToActivity).isLessThan(bound);
          assertThat(backToSitting).isLessThan(bound);
        }
      }
    }
  }

  /// The control arm: free permutation, as in the original, takes the shared clock for coupling.
  @Test
  void freePermutationFailsUnderASharedClock() {
    OriginalMethods classic =
        new OriginalMethods(
            settings("classic", "k_selection.strategy=fixed", "k_selection.k_fixed=1"), true);
    double[][] p = pValues(classic, Kind.CIRCADIAN, POWER_RUNS);
    assertThat(rate(p, 0, 0.05)).isGreaterThan(0.5);
  }

  private static double[][] pValues(Methods methods, Kind kind, int runs) {
    return LongStream.range(0, runs)
        .parallel()
        .mapToObj(run -> pValues(methods, SimulatedUser.series(kind, SEED + 1_000_003 * run), run))
        .toArray(double[][]::new);
  }

  private static double[] pValues(Methods methods, UserSeries series, long run) {
    Histories histories = methods.histories(series);
    double[] p = new double[MEASURES.size()];
    for (Direction direction : Direction.values()) {
      int place = direction == Direction.A2S ? 0 : 1;
      Methods.Task task = new Methods.Task(series, direction, histories, 1, SEED ^ run);
      p[place] = methods.transferEntropy(task).p();
      p[2 + place] = methods.conditionalTransferEntropy(task).p();
      p[4 + place] = methods.symbolicTransferEntropy(task).p();
    }
    return p;
  }

  private static double rate(double[][] p, int measure, double level) {
    return Arrays.stream(p).filter(run -> run[measure] <= level).count() / (double) p.length;
  }

  private static void report(Kind kind, int measure, double level, double rate) {
    System.out.printf("| %s | %s | %.2f | %.3f |%n", kind, MEASURES.get(measure), level, rate);
  }

  private static Settings settings(String statistics, String... further) {
    Configuration configuration =
        new Configuration(CohortKeys.ALL)
            .set("statistics=" + statistics)
            .set("k_selection.k_grid=1,2,3,4,5,6")
            .set("surrogates=199");
    for (String assignment : further) {
      configuration.set(assignment);
    }
    return configuration.settle();
  }
}
