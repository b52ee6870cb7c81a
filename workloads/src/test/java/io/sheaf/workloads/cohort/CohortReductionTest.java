package io.sheaf.workloads.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.UnitResult;
import io.sheaf.info.BenjaminiHochberg;
import io.sheaf.info.WilcoxonSignedRank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which rows make up a family, and what becomes of what is missing.
class CohortReductionTest {
  private static final Table TE = CohortTables.TRANSFER;
  private static final List<String> MODES = List.of("one", "two");

  private final SplittableRandom random = UserText.random(CohortReductionTest.class);
  private final List<UnitResult> results = new ArrayList<>();

  @BeforeEach
  void twelveUsers() {
    for (int user = 0; user < 12; user++) {
      for (String mode : MODES) {
        List<Row> rows = new ArrayList<>();
        for (long tau = 1; tau <= 2; tau++) {
          rows.add(row(TE, user(user), mode, tau));
        }
        rows.add(row(CohortTables.GRANGER, user(user), mode, null));
        results.add(new UnitResult(unit(user(user), mode), new Outcome.Done(new UnitOutput(rows))));
      }
    }
  }

  @Test
  void adjustsEachPColumnOfATableByLagOverAllFeatures() {
    List<Row> rows = reduced(Profile.CLASSIC);
    for (String direction : List.of("A2S", "S2A")) {
      for (double tau : new double[] {1, 2}) {
        List<Row> family =
            rows.stream()
                .filter(row -> row.table().equals(TE.name()))
                .filter(row -> row.number(TE.index("tau")) == tau)
                .toList();
        assertThat(family).hasSize(24);
        assertThat(column(family, TE, "q_" + direction))
            .containsExactly(BenjaminiHochberg.adjust(column(family, TE, "p_" + direction)));
      }
    }
    List<Row> granger = rows.stream().filter(row -> row.table().equals("per_user_gc")).toList();
    assertThat(column(granger, CohortTables.GRANGER, "q_GC_A2S"))
        .containsExactly(
            BenjaminiHochberg.adjust(column(granger, CohortTables.GRANGER, "GC_A2S_pval")));
  }

  @Test
  void testsDifferencesByLagAndFeatureAndAdjustsThem() {
    List<Row> rows = reduced(Profile.SOUND);
    List<Double> p = new ArrayList<>();
    List<Double> q = new ArrayList<>();
    for (double tau : new double[] {1, 2}) {
      for (String mode : MODES) {
        List<Row> group = group(rows, tau, mode);
        double expected = WilcoxonSignedRank.test(column(group, TE, "Delta_TE")).pValue();
        assertThat(column(group, TE, "p_Delta_TE")).hasSize(12).containsOnly(expected);
        p.add(expected);
        q.add(group.getFirst().number(TE.index("q_Delta_TE")));
      }
    }
    assertThat(q.stream().mapToDouble(v -> v).toArray())
        .containsExactly(
            BenjaminiHochberg.adjust(p.stream().mapToDouble(v -> v).toArray()), within(1e-15));
  }

  @Test
  void poolsDifferencesAsTheOriginalDid() {
    List<Row> rows = reduced(Profile.COMPAT).stream().filter(this::isTransfer).toList();
    double expected = WilcoxonSignedRank.test(column(rows, TE, "Delta_TE")).pValue();
    assertThat(column(rows, TE, "p_Delta_TE")).hasSize(48).containsOnly(expected);
    assertThat(column(rows, TE, "q_Delta_TE")).containsOnly(expected);
  }

  @Test
  void leavesMissingValuesOutAndEmpty() {
    Row empty = row(TE, "u00", "one", 1L);
    for (String column : List.of("Delta_TE", "p_A2S")) {
      empty = empty.with(TE.index(column), null);
    }
    Row other = row(CohortTables.GRANGER, "u00", "one", null);
    results.set(
        0,
        new UnitResult(
            unit("u00", "one"), new Outcome.Done(new UnitOutput(List.of(empty, other)))));
    List<Row> group = group(reduced(Profile.CLASSIC), 1, "one");
    assertThat(group.getFirst().number(TE.index("q_A2S"))).isNaN();
    double[] deltas = column(group, TE, "Delta_TE");
    assertThat(column(group, TE, "p_Delta_TE"))
        .containsOnly(
            WilcoxonSignedRank.test(Arrays.copyOfRange(deltas, 1, deltas.length)).pValue());
  }

