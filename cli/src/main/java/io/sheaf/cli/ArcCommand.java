package io.sheaf.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// `sheaf arc`: the verbs of the battery.
@Command(synopsisSubcommandLabel = "COMMAND")
final class ArcCommand {
  private ArcCommand() {}

  static CommandSpec spec(Console console) {
    return CommandSpec.forAnnotatedObject(new ArcCommand())
        .addSubcommand("check", CommandSpec.forAnnotatedObject(new ArcCheckCommand(console)))
        .addSubcommand("play", CommandSpec.forAnnotatedObject(new ArcPlayCommand(console)))
        .addSubcommand("screen", CommandSpec.forAnnotatedObject(new ArcScreenCommand(console)))
        .addSubcommand("show", CommandSpec.forAnnotatedObject(new ArcShowCommand(console)))
        .addSubcommand("synth", CommandSpec.forAnnotatedObject(new ArcSynthCommand(console)))
        .addSubcommand("submit", CommandSpec.forAnnotatedObject(new ArcSubmitCommand(console)));
  }
}
