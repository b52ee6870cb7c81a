package io.sheaf.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// `sheaf cluster`: a Spark of one's own, on this machine.
@Command(synopsisSubcommandLabel = "COMMAND")
final class ClusterCommand {
  private ClusterCommand() {}

  static CommandSpec spec(Console console) {
    return CommandSpec.forAnnotatedObject(new ClusterCommand())
        .addSubcommand("up", CommandSpec.forAnnotatedObject(new ClusterUpCommand(console)))
        .addSubcommand("status", CommandSpec.forAnnotatedObject(new ClusterStatusCommand(console)))
        .addSubcommand("down", CommandSpec.forAnnotatedObject(new ClusterDownCommand(console)));
  }
}
