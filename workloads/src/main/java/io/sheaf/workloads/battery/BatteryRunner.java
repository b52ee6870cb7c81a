package io.sheaf.workloads.battery;

import io.sheaf.arc.program.Program;
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
import java.util.Set;
import java.util.stream.IntStream;

/// Runs units: first everything that demos decide, then the tests. Thread-safe.
final class BatteryRunner implements UnitRunner {
  private final Settings settings;
  private Optional<Inputs> inputs = Optional.empty();
  private Optional<Deck> deck = Optional.empty();

  BatteryRunner(Settings settings) {
    this.settings = settings;
  }

  private synchronized Inputs inputs() throws IOException {
    if (inputs.isEmpty()) {
      inputs = Optional.of(Inputs.read(settings));
    }
    return inputs.get();
  }

  private synchronized Deck deck(List<Program> programs, UnitContext context) {
    if (deck.isEmpty()) {
      try (Phase _ = context.phase("inline")) {
        deck = Optional.of(Deck.of(programs, false, Set.of(), settings));
      }
    }
    return deck.get();
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
    trial.run(deck(all.programs(), context));
    List<Candidate> best = trial.best();
    return new UnitOutput(new TaskRows(task, best, tests(task, best, context)).rows(trial));
  }

  private List<List<Answer>> tests(Task task, List<Candidate> best, UnitContext context)
      throws IOException, InterruptedException {
    try (Phase _ = context.phase("test scoring")) {
      List<List<Answer>> answers = new ArrayList<>();
      best.forEach(_ -> answers.add(new ArrayList<>()));
      List<Integer> which = IntStream.range(0, best.size()).boxed().toList();
      for (Card card : Card.deal(best, Math.max(1, best.size()), Trial.budget(settings))) {
        Answers all = new Answers(card, context);
        for (Task.Test test : task.tests()) {
          List<Answer> given = all.to(test.input(), which);
          which.forEach(i -> answers.get(i).add(given.get(i)));
        }
      }
      return answers;
    }
  }
}
