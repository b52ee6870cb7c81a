package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.ShellWord;
import io.sheaf.engine.execute.Site;
import io.sheaf.engine.merge.Merge;
import io.sheaf.engine.merge.RefusedException;
import io.sheaf.engine.merge.Validation;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `sheaf merge`.
@Command
final class MergeCommand implements Callable<Integer> {
  private final Console console;

  @Option(
      names = "--shards",
      paramLabel = "DIR",
      arity = "1..*",
      required = true,
      description = "The run directories of all shards.")
  private List<Path> shards = List.of();

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The run directory to make, new or empty.")
  private Path output = Path.of("");

  @Option(
      names = "--delete-shards",
      description = "Delete the shards once the merged run has been validated.")
  private boolean deleteShards;

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  MergeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, RefusedException {
    if (deleteShards && shards.stream().anyMatch(this::holdsOutput)) {
      throw new ConfigurationException(
          "--output %s: expected a directory outside of the shards, which are to be deleted"
              .formatted(output));
    }
    List<RunSnapshot> snapshots = new ArrayList<>();
    for (Path shard : shards) {
      RunSnapshot snapshot =
          RunSnapshot.read(RunDirectory.existing(shard), console.catalogue()::workload);
      console.say(
          "%s: shard %s, %d units".formatted(shard, snapshot.shard(), snapshot.results().size()));
      snapshots.add(snapshot);
    }
    Merge.Merged merged = write(snapshots);
    merged.notices().forEach(console::say);
    report(merged);
    ReportCommand.afterwards(output, console);
    if (deleteShards) {
      deleteShards();
    }
    return merged.failed() > 0 ? ExitCode.UNITS_FAILED : ExitCode.COMPLETE;
  }

  private Merge.Merged write(List<RunSnapshot> snapshots) throws IOException, RefusedException {
    boolean wasThere = Files.exists(output);
    RunDirectory target = RunDirectory.fresh(output);
    try {
      return Merge.write(snapshots, target);
    } catch (RefusedException e) {
      if (!wasThere) {
        Files.deleteIfExists(output);
      }
      throw e;
    }
  }

  /// Nothing is deleted unless everything that was in the shards is in the merged run, and right.
  private void deleteShards() throws IOException, RefusedException {
    RunSnapshot whole =
        RunSnapshot.read(RunDirectory.existing(output), console.catalogue()::workload);
    List<String> problems = Validation.of(whole).values().stream().flatMap(List::stream).toList();
    if (!problems.isEmpty()) {
      throw new RefusedException(problems);
    }
    for (Path shard : shards) {
      if (Files.exists(shard)) { // may have been named twice
        Site.delete(shard);
        console.say("deleted " + shard);
      }
    }
  }

  private boolean holdsOutput(Path shard) {
    return output.toAbsolutePath().normalize().startsWith(shard.toAbsolutePath().normalize());
  }

  private void report(Merge.Merged merged) {
    String nextStep = "sheaf validate " + ShellWord.quoted(output);
    if (json) {
      Map<String, Object> report = new LinkedHashMap<>();
      report.put("status", "merged");
      report.put("OUT_DIR", output.toAbsolutePath().normalize().toString());
      report.put("shards", shards.size());
      report.put("units", merged.units());
      report.put("failed", merged.failed());
      report.put("next_step", nextStep);
      console.out().println(Json.value(report));
    } else {
      console
          .out()
          .printf(
              "merged %d shards into %s: %d units, %d failed%n",
              shards.size(), output, merged.units(), merged.failed());
      console.say("next: " + nextStep);
    }
  }
}
