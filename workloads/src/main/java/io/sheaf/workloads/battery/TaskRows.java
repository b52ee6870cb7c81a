package io.sheaf.workloads.battery;

import io.sheaf.arc.search.Answer;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.task.TaskWriter;
import io.sheaf.arc.value.Grid;
import io.sheaf.engine.plan.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of a task: everything is decided when the outputs of tests are looked at here. Confined
/// to one thread.
final class TaskRows {
  static final int ATTEMPTS = 2;

  private final Task task;
  private final List<Candidate> best;
  // For each of the best programs, its answers to the tests.
  private final List<List<Answer>> answers;
  private final List<Row> rows = new ArrayList<>();
  private long solved;

  TaskRows(Task task, List<Candidate> best, List<List<Answer>> answers) {
    this.task = task;
    this.best = best;
    this.answers = answers;
  }

  List<Row> rows(Trial trial) {
    for (int test = 0; test < task.tests().size(); test++) {
      attempts(test);
    }
    for (int rank = 0; rank < best.size(); rank++) {
      score(rank);
      found(best.get(rank));
    }
    rows.add(
        new Row(
            BatteryTables.TASKS.name(),
            Arrays.asList(
                task.id(),
                task.demos().size(),
                task.tests().size(),
                trial.tried(),
                trial.repeated(),
                trial.behaviours(),
                trial.solvers(),
                best.isEmpty() ? null : best.getFirst().program().name(),
                known(),
                solved)));
    return rows;
  }

  private long known() {
    return task.tests().stream().filter(test -> test.output().isPresent()).count();
  }

  /// The first two different grids of programs that are right on a demo at least.
  private void attempts(int test) {
    Optional<Grid> expected = task.tests().get(test).output();
    List<Grid> made = new ArrayList<>();
    for (int rank = 0; rank < best.size() && made.size() < ATTEMPTS; rank++) {
      Answer answer = answers.get(rank).get(test);
      if (best.get(rank).score().right() > 0
          && answer.isArc()
          && !made.contains(answer.grid().orElseThrow())) {
        made.add(answer.grid().orElseThrow());
        rows.add(attempt(test, made, best.get(rank), expected));
      }
    }
    solved += expected.filter(made::contains).isPresent() ? 1 : 0;
  }

  private Row attempt(int test, List<Grid> made, Candidate candidate, Optional<Grid> expected) {
    Grid grid = made.getLast();
    return new Row(
        BatteryTables.ATTEMPTS.name(),
        Arrays.asList(
            task.id(),
            test,
            made.size(),
            candidate.program().name(),
            TaskWriter.json(grid),
            expected.map(grid::equals).orElse(null)));
  }

  private void score(int rank) {
    Candidate candidate = best.get(rank);
    String problem = candidate.problem();
    rows.add(
        new Row(
            BatteryTables.SCORES.name(),
            Arrays.asList(
                task.id(),
                rank + 1,
                candidate.program().name(),
                candidate.digest(),
                candidate.origin().word(),
                candidate.score().lines(),
                candidate.score().right(),
                candidate.score().similarity(),
                candidate.score().steps(),
                problem.isEmpty() ? null : problem,
                testsRight(rank))));
  }

  private @Nullable Long testsRight(int rank) {
    if (known() == 0) {
      return null;
    }
    long right = 0;
    for (int test = 0; test < task.tests().size(); test++) {
      Answer answer = answers.get(rank).get(test);
      right += task.tests().get(test).output().filter(answer::is).isPresent() ? 1 : 0;
    }
    return right;
  }

  private void found(Candidate candidate) {
    if (candidate.origin() != Candidate.Origin.GIVEN && candidate.score().right() > 0) {
      rows.add(
          new Row(
              BatteryTables.FOUND.name(),
              List.of(task.id(), candidate.program().name(), candidate.program().text())));
    }
  }
}
