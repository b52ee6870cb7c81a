package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sheaf arc play`.
@Command(
    name = "play",
    description = "Looks for programs that solve tasks: rounds of mutants of the best so far.",
    footer =
        "%nThe same as sheaf run battery_play. With several --instances or --workers each"
            + " combination is run, and a table compares them: processes that begin together with"
            + " a new cache, which they share.")
final class ArcPlayCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private PlayOptions options = new PlayOptions();

  @Option(
      names = {"-T", "--timing"},
      description = "Where the time went, and what the caches were good for.")
  private boolean timing;

  @Option(
      names = "--instances",
      paramLabel = "N,...",
      split = ",",
      description = "Processes at the same time; default: 1, and no other process.")
  private List<Integer> instances = List.of(1);

  @Option(
      names = {"-j", "--workers"},
      paramLabel = "N,...",
      split = ",",
      description = "Workers of each; default: one a core.")
  private List<Integer> workers = List.of(Runtime.getRuntime().availableProcessors());

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run directory, new or empty; of a table, where its runs go.")
  private @Nullable Path out;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  ArcPlayCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    check("--instances", instances);
    check("--workers", workers);
    Path directory =
        out == null
            ? RunDirectory.unique(Path.of("runs"), "battery_play", Shard.WHOLE).path()
            : out;
    return instances.equals(List.of(1)) && workers.size() == 1
        ? one(directory)
        : new PlayTable(console, options, directory).run(instances, workers, json);
  }

  private static void check(String option, List<Integer> numbers) {
    numbers.stream()
        .filter(number -> number < 1)
        .findFirst()
        .ifPresent(
            number -> {
              throw new ConfigurationException(option + " " + number + ": expected 1 or more");
            });
  }

  /// A single run, in this process.
  private int one(Path directory) throws IOException {
    console.say("seed " + options.seed());
    List<String> words = new ArrayList<>(options.run(0));
    words.addAll(options.cache());
    words.addAll(List.of("--workers", workers.getFirst().toString()));
    words.addAll(List.of("--out", directory.toString()));
    int code = Sheaf.execute(talking(), words.toArray(String[]::new));
    if (code <= ExitCode.UNITS_FAILED) {
      PlayReport report = PlayReport.of(directory, options.seed(), console.catalogue());
      if (json) {
        console.out().println(Json.value(report.facts()));
      } else {
        report.print(console.out(), timing);
      }
    }
    return code;
  }

  /// The run says on standard error what it has to say.
  private Console talking() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new Console(
        nowhere, console.err(), console.screen(), console.environment(), console.catalogue());
  }
}
