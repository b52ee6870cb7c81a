package io.sheaf.workloads.battery;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.task.TaskWriter;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.config.Key;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.Input;
import io.sheaf.engine.plan.ResultTables;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitResult;
import io.sheaf.engine.plan.UnitRunner;
import io.sheaf.engine.plan.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Programs on ARC tasks: which solve the demos, what they say to the tests, and better ones by
/// search. A unit is `task=ID`: all programs on one task.
public final class BatteryWorkload implements Workload {
  static final String TASK = "task";
  static final String PROBLEM = "problem";

  @Override
  public String name() {
    return "battery";
  }

  @Override
  public String version() {
    return "2";
  }

  @Override
  public String summary() {
    return "programs on ARC tasks, and a search for better ones";
  }

  @Override
  public List<Key> keys() {
    return BatteryKeys.ALL;
  }

  @Override
  public List<Table> tables(Settings settings) {
    return BatteryTables.ALL;
  }

  @Override
  public Map<String, String> methods(Settings settings) {
    return Map.of(
        "rank",
        "demo pairs right, mean share of cells alike, lines, steps, digest; tests play no part",
        "attempts",
        "the first two different outputs in order of rank, of programs right on a demo at least");
  }

  @Override
  public List<Unit> units(Settings settings) throws IOException {
    Inputs inputs = Inputs.read(settings);
    refuseOtherStores(settings);
    List<Input> shared =
        List.of(input("programs", inputs.programs()), input("differs", inputs.differs()));
    List<Unit> units = new ArrayList<>();
    for (Task task : inputs.tasks().values()) {
      Input content = new Input(task.id(), Digest.of(List.of(TaskWriter.json(task))));
      units.add(
          new Unit(
              "task=" + task.id(),
              task.id(),
              task.cells(),
              Map.of(TASK, task.id()),
              Stream.concat(Stream.of(content), shared.stream()).toList()));
    }
    for (int i = 0; i < inputs.problems().size(); i++) {
      String id = "problem=" + (i + 1);
      Map<String, String> parameters = Map.of(PROBLEM, inputs.problems().get(i));
      units.add(new Unit(id, id, 1, parameters, List.of()));
    }
    return units;
  }

  /// Before anything is run, and without making a store: a plan writes nothing.
  private static void refuseOtherStores(Settings settings) throws IOException {
    Optional<Path> file = settings.optionalText("store").map(Path::of).filter(Files::exists);
    if (file.isPresent()) {
      ProgramStore.open(file.get()).close();
    }
  }

  private static Input input(String name, List<Program> programs) {
    return new Input(name, Digest.of(programs.stream().map(Program::text).toList()));
  }

  @Override
  public UnitRunner runner(Settings settings) {
    return new BatteryRunner(settings);
  }

  @Override
  public List<Row> reduce(Settings settings, Iterable<UnitResult> results, boolean complete) {
    return BatteryReduction.reduce(results, complete);
  }

  @Override
  public List<TableProblem> check(
      Settings settings, Map<String, List<Row>> tables, boolean complete) {
    return BatteryCheck.problems(tables, complete);
  }

  @Override
  public List<Section> chapter(Settings settings, ResultTables tables) throws IOException {
    return BatteryChapter.of(settings, tables);
  }

  @Override
  public List<String> describe(Settings settings, List<Unit> units) throws IOException {
    Inputs inputs = Inputs.read(settings);
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d programs on %d tasks, %d rounds of search"
            .formatted(inputs.programs().size(), inputs.tasks().size(), settings.whole("rounds")));
    lines.addAll(inputs.problems());
    return lines;
  }
}
