package io.sheaf.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sheaf help`.
@Command
final class HelpCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND",
      description = "The command; without it the list of all.")
  private @Nullable String name;

  @Spec private CommandSpec spec = CommandSpec.create();

  HelpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine command = Verb.commandOrRoot(spec.root().commandLine(), name);
    command.usage(console.out(), console.colours());
    return ExitCode.COMPLETE;
  }
}
