package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sheaf completion`.
@Command(
    footer = {
      "%nbash:  source <(sheaf completion bash)",
      "zsh:   source <(sheaf completion zsh)",
      "fish:  sheaf completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private final Console console;

  @Parameters(paramLabel = "SHELL", description = "bash, zsh or fish.")
  private String shell = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    switch (shell) {
      case "bash", "zsh" -> console.out().println(AutoComplete.bash("sheaf", root));
      case "fish" -> console.out().print(FishCompletion.of(root));
      default ->
          throw new ConfigurationException(
              "completion for `%s`: expected one of %s%s"
                  .formatted(shell, String.join(", ", SHELLS), Nearest.hint(shell, SHELLS)));
    }
    return ExitCode.COMPLETE;
  }
}
