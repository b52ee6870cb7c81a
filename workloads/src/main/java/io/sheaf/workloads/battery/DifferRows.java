package io.sheaf.workloads.battery;

import io.sheaf.arc.search.Differs;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.value.Grid;
import io.sheaf.engine.plan.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// How well differs tell the input of a task from its output: a good one sees a difference between
/// input and output, and none between a good answer and the output. Looks at demos only.
record DifferRows(Task task, Differs differs) {

  /// A row for each differ.
  ///
  /// @param best the program whose answers are looked at
  List<Row> rows(Candidate best) {
    int n = differs.programs().size();
    long[] ofInputs = new long[n];
    long[] ofAnswers = new long[n];
    for (int i = 0; i < task.demos().size(); i++) {
      Task.Demo demo = task.demos().get(i);
      add(ofInputs, demo.input(), demo.output());
      // A program that was left early has fewer answers.
      Optional<Grid> answer =
          i < best.answers().size() ? best.answers().get(i).grid() : Optional.empty();
      answer.ifPresent(grid -> add(ofAnswers, grid, demo.output()));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      long score = (long) Differs.ALIKE * task.demos().size() - ofInputs[i] + ofAnswers[i];
      rows.add(
          new Row(
              BatteryTables.DIFFERS.name(),
              List.of(
                  task.id(),
                  differs.programs().get(i).name(),
                  score,
                  ofInputs[i],
                  ofAnswers[i],
                  best.program().name())));
    }
    return rows;
  }

  private void add(long[] sums, Grid one, Grid other) {
    List<OptionalInt> similarities = differs.similarities(one, other);
    for (int i = 0; i < sums.length; i++) {
      sums[i] += similarities.get(i).orElse(0);
    }
  }
}