  @Test
  void tellsOfFailedUnits() {
    results.set(3, failed(3, new Outcome.Failed("too few rows", true)));
    results.set(4, failed(4, new Outcome.OutOfMemory("Java heap space")));
    results.set(5, failed(5, new Outcome.TimedOut(1000)));
    results.set(6, failed(6, new Outcome.Lost("worker-2")));
    assertThat(reduced(Profile.CLASSIC).stream().filter(row -> row.table().equals("error_log")))
        .extracting(Row::cells)
        .containsExactly(
            Arrays.asList("u01", "two", "PROCESS", null, "too few rows"),
            Arrays.asList("u02", "one", "PROCESS", null, "Java heap space"),
            Arrays.asList("u02", "two", "PROCESS", null, "took longer than 1000 ms"),
            Arrays.asList("u03", "one", "PROCESS", null, "worker-2 disappeared"));
  }

  @Test
  void fillsNothingBeforeAllUnitsAreThere() {
    for (Row row : CohortReduction.reduce(Profile.CLASSIC, results, false)) {
      if (isTransfer(row)) {
        for (String column : List.of("q_A2S", "q_S2A", "p_Delta_TE", "q_Delta_TE")) {
          assertThat(row.cells().get(TE.index(column))).isNull();
        }
      }
    }
  }

  /// Rows come out in the order they went in; what stands in them does not depend on it.
  @Test
  void givesTheSameRowsInAnyOrder() {
    for (Profile profile : Profile.values()) {
      List<Row> rows = reduced(profile);
      assertThat(reduced(profile)).isEqualTo(rows);
      List<UnitResult> reversed = results.reversed();
      assertThat(CohortReduction.reduce(profile, reversed, true))
          .containsExactlyInAnyOrderElementsOf(rows);
    }
  }

  private List<Row> reduced(Profile profile) {
    return CohortReduction.reduce(profile, results, true);
  }

  private boolean isTransfer(Row row) {
    return row.table().equals(TE.name());
  }

  private List<Row> group(List<Row> rows, double tau, String mode) {
    return rows.stream()
        .filter(this::isTransfer)
        .filter(row -> row.number(TE.index("tau")) == tau)
        .filter(row -> row.text(TE.index("feature_mode")).equals(mode))
        .toList();
  }

  private static double[] column(List<Row> rows, Table table, String name) {
    return rows.stream().mapToDouble(row -> row.number(table.index(name))).toArray();
  }

  /// A row with random p and Delta and nothing else.
  private Row row(Table table, String user, String mode, @Nullable Long tau) {
    List<@Nullable Object> cells =
        new ArrayList<>(Collections.nCopies(table.columns().size(), null));
    cells.set(0, user);
    cells.set(1, mode);
    if (tau != null) {
      cells.set(table.index("tau"), tau);
      cells.set(table.index("Delta_TE"), random.nextDouble() - 0.3);
    }
    for (int i = 0; i < cells.size(); i++) {
      String name = table.columns().get(i).name();
      if (name.matches("p_(A2S|S2A)|GC_.*_pval")) {
        cells.set(i, random.nextDouble() * random.nextDouble());
      }
    }
    return new Row(table.name(), cells);
  }

  private UnitResult failed(int place, Outcome outcome) {
    return new UnitResult(results.get(place).unit(), outcome);
  }

  private static String user(int number) {
    return "u%02d".formatted(number);
  }

  private static Unit unit(String user, String mode) {
    return new Unit(
        "user=" + user + "/mode=" + mode,
        user,
        1,
        Map.of(CohortWorkload.USER, user, CohortWorkload.MODE, mode),
        List.of());
  }
}
