package io.sheaf.cli;

import io.sheaf.engine.observe.Json;
import io.sheaf.engine.observe.Profile;
import io.sheaf.engine.observe.TraceFile;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf profile`.
@Command(
    footer = {
      "%nWALL is elapsed time added up over the workers, WAITING is WALL less CPU, SHARE is WALL of"
          + " all WALL. PARALLELISM is CPU by the elapsed time of the run: of threads never more"
          + " than there are workers, and the lines add up to the last one."
    })
final class ProfileCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DIR", description = "A run directory.")
  private Path directory = Path.of("");

  /// What the table has lines for.
  enum By {
    PHASE,
    GROUP,
    UNIT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      defaultValue = "phase",
      description = "phase, group (of units, as a user) or unit; default: phase.")
  private By by = By.PHASE;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Also write a file for chrome://tracing and ui.perfetto.dev.")
  private @Nullable Path trace;

  ProfileCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    RunDirectory run = RunDirectory.existing(directory);
    Profile profile = Profile.read(run);
    List<Profile.Part> parts = by == By.PHASE ? List.of() : Profile.parts(run, by == By.GROUP);
    if (json) {
      console.out().println(Json.value(facts(profile, parts)));
    } else {
      print(new ProfileText(profile), parts);
    }
    if (trace != null) {
      long attempts = TraceFile.write(run, trace);
      console.say(
          "%s has %d attempts; open it in chrome://tracing or ui.perfetto.dev"
              .formatted(trace, attempts));
    }
    return ExitCode.COMPLETE;
  }

  private void print(ProfileText text, List<Profile.Part> parts) {
    console.out().println(directory + ": " + text.head());
    List<List<String>> table =
        by == By.PHASE ? text.table() : text.table(by.name().toUpperCase(Locale.ROOT), parts);
    Columns.lines(table).forEach(console.out()::println);
    if (!text.profile().hasPhases()) {
      console.out().println("its workload tells no phases");
    }
    text.counters().forEach(console.out()::println);
  }

  private Map<String, Object> facts(Profile profile, List<Profile.Part> parts) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("directory", directory.toString());
    facts.put("units", profile.units());
    facts.put("attempts", profile.attempts());
    facts.put("workers", profile.workers());
    facts.put("elapsed_seconds", profile.elapsedNanos() / 1e9);
    facts.put("total", line(profile.total(), profile));
    facts.put("phases", profile.phases().stream().map(line -> line(line, profile)).toList());
    facts.put("counters", profile.counters());
    if (by != By.PHASE) {
      facts.put(by + "s", parts.stream().map(part -> part(part, profile)).toList());
    }
    return facts;
  }

  private static Map<String, Object> part(Profile.Part part, Profile profile) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", part.key());
    facts.put("total", line(part.total(), profile));
    facts.put("phases", part.phases().stream().map(line -> line(line, profile)).toList());
    return facts;
  }

  private static Map<String, Object> line(Profile.Line line, Profile profile) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", line.name());
    facts.put("calls", line.calls());
    facts.put("wall_seconds", line.wallNanos() / 1e9);
    facts.put("cpu_seconds", line.cpuNanos() / 1e9);
    facts.put("waiting_seconds", line.waitingNanos() / 1e9);
    facts.put("share", line.share(profile.total()));
    facts.put("parallelism", line.parallelism(profile.elapsedNanos()));
    return facts;
  }
}
