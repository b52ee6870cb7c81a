package io.sheaf.cli;

import io.sheaf.arc.battery.Battery;
import io.sheaf.arc.battery.Outcome;
import io.sheaf.arc.battery.Screening;
import io.sheaf.arc.program.Programs;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.Value;
import io.sheaf.engine.observe.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sheaf arc screen`.
@Command(
    name = "screen",
    description = "Runs all programs on all tasks: which known programs solve a new task?")
final class ArcScreenCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ArcInput input = new ArcInput();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Option(
      names = "--outputs",
      description = "With --json: the grid, or the error, of each program on each pair.")
  private boolean outputs;

  ArcScreenCommand(Console console) {
    this.console = console;
  }

  /// A task with what came out, and each outcome if that was asked for.
  private record Screened(Screening screening, List<Object> runs) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Programs programs = input.programs(console);
    List<Task> tasks = List.copyOf(input.tasks(console).values());
    Battery battery = new Battery(programs.programs(), input.budget());
    List<Screened> all = input.parallel(tasks.size(), i -> screened(battery, tasks.get(i)));
    double seconds = (System.nanoTime() - start) / 1e9;
    if (json) {
      console.out().println(Json.value(facts(battery, all, seconds)));
    } else {
      print(battery, all, seconds);
    }
    return ExitCode.COMPLETE;
  }

  private Screened screened(Battery battery, Task task) {
    List<Object> runs = new ArrayList<>();
    Screening.Listener listener =
        outputs
            ? (pair, program, outcome) -> runs.add(run(battery, pair, program, outcome))
            : (_, _, _) -> {};
    return new Screened(Screening.of(battery, task, listener), runs);
  }

  private static Map<String, Object> run(Battery battery, int pair, int program, Outcome outcome) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("program", battery.programs().get(program).name());
    facts.put("pair", pair);
    switch (outcome) {
      case Outcome.Output(Value value, _) ->
          facts.put("output", value instanceof Grid grid ? rows(grid) : value.toString());
      case Outcome.Fault(Outcome.Reason error, int line) -> {
        facts.put("error", error.toString());
        facts.put("line", battery.programs().get(program).lines().get(line).number());
      }
    }
    return facts;
  }

  private static List<List<Integer>> rows(Grid grid) {
    List<List<Integer>> rows = new ArrayList<>();
    for (int i = 0; i < grid.height(); i++) {
      List<Integer> row = new ArrayList<>();
      for (int j = 0; j < grid.width(); j++) {
        row.add((int) grid.at(i, j));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> names(Battery battery, BitSet programs) {
    return programs.stream().mapToObj(i -> battery.programs().get(i).name()).toList();
  }

  private static Map<String, Object> facts(Battery battery, List<Screened> all, double seconds) {
    long pairs = all.stream().mapToLong(one -> one.screening().right().size()).sum();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("programs", battery.programs().size());
    summary.put("tasks", all.size());
    summary.put("pairs", pairs);
    summary.put("runs", pairs * battery.programs().size());
    summary.put("nodes", battery.size());
    summary.put(
        "errors",
        all.stream()
            .flatMap(one -> one.screening().failed().stream())
            .mapToLong(BitSet::cardinality)
            .sum());
    summary.put(
        "tasksSolved", all.stream().filter(one -> !one.screening().solvers().isEmpty()).count());
    summary.put("wallSeconds", seconds);
    List<Object> tasks = new ArrayList<>();
    for (Screened one : all) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("task", one.screening().task().id());
      facts.put("demoSolvers", names(battery, one.screening().demoSolvers()));
      facts.put("solvers", names(battery, one.screening().solvers()));
      if (!one.runs().isEmpty()) {
        facts.put("runs", one.runs());
      }
      tasks.add(facts);
    }
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("summary", summary);
    facts.put("tasks", tasks);
    return facts;
  }

  private void print(Battery battery, List<Screened> all, double seconds) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("TASK", "RIGHT ON ALL DEMOS", "AND ON ALL TESTS"));
    for (Screened one : all) {
      BitSet demos = one.screening().demoSolvers();
      if (!demos.isEmpty()) {
        rows.add(
            List.of(
                one.screening().task().id(),
                String.join(" ", names(battery, demos)),
                String.join(" ", names(battery, one.screening().solvers()))));
      }
    }
    Columns.print(rows, console.out());
    long pairs = all.stream().mapToLong(one -> one.screening().right().size()).sum();
    console
        .out()
        .printf(
            "%d programs on %d pairs of %d tasks, %d tasks with a solver, %.2f s%n",
            battery.programs().size(), pairs, all.size(), rows.size() - 1, seconds);
  }
}
