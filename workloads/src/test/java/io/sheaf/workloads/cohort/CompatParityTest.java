package io.sheaf.workloads.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.engine.config.Configuration;
import io.sheaf.workloads.Workloads;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The profile `compat` gives the original's tables; where they come from: compat/README.md.
///
/// Tolerance: relative 1e-9, and 1e-12 bits where exact zeros meet rounding; the p of surrogates
/// are random in the original and checked for what must hold of them.
class CompatParityTest {
  private static final int SURROGATES = 50;
  private static final Set<String> RANDOM = Set.of("p_A2S", "p_S2A", "q_A2S", "q_S2A");
  private static final Path FILES = resources();

  @TempDir private Path temporary;

  @ParameterizedTest
  @ValueSource(strings = {"smoke", "k6_full", "k4_fast", "24bin_cte"})
  void givesTheTablesOfTheReference(String preset) throws Exception {
    FinishedCohort ours = run(preset);
    for (String table :
        List.of(
            "per_user_te",
            "per_user_cte",
            "per_user_ste",
            "per_user_gc",
            "k_selected_by_user",
            "hbin_counts")) {
      compare(table, ours.table(table), expected(preset, table));
    }
    assertThat(failing(ours.table("error_log"))).isEqualTo(failing(expected(preset, "error_log")));
    assertThat(ours.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"smoke", "k4_fast"})
  void derivesTheStatisticsOverAllUsersFromItsOwnRows(String preset) throws Exception {
    FinishedCohort ours = run(preset);
    for (String measure : List.of("TE", "CTE", "STE")) {
      List<Map<String, String>> rows = ours.table("per_user_" + measure.toLowerCase(Locale.ROOT));
      double pDelta = signedRankP(column(rows, "Delta_" + measure));
      for (Map<String, String> row : rows) {
        assertThat(FinishedCohort.number(row, "p_Delta_" + measure))
            .isEqualTo(pDelta, within(1e-12));
        assertThat(row.get("q_Delta_" + measure)).isEqualTo(row.get("p_Delta_" + measure));
      }
      for (String direction : List.of("A2S", "S2A")) {
        for (String tau : List.of("1", "2")) {
          List<Map<String, String>> family =
              rows.stream().filter(row -> tau.equals(row.get("tau"))).toList();
          double[] p = column(family, "p_" + direction);
          assertThat(column(family, "q_" + direction)).containsExactly(adjusted(p), within(1e-15));
          assertShares(measure, p, column(family, measure + "_" + direction));
        }
      }
    }
  }

  /// A p counts surrogates; Fisher's combinations of the conditional measure lie between.
  private static void assertShares(String measure, double[] p, double[] values) {
    for (int i = 0; i < p.length; i++) {
      assertThat(Double.isNaN(p[i])).isEqualTo(Double.isNaN(values[i]));
      if (!measure.equals("CTE")) {
        assertThat(p[i] * SURROGATES).isEqualTo(Math.rint(p[i] * SURROGATES), within(1e-9));
      }
    }
  }

  private FinishedCohort run(String preset) throws Exception {
    Configuration configuration =
        new Configuration(CohortKeys.ALL)
            .preset(preset, yaml(preset))
            .set("statistics=compat")
            .set("surrogates=" + SURROGATES)
            .set("data_root", FILES.resolve("data").toString(), "--data");
    return new CohortRuns(temporary, FILES.resolve("data")).run(configuration, 2);
  }

  private static String yaml(String preset) {
    return Workloads.presets().stream()
        .filter(one -> one.name().equals(preset))
        .findFirst()
        .orElseThrow()
        .yaml();
  }

  private static void compare(
      String table, List<Map<String, String>> ours, List<Map<String, String>> expected) {
    assertThat(ours).as(table).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      Map<String, String> row = ours.get(i);
      expected
          .get(i)
          .forEach(
              (column, cell) -> {
                if (!RANDOM.contains(column)) {
                  compareCell(
                      "%s %s %s".formatted(table, row, column),
                      FinishedCohort.cell(row, column),
                      cell);
                }
              });
    }
  }

  private static void compareCell(String place, String ours, String expected) {
    if (expected.startsWith("{")) {
      assertThat(ours).as(place).startsWith("{").endsWith("}");
      String[] members = members(expected);
      assertThat(members(ours)).as(place).hasSameSizeAs(members);
      for (int i = 0; i < members.length; i++) {
        compareCell(place, members(ours)[i], members[i]);
      }
    } else if (expected.matches("-?[0-9].*[.e].*")) {
      double number = Double.parseDouble(expected);
      double tolerance = Math.max(1e-9 * Math.abs(number), isProbability(place) ? 0 : 1e-12);
      assertThat(Double.parseDouble(ours)).as(place).isEqualTo(number, within(tolerance));
    } else {
      assertThat(ours).as(place).isEqualTo(expected);
    }
  }

  private static boolean isProbability(String place) {
    return place.matches(".* ([pq]_|GC_)[^ ]*");
  }

  /// Keys and values of `{"1": 0.5, "2": 0.625}` in turn.
  private static String[] members(String json) {
    return json.replaceAll("[{}\" ]", "").split("[:,]");
  }

  private static List<Map<String, String>> expected(String preset, String table) throws Exception {
    return FinishedCohort.table(FILES.resolve("expected").resolve(preset), table);
  }

  private static List<String> failing(List<Map<String, String>> errors) {
    return errors.stream()
        .map(row -> row.get("user_id") + "/" + row.get("feature_mode"))
        .sorted()
        .toList();
  }

  private static double[] column(List<Map<String, String>> rows, String name) {
    return rows.stream().mapToDouble(row -> FinishedCohort.number(row, name)).toArray();
  }

  /// The least `p[j] n/#{p <= p[j]}` over all `p[j] >= p[i]`, word for word.
  private static double[] adjusted(double[] p) {
    double n = Arrays.stream(p).filter(v -> !Double.isNaN(v)).count();
    return Arrays.stream(p)
        .map(
            own ->
                Double.isNaN(own)
                    ? own
                    : Arrays.stream(p)
                        .filter(other -> other >= own)
                        .map(o -> o * n / Arrays.stream(p).filter(v -> v <= o).count())
                        .reduce(1, Math::min))
        .toArray();
  }

  /// W+ is normal with variance Σ rank²/4 over the differences that are not 0.
  private static double signedRankP(double[] deltas) {
    double[] d = Arrays.stream(deltas).filter(v -> Double.isFinite(v) && v != 0).toArray();
    double[] ranks =
        Arrays.stream(d)
            .map(
                own ->
                    Arrays.stream(d).filter(v -> Math.abs(v) < Math.abs(own)).count()
                        + (Arrays.stream(d).filter(v -> Math.abs(v) == Math.abs(own)).count() + 1)
                            / 2.0)
            .toArray();
    double excess =
        IntStream.range(0, d.length).mapToDouble(i -> Math.signum(d[i]) * ranks[i] / 2).sum();
    double variance = Arrays.stream(ranks).map(rank -> rank * rank / 4).sum();
    return Erf.erfc(Math.abs(excess) / Math.sqrt(2 * variance));
  }

  private static Path resources() {
    try {
      return Path.of(Objects.requireNonNull(CompatParityTest.class.getResource("compat")).toURI());
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
