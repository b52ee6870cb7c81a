package io.sheaf.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// `sheaf augment`: the verbs of text augmentation.
@Command(synopsisSubcommandLabel = "COMMAND")
final class AugmentCommand {
  private AugmentCommand() {}

  static CommandSpec spec(Console console) {
    return CommandSpec.forAnnotatedObject(new AugmentCommand())
        .addSubcommand(
            "evaluate", CommandSpec.forAnnotatedObject(new AugmentEvaluateCommand(console)))
        .addSubcommand(
            "methods", CommandSpec.forAnnotatedObject(new AugmentMethodsCommand(console)))
        .addSubcommand(
            "neighbours", CommandSpec.forAnnotatedObject(new AugmentNeighboursCommand(console)))
        .addSubcommand("verify", CommandSpec.forAnnotatedObject(new AugmentVerifyCommand(console)));
  }
}
