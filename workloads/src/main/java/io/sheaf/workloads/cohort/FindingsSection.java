package io.sheaf.workloads.cohort;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All measures in one table.
final class FindingsSection {
  private static final Table GRANGER = CohortTables.GRANGER;

  private FindingsSection() {}

  static Section of(List<MeasureFigures> measures, ResultTables tables) throws IOException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    measures.forEach(measure -> rows.addAll(measure.findings()));
    Map<String, long[]> granger = new TreeMap<>();
    tables.each(GRANGER.name(), row -> count(row, granger));
    granger.forEach(
        (mode, counts) ->
            rows.add(
                Arrays.asList(
                    "Granger", mode, null, counts[0], null, null, null, counts[1], counts[2])));
    return new Section(
        "Findings",
        "A is activity, S is sitting; q after Benjamini and Hochberg over all users.",
        List.of(
            new Figure.Listing(
                new Caption("Measures by feature and lag", "Δ = A→S less S→A, in bits"),
                List.of(
                    "measure",
                    "feature",
                    "lag",
                    "users",
                    "median Δ, bits",
                    "p of Δ",
                    "q of Δ",
                    "users with q ≤ 0.05, A→S",
                    "users with q ≤ 0.05, S→A"),
                rows)));
  }

  private static void count(Row row, Map<String, long[]> granger) {
    long[] counts =
        granger.computeIfAbsent(row.text(GRANGER.index("feature_mode")), _ -> new long[3]);
    counts[0]++;
    counts[1] += row.number(GRANGER.index("q_GC_A2S")) <= CohortChapter.LEVEL ? 1 : 0;
    counts[2] += row.number(GRANGER.index("q_GC_S2A")) <= CohortChapter.LEVEL ? 1 : 0;
  }
}
