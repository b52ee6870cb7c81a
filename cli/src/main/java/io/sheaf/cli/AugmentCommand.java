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
        .addSubcommand("models", models(console))
        .addSubcommand(
            "neighbours", CommandSpec.forAnnotatedObject(new AugmentNeighboursCommand(console)))
        .addSubcommand("verify", CommandSpec.forAnnotatedObject(new AugmentVerifyCommand(console)));
  }

  private static CommandSpec models(Console console) {
    CommandSpec models = CommandSpec.forAnnotatedObject(new Models());
    return models.addSubcommand(
        "fetch", CommandSpec.forAnnotatedObject(new AugmentModelsCommand(console)));
  }

  /// `sheaf augment models`.
  @Command(description = "Models that do not come with Sheaf.", synopsisSubcommandLabel = "COMMAND")
  private static final class Models {}
}
