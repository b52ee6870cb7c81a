package io.sheaf.cli;

import io.sheaf.engine.run.Quarantine;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `sheaf quarantine`.
@Command(
    footer = {
      "%nFor a unit that keeps a run from its end. The run must be stopped; what is set aside"
          + " counts as failed, stands in its tables as such, and runs again only when"
          + " `sheaf retry DIR UNIT` names it."
    })
final class QuarantineCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR", description = "A run directory.")
  private Path directory = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "UNIT",
      description = "Ids of units without a result.")
  private List<String> units = new ArrayList<>();

  QuarantineCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RunDirectory run = RunDirectory.existing(directory);
    List<String> wanted = List.copyOf(new LinkedHashSet<>(units));
    Quarantine.apply(run, wanted, Clock.systemUTC());
    console.say(
        "set aside: %s; to go on: %s"
            .formatted(String.join(", ", wanted), Ending.resumeCommand(run)));
    return ExitCode.COMPLETE;
  }
}
