package io.sheaf.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sheaf man`.
@Command(footer = "%nTo read a page:  sheaf man run | man -l -")
final class ManCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND",
      description = "The page of this command; without it that of sheaf.")
  private @Nullable String name;

  @Spec private CommandSpec spec = CommandSpec.create();

  ManCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().print(ManPage.of(Verb.commandOrRoot(spec.root().commandLine(), name)));
    return ExitCode.COMPLETE;
  }
}
