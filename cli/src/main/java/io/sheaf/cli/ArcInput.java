package io.sheaf.cli;

import io.sheaf.arc.battery.Parallel;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.program.Programs;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.task.TaskFiles;
import io.sheaf.arc.value.Budget;
import io.sheaf.engine.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import picocli.CommandLine.Option;

/// The options that say which programs, which tasks, and how much each may use.
final class ArcInput {
  @Option(
      names = "--programs",
      paramLabel = "FILE|DIR",
      required = true,
      description = "A file of programs, or a directory with .py or .arc files.")
  private Path programs = Path.of("");

  @Option(
      names = "--tasks",
      paramLabel = "DIR|FILE",
      required = true,
      description = "A directory of ARC tasks, one task, or Kaggle's ..._challenges.json.")
  private Path tasks = Path.of("");

  @Option(names = "--workers", paramLabel = "N", description = "Threads; default: one a core.")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Steps of each program and pair; default: 10000000.")
  private long steps = Budget.USUAL.steps();

  @Option(
      names = "--cells",
      paramLabel = "N",
      description = "Cells of all results of each program and pair; default: 10000000.")
  private long cells = Budget.USUAL.cells();

  Budget budget() {
    if (steps < 1 || cells < 1) {
      throw new ConfigurationException("--steps and --cells: expected at least 1");
    }
    return new Budget(steps, cells);
  }

  int workers() {
    if (workers < 1) {
      throw new ConfigurationException("--workers: expected at least 1, found " + workers);
    }
    return workers;
  }

  /// All programs; what is wrong with others is said.
  Programs programs(Console console) throws IOException {
    if (!Files.exists(programs)) {
      throw new NoSuchFileException(programs.toString());
    }
    Programs read = ProgramReader.read(programs);
    read.problems().forEach(problem -> console.say(problem.toString()));
    if (read.programs().isEmpty() && read.problems().isEmpty()) {
      throw new ConfigurationException(programs + ": holds no programs");
    }
    return read;
  }

  /// All tasks by id, in order; what is wrong with others is said.
  Map<String, Task> tasks(Console console) throws IOException {
    TaskFiles.Tasks read = TaskFiles.read(tasks);
    read.problems().forEach(console::say);
    Map<String, Task> byId = new LinkedHashMap<>();
    read.tasks().forEach(task -> byId.put(task.id(), task));
    if (byId.isEmpty()) {
      throw new ConfigurationException(tasks + ": holds no task that can be read");
    }
    return byId;
  }

  /// Runs pieces of work on the workers.
  <T> List<T> parallel(int n, IntFunction<T> work) throws InterruptedException {
    return new ArrayList<>(Parallel.map(n, workers(), work));
  }
}
