package io.sheaf.cli;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.synth.Family;
import io.sheaf.arc.synth.SyntheticTasks;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.task.TaskWriter;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `sheaf arc synth`.
@Command(
    name = "synth",
    description = "Writes synthetic tasks as ARC JSON, and a program that solves each.",
    footer = "%nThe first four digits of a task's id are its family, the others its number.")
final class ArcSynthCommand implements Callable<Integer> {
  private static final int MOST = 0x10000;

  private final Console console;

  @Option(
      names = "--per-family",
      paramLabel = "N",
      defaultValue = "1",
      description = "Tasks of each family; default: 1.")
  private int perFamily;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "Default: 42.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The directory to write, new or empty.")
  private Path out = Path.of("");

  ArcSynthCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (perFamily < 1 || perFamily > MOST) {
      throw new ConfigurationException(
          "--per-family: expected 1 to %d, found %d".formatted(MOST, perFamily));
    }
    if (Files.exists(out) && !isEmpty(out)) {
      throw new ConfigurationException(out + " is not empty, expected a new directory");
    }
    Path tasks = Files.createDirectories(out.resolve("tasks"));
    Path programs = out.resolve("programs.arc");
    StringBuilder text = new StringBuilder();
    for (Family family : Family.values()) {
      Program program = family.program();
      for (int instance = 0; instance < perFamily; instance++) {
        Task task = SyntheticTasks.of(family, instance, seed);
        Files.writeString(tasks.resolve(task.id() + ".json"), TaskWriter.json(task));
        text.append(program.named("solve_" + task.id()).text()).append('\n');
      }
    }
    Files.writeString(programs, text);
    console
        .out()
        .printf(
            "%d tasks of %d families in %s, their programs in %s%n",
            perFamily * Family.values().length, Family.values().length, tasks, programs);
    console.say(
        "next: sheaf arc check --programs %s --tasks %s"
            .formatted(ShellWord.quoted(programs), ShellWord.quoted(tasks)));
    return ExitCode.COMPLETE;
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> content = Files.list(directory)) {
      return content.findAny().isEmpty();
    }
  }
}
