package io.sheaf.workloads.battery;

import io.sheaf.arc.search.Answer;
import io.sheaf.arc.task.Task;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitFailedException;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.UnitRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Runs units: first everything that demos decide, then the tests. Thread-safe.
final class BatteryRunner implements UnitRunner {
  private final Settings settings;
  private Optional<Inputs> inputs = Optional.empty();

  BatteryRunner(Settings settings) {
    this.settings = settings;
  }

  private synchronized Inputs inputs() throws IOException {
    if (inputs.isEmpty()) {
      inputs = Optional.of(Inputs.read(settings));
    }
    return inputs.get();
  }

  @Override
  public UnitOutput run(Unit unit, UnitContext context) throws IOException, InterruptedException {
    Map<String, String> parameters = unit.parameters();
    if (parameters.containsKey(BatteryWorkload.PROBLEM)) {
      throw new UnitFailedException(unit.parameter(BatteryWorkload.PROBLEM));
    }
    Inputs all = inputs();
    Task task =
        Objects.requireNonNull(all.tasks().get(unit.parameter(BatteryWorkload.TASK)), unit.id());
    Trial trial = new Trial(task.demos(), settings, context);
    trial.run(all.programs());
    List<Candidate> best = trial.best();
    return new UnitOutput(new TaskRows(task, best, tests(task, best, context)).rows(trial));
  }

  private List<List<Answer>> tests(Task task, List<Candidate> best, UnitContext context)
      throws IOException, InterruptedException {
    try (Phase _ = context.phase("test scoring")) {
      List<List<Answer>> answers = new ArrayList<>();
      best.forEach(_ -> answers.add(new ArrayList<>()));
      Answers all = new Answers(best, Trial.budget(settings), context);
      for (Task.Test test : task.tests()) {
        List<Answer> given = all.to(test.input());
        for (int i = 0; i < given.size(); i++) {
          answers.get(i).add(given.get(i));
        }
      }
      return answers;
    }
  }
}
