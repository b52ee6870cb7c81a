package io.sheaf.workloads.cohort;

import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.UnitResult;
import io.sheaf.info.BenjaminiHochberg;
import io.sheaf.info.WilcoxonSignedRank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What is known only over all users: false discovery rates and the tests of differences.
///
/// A family of q is one p column of one table at one lag, over all features. The test of Delta is
/// one per lag and feature, adjusted over these; the original pooled them and did not adjust.
final class CohortReduction {
  private final boolean pooledDeltas;
  private final List<Row> rows = new ArrayList<>();

  private CohortReduction(Profile profile) {
    this.pooledDeltas = profile == Profile.COMPAT;
  }

  static List<Row> reduce(Profile profile, Iterable<UnitResult> results, boolean complete) {
    CohortReduction reduction = new CohortReduction(profile);
    results.forEach(reduction::collect);
    if (complete) {
      for (CohortTables.Measure measure : CohortTables.Measure.values()) {
        reduction.fill(measure);
      }
      reduction.adjust(CohortTables.GRANGER, "GC_A2S_pval", "q_GC_A2S", _ -> "");
      reduction.adjust(CohortTables.GRANGER, "GC_S2A_pval", "q_GC_S2A", _ -> "");
    }
    return reduction.rows;
  }

  private void collect(UnitResult result) {
    switch (result.outcome()) {
      case Outcome.Done(var output) -> rows.addAll(output.rows());
      case Outcome.Failed(String message, _) -> rows.add(failure(result, message));
      case Outcome.TimedOut _, Outcome.OutOfMemory _, Outcome.Lost _, Outcome.Cancelled _ ->
          rows.add(failure(result, result.outcome().message()));
    }
  }

  private static Row failure(UnitResult result, String message) {
    String user = result.unit().parameter(CohortWorkload.USER);
    String mode = result.unit().parameter(CohortWorkload.MODE);
    return new Row(CohortTables.ERRORS.name(), Arrays.asList(user, mode, "PROCESS", null, message));
  }

  private void fill(CohortTables.Measure measure) {
    Table table = measure.table();
    int tau = table.index("tau");
    int mode = table.index("feature_mode");
    adjust(table, "p_A2S", "q_A2S", row -> row.text(tau));
    adjust(table, "p_S2A", "q_S2A", row -> row.text(tau));
    int delta = table.index("Delta_" + measure);
    int p = table.index("p_Delta_" + measure);
    int q = table.index("q_Delta_" + measure);
    Map<String, List<Integer>> groups =
        groups(table, row -> pooledDeltas ? "" : row.text(tau) + " " + row.text(mode));
    double[] tested =
        groups.values().stream().mapToDouble(group -> signedRankP(group, delta)).toArray();
    double[] adjusted = pooledDeltas ? tested : BenjaminiHochberg.adjust(tested);
    int group = 0;
    for (List<Integer> members : groups.values()) {
      for (int row : members) {
        rows.set(row, rows.get(row).with(p, tested[group]).with(q, adjusted[group]));
      }
      group++;
    }
  }

  private double signedRankP(List<Integer> members, int delta) {
    return WilcoxonSignedRank.test(
            members.stream()
                .mapToDouble(row -> rows.get(row).number(delta))
                .filter(Double::isFinite)
                .toArray())
        .pValue();
  }

  private void adjust(Table table, String p, String q, Function<Row, String> family) {
    int from = table.index(p);
    int to = table.index(q);
    for (List<Integer> members : groups(table, family).values()) {
      double[] adjusted =
          BenjaminiHochberg.adjust(
              members.stream().mapToDouble(row -> rows.get(row).number(from)).toArray());
      for (int i = 0; i < adjusted.length; i++) {
        rows.set(members.get(i), rows.get(members.get(i)).with(to, adjusted[i]));
      }
    }
  }

  /// Positions of the table's rows by family, in the order of their first row.
  private Map<String, List<Integer>> groups(Table table, Function<Row, String> family) {
    return IntStream.range(0, rows.size())
        .boxed()
        .filter(row -> rows.get(row).table().equals(table.name()))
        .collect(
            Collectors.groupingBy(
                row -> family.apply(rows.get(row)), LinkedHashMap::new, Collectors.toList()));
  }
}
