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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every user with differences and q of all measures, as far as a page can hold them.
final class UsersSection {
  private static final int MOST_ROWS = 400;

  private final Map<List<String>, List<@Nullable Object>> rows = new LinkedHashMap<>();
  private long left;

  private UsersSection() {}

  static Section of(ResultTables tables) throws IOException {
    UsersSection users = new UsersSection();
    List<String> columns = new ArrayList<>(List.of("user", "feature", "lag"));
    for (CohortTables.Measure measure : CohortTables.Measure.values()) {
      int at = columns.size();
      columns.addAll(List.of("Δ " + measure + ", bits", measure + " q A→S", measure + " q S→A"));
      tables.each(measure.table().name(), row -> users.add(row, measure, at));
    }
    return new Section(
        "Users",
        List.of(
            new Figure.Listing(
                new Caption(
                    "Differences and q of every user",
                    users.left == 0
                        ? ""
                        : "the first %,d rows; %,d more are in the tables"
                            .formatted(MOST_ROWS, users.left)),
                columns,
                List.copyOf(users.rows.values()))));
  }

  private void add(Row row, CohortTables.Measure measure, int at) {
    Table table = measure.table();
    List<String> key =
        List.of(
            row.text(table.index("user_id")),
            row.text(table.index("feature_mode")),
            row.text(table.index("tau")));
    if (!rows.containsKey(key) && rows.size() == MOST_ROWS) {
      left += measure == CohortTables.Measure.TE ? 1 : 0;
      return;
    }
    List<@Nullable Object> cells = rows.computeIfAbsent(key, UsersSection::begun);
    cells.set(at, row.number(table.index("Delta_" + measure)));
    cells.set(at + 1, row.number(table.index("q_A2S")));
    cells.set(at + 2, row.number(table.index("q_S2A")));
  }

  private static List<@Nullable Object> begun(List<String> key) {
    @Nullable Object[] cells = new Object[3 + 3 * CohortTables.Measure.values().length];
    cells[0] = key.get(0);
    cells[1] = key.get(1);
    cells[2] = Long.valueOf(key.get(2));
    return Arrays.asList(cells);
  }
}
