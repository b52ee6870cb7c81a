package io.sheaf.engine.observe;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.journal.JournalScan;
import io.sheaf.engine.plan.Workload;
import io.sheaf.engine.run.Manifest;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Everything that is told of a run once, in little space for a run of any size. Immutable.
///
/// @param outputs files of `out/` with their digests, at most [#MOST_OUTPUTS], none until complete
/// @param events of the run as a whole, the first ones
/// @param chapter what the workload shows
public record RunAccount(
    RunView view,
    RunFacts facts,
    Profile profile,
    RunTimes times,
    RunFailures failures,
    List<ProcessCurve> curves,
    List<OutputFile> outputs,
    List<Event> events,
    RunChapter chapter) {
  public static final int MOST_OUTPUTS = 1000;
  private static final int MOST_EVENTS = 200;

  /// A file of `out/`.
  public record OutputFile(String name, long bytes, String sha256) {}

  /// Something that happened to the run as a whole.
  public record Event(Instant time, String kind, String detail) {}

  /// Reads a run, also one that is going on, was stopped, or died.
  ///
  /// @param workloads finds a workload by name, or throws if there is none
  /// @throws ConfigurationException if there is no run
  public static RunAccount read(Path path, Function<String, Workload> workloads, Clock clock)
      throws IOException {
    RunDirectory directory = RunDirectory.existing(path);
    RunView view = new RunWatch(clock).look(directory);
    try (JournalScan journal = JournalScan.open(directory.journal())) {
      return new RunAccount(
          view,
          RunFacts.read(directory),
          Profile.read(directory),
          RunTimes.read(journal),
          RunFailures.read(journal),
          new Samples().curves(journal),
          outputs(directory),
          journal.events(MOST_EVENTS).stream().map(RunAccount::event).toList(),
          RunChapter.read(directory, workloads, view.counts().settled()));
    }
  }

  private static List<OutputFile> outputs(RunDirectory directory) throws IOException {
    List<OutputFile> outputs = new ArrayList<>();
    if (Files.exists(directory.manifest())) {
      Manifest.firstFiles(directory.manifest(), MOST_OUTPUTS)
          .forEach((name, line) -> outputs.add(new OutputFile(name, line.bytes(), line.sha256())));
    }
    return outputs;
  }

  private static Event event(JournalScan.Event one) {
    return new Event(Instant.ofEpochMilli(one.timeMillis()), one.kind(), one.detail());
  }
}
