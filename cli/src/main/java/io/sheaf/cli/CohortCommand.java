package io.sheaf.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// `sheaf cohort`: the cohort's own verbs.
@Command(synopsisSubcommandLabel = "COMMAND")
final class CohortCommand {
  private CohortCommand() {}

  static CommandSpec spec(Console console) {
    return CommandSpec.forAnnotatedObject(new CohortCommand())
        .addSubcommand("synth", CommandSpec.forAnnotatedObject(new SynthCommand(console)));
  }
}
