package io.sheaf.cli;

import io.sheaf.arc.battery.Check;
import io.sheaf.arc.battery.Outcome;
import io.sheaf.arc.program.KindCheck;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.Programs;
import io.sheaf.arc.task.Task;
import io.sheaf.engine.observe.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sheaf arc check`.
@Command(
    name = "check",
    description = "Runs each program on its own task, demo and test pairs.",
    footer = "%nExit code 0 if every program solves its task, else 1.")
final class ArcCheckCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private ArcInput input = new ArcInput();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Option(names = "--all", description = "List programs that pass, too.")
  private boolean all;

  @Option(
      names = "--kinds",
      description = "Warn of arguments that can never be of the kind that is asked for.")
  private boolean kinds;

  ArcCheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Programs programs = input.programs(console);
    Map<String, Task> tasks = input.tasks(console);
    List<Check.Checked> checked =
        Check.all(programs.programs(), tasks, input.budget(), input.workers());
    Report report = new Report(programs, checked, (System.nanoTime() - start) / 1e9);
    if (kinds) {
      warn(programs.programs());
    }
    if (json) {
      console.out().println(Json.value(report.facts()));
    } else {
      report.print();
    }
    return report.isPassed() ? ExitCode.COMPLETE : ExitCode.UNITS_FAILED;
  }

  private void warn(List<Program> programs) {
    for (Program program : programs) {
      KindCheck.problems("line", program).forEach(problem -> console.say("warning: " + problem));
    }
  }

  /// What came out, for people and programs.
  private final class Report {
    private final Programs programs;
    private final Map<String, Check.Checked> byName = new HashMap<>();
    private final double seconds;

    Report(Programs programs, List<Check.Checked> checked, double seconds) {
      this.programs = programs;
      checked.forEach(one -> byName.put(one.program().name(), one));
      this.seconds = seconds;
    }

    boolean isPassed() {
      return programs.problems().isEmpty() && passed() == programs.programs().size();
    }

    private long passed() {
      return byName.values().stream().filter(Check.Checked::isPassed).count();
    }

    private Map<String, Object> summary() {
      Map<String, Object> summary = new LinkedHashMap<>();
      summary.put("programs", programs.programs().size());
      summary.put("programsPassed", passed());
      summary.put("pairs", byName.values().stream().mapToInt(one -> one.outcomes().size()).sum());
      summary.put("pairsPassed", byName.values().stream().mapToInt(Check.Checked::passed).sum());
      summary.put("wallSeconds", seconds);
      return summary;
    }

    Map<String, Object> facts() {
      List<Object> each = new ArrayList<>();
      programs.programs().forEach(program -> each.add(facts(program)));
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("summary", summary());
      facts.put("programs", each);
      facts.put("problems", programs.problems().stream().map(Object::toString).toList());
      return facts;
    }

    private Map<String, Object> facts(Program program) {
      Map<String, Object> facts = new LinkedHashMap<>();
      Check.Checked one = byName.get(program.name());
      facts.put("name", program.name());
      facts.put("task", program.taskId());
      facts.put("passed", one != null && one.isPassed());
      facts.put("pairs", one == null ? 0 : one.outcomes().size());
      facts.put("pairsPassed", one == null ? 0 : one.passed());
      facts.put("error", one == null ? "no task " + program.taskId() : firstError(one));
      return facts;
    }

    private @Nullable String firstError(Check.Checked one) {
      for (int i = 0; i < one.outcomes().size(); i++) {
        if (!one.passes(i)) {
          return switch (one.outcomes().get(i)) {
            case Outcome.Output _ -> "pair " + i + ": another output";
            case Outcome.Fault(Outcome.Reason error, int line) ->
                "pair %d, line %d: %s"
                    .formatted(i, one.program().lines().get(line).number(), error);
          };
        }
      }
      return null;
    }

    void print() {
      List<List<String>> rows = new ArrayList<>();
      rows.add(List.of("PROGRAM", "PAIRS", "PASSED", "FIRST FAULT"));
      for (Program program : programs.programs()) {
        Map<String, Object> facts = facts(program);
        if (all || Boolean.FALSE.equals(facts.get("passed"))) {
          rows.add(
              List.of(
                  program.name(),
                  String.valueOf(facts.get("pairs")),
                  String.valueOf(facts.get("pairsPassed")),
                  Objects.requireNonNullElse(facts.get("error"), "").toString()));
        }
      }
      if (rows.size() > 1) {
        Columns.print(rows, console.out());
      }
      Map<String, Object> summary = summary();
      console
          .out()
          .printf(
              "%s of %s programs, %s of %s pairs passed, %.2f s%n",
              summary.get("programsPassed"),
              summary.get("programs"),
              summary.get("pairsPassed"),
              summary.get("pairs"),
              seconds);
    }
  }
}
