package io.sheaf.cli;

import io.sheaf.engine.observe.Json;
import io.sheaf.engine.observe.UnitHistory;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
      console.out().println(Json.value(facts(history)));
    } else {
      new UnitText(history).lines().forEach(console.out()::println);
    }
    return ExitCode.COMPLETE;
  }

  private static Map<String, @Nullable Object> facts(UnitHistory history) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("unit", history.unit().id());
    facts.put("weight", history.unit().weight());
    facts.put("in_this_shard", history.unit().isMine());
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    history.unit().inputs().forEach(input -> inputs.put(input.name(), input.sha256()));
    facts.put("inputs", inputs);
    facts.put("attempts", history.attempts().stream().map(UnitText::facts).toList());
    facts.put("phases", history.phases().stream().map(UnitText::facts).toList());
    facts.put("checkpoint_bytes", history.checkpoint().map(one -> one.bytes()).orElse(null));
    facts.put("outcome", history.result().map(one -> one.outcome()).orElse(null));
    facts.put("message", history.result().map(UnitText::message).orElse(null));
    facts.put("sha256", history.resultDigest().orElse(null));
    facts.put("log", history.log());
    return facts;
  }
}
