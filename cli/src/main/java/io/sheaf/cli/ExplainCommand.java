package io.sheaf.cli;

import io.sheaf.engine.observe.Json;
import io.sheaf.engine.observe.RunJson;
import io.sheaf.engine.observe.UnitHistory;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf explain`.
@Command
final class ExplainCommand implements Callable<Integer> {
  static final int LOG_LINES = 20;

  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR", description = "A run directory.")
  private Path directory = Path.of("");

  @Parameters(index = "1", paramLabel = "UNIT", description = "The id of a unit.")
  private String unit = "";

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    UnitHistory history = UnitHistory.read(RunDirectory.existing(directory), unit, LOG_LINES);
    if (json) {
      console.out().println(Json.value(RunJson.unit(history)));
    } else {
      new UnitText(history).lines().forEach(console.out()::println);
    }
    return ExitCode.COMPLETE;
  }
}
