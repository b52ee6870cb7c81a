package io.sheaf.workloads.cohort;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Series;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which histories were chosen.
final class HistorySection {
  private static final Table TABLE = CohortTables.HISTORIES;

  private final Map<Long, Double> sitting = new TreeMap<>();
  private final Map<Long, Double> activity = new TreeMap<>();
  private long capped;
  private long rows;

  private HistorySection() {}

  static Optional<Section> of(ResultTables tables) throws IOException {
    HistorySection histories = new HistorySection();
    tables.each(TABLE.name(), histories::add);
    return histories.rows == 0 ? Optional.empty() : Optional.of(histories.section());
  }

  private void add(Row row) {
    rows++;
    count(row, "k_selected", sitting);
    count(row, "k_A_selected", activity);
    boolean isCapped =
        Boolean.TRUE.equals(row.cells().get(TABLE.index("capped")))
            || Boolean.TRUE.equals(row.cells().get(TABLE.index("k_A_capped")));
    capped += isCapped ? 1 : 0;
  }

  private static void count(Row row, String column, Map<Long, Double> counts) {
    double k = row.number(TABLE.index(column));
    if (!Double.isNaN(k)) {
      counts.merge((long) k, 1.0, Double::sum);
    }
  }

  private Section section() {
    SortedSet<Long> lengths = new TreeSet<>(sitting.keySet());
    lengths.addAll(activity.keySet());
    List<Series> series = new ArrayList<>();
    series.add(series(activity.isEmpty() ? "both" : "of sitting", sitting, lengths));
    if (!activity.isEmpty()) {
      series.add(series("of activity", activity, lengths));
    }
    return new Section(
        "Histories",
        List.of(
            new Figure.Bars(
                new Caption(
                    "Length of the history that was chosen",
                    "by active information storage; %,d users and features, %,d of them capped by the guard or k_max"
                        .formatted(rows, capped)),
                "users and features",
                lengths.stream().map(k -> "k = " + k).toList(),
                series)));
  }

  private static Series series(String name, Map<Long, Double> counts, SortedSet<Long> lengths) {
    return new Series(name, lengths.stream().map(k -> counts.getOrDefault(k, 0.0)).toList());
  }
}
