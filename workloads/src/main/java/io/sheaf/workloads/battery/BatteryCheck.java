package io.sheaf.workloads.battery;

import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Checks finished tables against each other.
final class BatteryCheck {
  private final Map<String, List<Row>> tables;
  private final List<TableProblem> problems = new ArrayList<>();

  private BatteryCheck(Map<String, List<Row>> tables) {
    this.tables = tables;
  }

  static List<TableProblem> problems(Map<String, List<Row>> tables, boolean complete) {
    BatteryCheck check = new BatteryCheck(tables);
    Map<String, List<Row>> scores = check.byTask(BatteryTables.SCORES);
    Map<String, List<Row>> attempts = check.byTask(BatteryTables.ATTEMPTS);
    List<Row> tasks = check.rows(BatteryTables.TASKS);
    for (Row task : tasks) {
      check.ranks(task, scores.getOrDefault(task.text(0), List.of()));
      check.solved(task, attempts.getOrDefault(task.text(0), List.of()));
    }
    if (complete
        && !check.rows(BatteryTables.SUMMARY).equals(List.of(BatteryReduction.summary(tasks)))) {
      check.say(BatteryTables.SUMMARY, "is not the sum of the tasks");
    }
    return check.problems;
  }

  private List<Row> rows(Table table) {
    return tables.getOrDefault(table.name(), List.of());
  }

  private Map<String, List<Row>> byTask(Table table) {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    rows(table).forEach(row -> rows.computeIfAbsent(row.text(0), _ -> new ArrayList<>()).add(row));
    return rows;
  }

  /// Ranks count from 1, and no program is right on more demos than a better one.
  private void ranks(Row task, List<Row> scores) {
    int right = BatteryTables.SCORES.index("demos_right");
    int similarity = BatteryTables.SCORES.index("similarity");
    double demos = task.number(BatteryTables.TASKS.index("demos"));
    for (int i = 0; i < scores.size(); i++) {
      Row row = scores.get(i);
      Row before = scores.get(Math.max(0, i - 1));
      boolean isWorse =
          row.number(right) < before.number(right)
              || (row.number(right) == before.number(right)
                  && row.number(similarity) <= before.number(similarity));
      if (row.number(1) != i + 1 || !isWorse || row.number(right) > demos) {
        say(BatteryTables.SCORES, task.text(0) + ": rank " + row.text(1) + " is out of order");
      }
    }
    String best = scores.isEmpty() ? "null" : scores.getFirst().text(2);
    if (!best.equals(task.text(BatteryTables.TASKS.index("best_program")))) {
      say(BatteryTables.TASKS, task.text(0) + ": the best program is not the first of the scores");
    }
    boolean isSolved = task.number(BatteryTables.TASKS.index("demo_solvers")) > 0;
    boolean hasSolver = !scores.isEmpty() && scores.getFirst().number(right) == demos;
    if (isSolved != hasSolver) {
      say(BatteryTables.TASKS, task.text(0) + ": demo_solvers and scores do not agree");
    }
  }

  private void solved(Row task, List<Row> attempts) {
    Map<String, Boolean> right = new HashMap<>();
    attempts.forEach(
        row ->
            right.merge(row.text(1), Boolean.TRUE.equals(row.cells().get(5)), Boolean::logicalOr));
    long found = right.values().stream().filter(one -> one).count();
    if (found != task.number(BatteryTables.TASKS.index("tests_solved"))) {
      say(
          BatteryTables.ATTEMPTS,
          "%s: %d tests are right, tasks.csv says %s"
              .formatted(
                  task.text(0), found, task.text(BatteryTables.TASKS.index("tests_solved"))));
    }
  }

  private void say(Table table, String what) {
    problems.add(new TableProblem(table.fileName(), what));
  }
}
