package io.sheaf.workloads.cohort;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.merge.Merge;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.Definition;
import io.sheaf.engine.run.Run;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunListener;
import io.sheaf.engine.run.RunOptions;
import io.sheaf.engine.schedule.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// A directory of user files and runs over it, as a user of the engine makes them.
final class CohortRuns {
  private final Path root;
  private final Path data;

  CohortRuns(Path root) throws IOException {
    this(root, Files.createDirectories(root.resolve("data")));
  }

  /// Runs over files that are there.
  CohortRuns(Path root, Path data) {
    this.root = root;
    this.data = data;
  }

  Path data() {
    return data;
  }

  CohortRuns user(String id, String text) throws IOException {
    Files.writeString(data.resolve(id + ".features_labels.csv"), text);
    return this;
  }

  CohortRuns compressedUser(String id, String text) throws IOException {
    Path file = data.resolve(id + ".features_labels.csv.gz");
    try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return this;
  }

  /// A configuration that analyses the column of the mean magnitude alone.
  Configuration configuration(String... assignments) {
    Configuration configuration =
        new Configuration(CohortKeys.ALL)
            .set("data_root", data.toString(), "--data")
            .set("feature_modes=magnitude_only")
            .set("surrogates=19");
    for (String assignment : assignments) {
      configuration.set(assignment);
    }
    return configuration;
  }

  FinishedCohort run(String... assignments) throws IOException {
    return run(configuration(assignments), 2);
  }

  FinishedCohort run(Configuration configuration, int workers) throws IOException {
    return run(configuration, new RunOptions(Shard.WHOLE, workers, 0));
  }

  FinishedCohort run(Configuration configuration, RunOptions options) throws IOException {
    Definition definition = new Definition("test", new CohortWorkload(), configuration.settle());
    RunDirectory directory = RunDirectory.fresh(Files.createTempDirectory(root, "run"));
    Failures failures = new Failures();
    new Run(definition, options, failures).start(directory);
    return new FinishedCohort(snapshot(directory), failures.messages);
  }

  /// The same as shards, merged.
  FinishedCohort merged(Configuration configuration, int shards) throws Exception {
    List<RunSnapshot> parts = new ArrayList<>();
    for (int i = 0; i < shards; i++) {
      parts.add(run(configuration, new RunOptions(new Shard(i, shards), 2, 0)).run());
    }
    RunDirectory directory = RunDirectory.fresh(Files.createTempDirectory(root, "merged"));
    Merge.write(parts.reversed(), directory);
    return new FinishedCohort(snapshot(directory), List.of());
  }

  private static RunSnapshot snapshot(RunDirectory directory) throws IOException {
    return RunSnapshot.read(directory, _ -> new CohortWorkload());
  }

  /// Messages of units that could not be done, by the units' names.
  private static final class Failures implements RunListener {
    private final TreeMap<String, String> failed = new TreeMap<>();
    private final List<String> messages = new ArrayList<>();

    @Override
    public void notice(String line) {}

    @Override
    public void progress(Progress progress) {}

    @Override
    public void failed(String unit, String message) {
      failed.put(unit, message);
      messages.clear();
      failed.forEach((name, text) -> messages.add(name + ": " + text));
    }
  }
}
