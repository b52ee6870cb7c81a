package io.sheaf.workloads.cohort;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Figure.Point;
import io.sheaf.engine.chapter.Figure.Points;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.chapter.Thinned;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Transfer entropy against conditional transfer entropy of the same users.
final class ConditionSection {
  private static final int MOST_ROWS = 2000;
  private static final Table TE = CohortTables.TRANSFER;
  private static final Table CTE = CohortTables.CONDITIONAL;

  private ConditionSection() {}

  static Optional<Section> of(ResultTables tables) throws IOException {
    Thinned<Row> plain = new Thinned<>(MOST_ROWS);
    tables.each(TE.name(), plain::add);
    Map<List<String>, Row> byKey = new HashMap<>();
    plain.kept().forEach(row -> byKey.put(key(row, TE), row));
    List<Point> toSitting = new ArrayList<>();
    List<Point> toActivity = new ArrayList<>();
    tables.each(
        CTE.name(),
        row -> {
          Row other = byKey.get(key(row, CTE));
          if (other != null) {
            add(toSitting, other, row, "A2S");
            add(toActivity, other, row, "S2A");
          }
        });
    return toSitting.isEmpty() && toActivity.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                "With and without the condition",
                "What lies below the dashed line is information that the condition, such as the"
                    + " hour of the day, has too.",
                List.of(
                    new Figure.Scatter(
                        new Caption(
                            "TE against CTE",
                            "each less the mean of its surrogates; "
                                + plain.words("users, features and lags")),
                        "TE, bits",
                        "CTE, bits",
                        true,
                        List.of(new Points("A→S", toSitting), new Points("S→A", toActivity))))));
  }

  private static List<String> key(Row row, Table table) {
    return List.of(
        row.text(table.index("user_id")),
        row.text(table.index("feature_mode")),
        row.text(table.index("tau")));
  }

  private static void add(List<Point> points, Row plain, Row conditional, String direction) {
    double x = plain.number(TE.index("TE_" + direction + "_effective"));
    double y = conditional.number(CTE.index("CTE_" + direction + "_effective"));
    if (Double.isFinite(x) && Double.isFinite(y)) {
      points.add(
          new Point(
              x,
              y,
              "%s, lag %s"
                  .formatted(plain.text(TE.index("user_id")), plain.text(TE.index("tau")))));
    }
  }
}
