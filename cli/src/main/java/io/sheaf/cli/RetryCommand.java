package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.observe.UnitHistory;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunOptions;
import io.sheaf.engine.run.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf retry`.
@Command(
    footer = {
      "%nWith the configuration the run recorded. Units that failed, or have no result yet, run in"
          + " any case; those that are named run although they are done."
    })
final class RetryCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR", description = "A run directory.")
  private Path directory = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "UNIT",
      description = "Ids of units that run again although they are done.")
  private List<String> units = new ArrayList<>();

  @Mixin private final Execution execution = new Execution();

  @Mixin private final Followers followers = new Followers();

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      converter = Display.KindReader.class,
      defaultValue = "auto",
      description = "auto (a bar on a terminal, else plain), plain, json or off; default: auto.")
  private Display.Kind progress = Display.Kind.AUTO;

  RetryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    execution.check();
    followers.check(console);
    RunDirectory run = RunDirectory.existing(directory);
    for (String unit : units) {
      if (!UnitHistory.read(run, unit, 0).isMine()) {
        throw new ConfigurationException(unit + " is not in the shard of " + run);
      }
    }
    Shard shard = RunRecord.read(run.record()).shard();
    Choice choice = Choice.recorded(run, new Subject(), console);
    Launch launch = new Launch(choice, shard, Optional.of(run), true);
    try (Elsewhere elsewhere = execution.connect(launch)) {
      RunOptions options = execution.options(launch, run, elsewhere, console);
      return new RunSession(console, launch, options, run)
          .run(
              Display.of(progress, console),
              followers.open(run, console),
              new LinkedHashSet<>(units));
    }
  }
}
