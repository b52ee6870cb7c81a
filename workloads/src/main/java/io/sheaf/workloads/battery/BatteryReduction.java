package io.sheaf.workloads.battery;

import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.UnitResult;
import java.util.ArrayList;
import java.util.List;

/// Binds the rows of all tasks.
final class BatteryReduction {
  private BatteryReduction() {}

  static List<Row> reduce(Iterable<UnitResult> results, boolean complete) {
    List<Row> rows = new ArrayList<>();
    for (UnitResult result : results) {
      if (result.outcome() instanceof Outcome.Done(var output)) {
        rows.addAll(output.rows());
      } else {
        String problem = result.outcome().word() + ": " + result.outcome().message();
        rows.add(new Row(BatteryTables.FAILURES.name(), List.of(result.unit().id(), problem)));
      }
    }
    if (complete) {
      rows.add(summary(rows.stream().filter(row -> is(row, BatteryTables.TASKS.name())).toList()));
    }
    return rows;
  }

  private static boolean is(Row row, String table) {
    return row.table().equals(table);
  }

  /// One row about all tasks.
  ///
  /// @param tasks rows of the table `tasks`
  static Row summary(List<Row> tasks) {
    int solvers = BatteryTables.TASKS.index("demo_solvers");
    return new Row(
        BatteryTables.SUMMARY.name(),
        List.of(
            tasks.size(),
            tasks.stream().filter(row -> row.number(solvers) > 0).count(),
            sum(tasks, "tests_known"),
            sum(tasks, "tests_solved"),
            sum(tasks, "tried")));
  }

  private static long sum(List<Row> tasks, String column) {
    int index = BatteryTables.TASKS.index(column);
    return tasks.stream().mapToLong(row -> (long) row.number(index)).sum();
  }
}
