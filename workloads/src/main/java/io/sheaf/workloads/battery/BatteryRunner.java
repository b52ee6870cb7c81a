package io.sheaf.workloads.battery;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.search.Answer;
import io.sheaf.arc.search.Differs;
import io.sheaf.arc.task.Task;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitFailedException;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.UnitRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Runs units: first everything that demos decide, then the tests. Thread-safe.
final class BatteryRunner implements UnitRunner {
  private final Settings settings;
  private final Inlining inlining = new Inlining();
  private Optional<Inputs> inputs = Optional.empty();
  private Optional<Deck> deck = Optional.empty();
  private Optional<ProgramStore> store = Optional.empty();

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
        deck =
            Optional.of(
                Deck.of(
                    programs.stream().map(program -> candidate(program, context)),
                    _ -> false,
                    settings));
      }
    }
    return deck.get();
  }

  private Candidate candidate(Program program, UnitContext context) {
    return Candidate.untried(inlining.of(program, context), Candidate.Origin.GIVEN);
  }

  /// Opened when it is first needed.
  private synchronized Optional<ProgramStore> store() throws IOException {
    Optional<String> file = settings.optionalText("store");
    if (file.isPresent() && store.isEmpty()) {
      store = Optional.of(ProgramStore.open(Path.of(file.get())));
    }
    return store;
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
    Trial trial = new Trial(task.demos(), settings, context, inlining);
    trial.run(deck(all.programs(), context), stored(task, context));
    List<Candidate> best = trial.best();
    keep(task, best, context);
    List<Row> differs = differs(task, best, all.differs(), context);
    List<Row> rows = new TaskRows(task, best, tests(task, best, context)).rows(trial);
    rows.addAll(differs);
    return new UnitOutput(rows);
  }

  private List<Program> stored(Task task, UnitContext context) throws IOException {
    Optional<ProgramStore> open = store();
    if (open.isEmpty()) {
      return List.of();
    }
    try (Phase _ = context.phase("store")) {
      return open.get().programs(ProgramStore.key(task));
    }
  }

  /// Stores those that have a cell right at least, once they have proved themselves.
  private void keep(Task task, List<Candidate> best, UnitContext context)
      throws IOException, InterruptedException {
    Optional<ProgramStore> open = store();
    if (open.isEmpty()) {
      return;
    }
    List<Candidate> worth =
        best.stream().filter(one -> one.score().similarity() > 0).limit(ProgramStore.MOST).toList();
    try (Phase _ = context.phase("validate")) {
      Validation validation = new Validation(task.demos(), Trial.budget(settings), context);
      for (Candidate candidate : worth) {
        validation.check(candidate);
      }
    }
    try (Phase _ = context.phase("store")) {
      open.get().add(ProgramStore.key(task), worth);
    }
  }

  private List<Row> differs(
      Task task, List<Candidate> best, List<Program> programs, UnitContext context) {
    if (programs.isEmpty() || best.isEmpty()) {
      return List.of();
    }
    try (Phase _ = context.phase("differs")) {
      return new DifferRows(task, new Differs(programs, Trial.budget(settings)))
          .rows(best.getFirst());
    }
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

  @Override
  public synchronized void close() {
    try {
      if (store.isPresent()) {
        store.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
