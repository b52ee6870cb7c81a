package io.sheaf.cli;

import io.sheaf.arc.battery.Battery;
import io.sheaf.arc.battery.Evaluation;
import io.sheaf.arc.battery.Outcome;
import io.sheaf.arc.picture.GridSheet;
import io.sheaf.arc.picture.GridSvg;
import io.sheaf.arc.picture.GridText;
import io.sheaf.arc.picture.PatchPicture;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.task.TaskFiles;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.Value;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf arc show`.
@Command(
    name = "show",
    description = "Shows a task, or a program at work on its task: input, truth, prediction.")
final class ArcShowCommand implements Callable<Integer> {
  private static final int LONGEST_VALUE = 100;

  private final Console console;

  @Parameters(paramLabel = "TASK|PROGRAM", description = "An id, or the name of a program.")
  private String what = "";

  @Option(names = "--tasks", paramLabel = "DIR|FILE", required = true, description = "As in check.")
  private Path tasks = Path.of("");

  @Option(names = "--programs", paramLabel = "FILE|DIR", description = "As in check.")
  private @Nullable Path programs;

  @Option(names = "--lines", description = "The value of each line on the first pair, too.")
  private boolean lines;

  @Option(names = "--svg", paramLabel = "FILE", description = "Write an SVG picture.")
  private @Nullable Path svg;

  @Option(names = "--png", paramLabel = "FILE", description = "Write a PNG picture.")
  private @Nullable Path png;

  @Option(names = "--html", paramLabel = "FILE", description = "Write a page.")
  private @Nullable Path html;

  ArcShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<Program> known = programs == null ? List.of() : ProgramReader.read(programs).programs();
    Optional<Program> program =
        known.stream()
            .filter(one -> one.name().equals(what) || one.taskId().equals(what))
            .findFirst();
    Task task = task(program.map(Program::taskId).orElse(what), known);
    List<GridSheet.Strip> strips = strips(task, program);
    if (svg == null && png == null && html == null) {
      for (GridSheet.Strip strip : strips) {
        console.out().println(strip.caption());
        console.out().println(GridText.beside(strip.grids(), console.coloursOut()));
      }
    }
    write(strips, program);
    return ExitCode.COMPLETE;
  }

  private void write(List<GridSheet.Strip> strips, Optional<Program> program) throws IOException {
    GridSheet sheet = new GridSheet(strips);
    if (svg != null) {
      Files.writeString(svg, GridSvg.of(sheet));
    }
    if (png != null) {
      GridPng.write(sheet, png);
    }
    if (html != null) {
      String text = program.map(Program::text).map(GridSvg::escaped).orElse("");
      Files.writeString(
          html,
          """
          <!DOCTYPE html>
          <html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
          <body>
          %s<pre>%s</pre>
          </body></html>
          """
              .formatted(GridSvg.escaped(what), GridSvg.of(sheet), text));
    }
  }

  private Task task(String id, List<Program> known) throws IOException {
    List<Task> all = TaskFiles.read(tasks).tasks();
    return all.stream()
        .filter(task -> task.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> names =
                  Stream.concat(all.stream().map(Task::id), known.stream().map(Program::name))
                      .toList();
              return new ConfigurationException(
                  "no task or program `%s`%s".formatted(id, Nearest.hint(id, names)));
            });
  }

  private List<GridSheet.Strip> strips(Task task, Optional<Program> program) {
    List<GridSheet.Strip> strips = new ArrayList<>();
    for (int i = 0; i < task.demos().size(); i++) {
      Task.Demo demo = task.demos().get(i);
      strips.add(strip("demo " + i, demo.input(), Optional.of(demo.output()), program));
    }
    for (int i = 0; i < task.tests().size(); i++) {
      Task.Test test = task.tests().get(i);
      strips.add(strip("test " + i, test.input(), test.output(), program));
    }
    if (lines && program.isPresent()) {
      strips.addAll(lines(program.get(), task.demos().getFirst().input()));
    }
    return strips;
  }

  private static GridSheet.Strip strip(
      String name, Grid input, Optional<Grid> truth, Optional<Program> program) {
    List<Grid> grids = new ArrayList<>(List.of(input));
    truth.ifPresent(grids::add);
    String caption = name + ": input" + (truth.isPresent() ? ", output" : "");
    if (program.isEmpty()) {
      return new GridSheet.Strip(caption, grids);
    }
    Battery battery = new Battery(List.of(program.get()), Budget.USUAL);
    Outcome outcome = new Evaluation(battery, input).outcome(0);
    String found =
        switch (outcome) {
          case Outcome.Output(Grid grid, _) -> {
            grids.add(grid);
            Optional<Grid> wrong = truth.flatMap(known -> PatchPicture.wrong(grid, known));
            wrong.ifPresent(grids::add);
            yield "prediction" + (wrong.isPresent() ? ", cells missed" : "");
          }
          case Outcome.Output(Value value, _) -> "no grid: " + shortened(value);
          case Outcome.Fault(Outcome.Reason reason, int line) ->
              "line " + program.get().lines().get(line).number() + ": " + reason;
        };
    String verdict =
        truth.map(grid -> outcome.is(grid) ? " (right)" : " (wrong)").orElse(" (truth unknown)");
    return new GridSheet.Strip(caption + ", " + found + verdict, grids);
  }

  private static List<GridSheet.Strip> lines(Program program, Grid input) {
    Evaluation evaluation = new Evaluation(new Battery(List.of(program), Budget.USUAL), input);
    List<GridSheet.Strip> strips = new ArrayList<>();
    for (int i = 0; i < program.lines().size(); i++) {
      String call = program.call(program.lines().get(i));
      Optional<Value> value = evaluation.value(0, i);
      if (value.isPresent() && value.get() instanceof Grid grid) {
        strips.add(new GridSheet.Strip(call, List.of(grid)));
      } else {
        String text = value.map(ArcShowCommand::shortened).orElse("no value");
        List<Grid> picture =
            value.flatMap(one -> PatchPicture.of(one, input)).map(List::of).orElse(List.of());
        strips.add(new GridSheet.Strip(call + "  ->  " + text, picture));
      }
    }
    return strips;
  }

  private static String shortened(Value value) {
    if (value.weight() > 1000) {
      return value.kind() + " of " + value.weight() + " cells";
    }
    String text = value.toString();
    return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + " ..." : text;
  }
}
