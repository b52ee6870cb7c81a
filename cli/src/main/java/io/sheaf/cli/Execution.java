package io.sheaf.cli;

import io.sheaf.engine.cache.SharedCache;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.execute.Cluster;
import io.sheaf.engine.execute.Lease;
import io.sheaf.engine.execute.PoolFactory;
import io.sheaf.engine.execute.ProcessPool;
import io.sheaf.engine.execute.ThreadPool;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The part of a command line that says how a run is carried out.
final class Execution {
  @Option(
      names = {"-j", "--workers"},
      paramLabel = "N",
      description = "Units at the same time; default: one a core, or with --on all there are.")
  private @Nullable Integer workers;

  @Option(
      names = "--on",
      paramLabel = "URL",
      description =
          "A Spark cluster whose executors run the units: spark://HOST:PORT, local[*] or another"
              + " master URL of Spark. The run directory must be on a file system that all share.")
  private @Nullable String on;

  @Option(
      names = "--isolate",
      paramLabel = "HOW",
      defaultValue = "threads",
      description =
          "threads: workers share this process; processes: each has its own, with its own heap,"
              + " and what kills it costs one unit. Default: threads.")
  private String isolate = "threads";

  @Mixin private final Bounds bounds = new Bounds();

  @Option(
      names = "--cache",
      paramLabel = "FILE",
      description =
          "Where values are kept for all runs, or `off`; default: $SHEAF_CACHE, else a file in the"
              + " user's cache directory.")
  private @Nullable String cache;

  private int workers() {
    return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
  }

  boolean usesProcesses() {
    return isolate.equals("processes");
  }

  void check() {
    if (workers != null && workers < 1) {
      throw new ConfigurationException("--workers " + workers + ": expected 1 or more");
    }
    if (!isolate.equals("threads") && !isolate.equals("processes")) {
      throw new ConfigurationException("--isolate " + isolate + ": expected threads or processes");
    }
    if (on != null && on.isBlank()) {
      throw new ConfigurationException(
          "--on: expected local[*], spark://HOST:PORT or another master URL of Spark");
    }
    if (on != null && usesProcesses()) {
      throw new ConfigurationException(
          "--on and --isolate processes: expected one of them; executors are processes already");
    }
    if (on != null && cache != null && !cache.equals("off")) {
      throw new ConfigurationException(
          "--on and --cache: expected one of them; the cache is a file of one machine");
    }
    bounds.check();
  }

  /// Connects to where the units run, if that is not here.
  Elsewhere connect(Launch launch) throws IOException {
    return on == null
        ? Elsewhere.NOWHERE
        : Elsewhere.connect(
            on,
            workers == null ? OptionalInt.empty() : OptionalInt.of(workers),
            bounds.heapOf(launch.choice()));
  }

  /// What the engine takes.
  ///
  /// @param directory of the run
  RunOptions options(Launch launch, RunDirectory directory, Elsewhere elsewhere, Console console) {
    if (elsewhere.cluster().isPresent()) {
      Cluster cluster = elsewhere.cluster().get();
      return new RunOptions(
          launch.shard(), bounds.of(cluster.slots()), bounds.retries(), cluster, Optional.empty());
    }
    PoolFactory pools =
        usesProcesses()
            ? new ProcessPool.Children(
                new ChildProcess(
                    directory.path(), bounds.heapOf(launch.choice()), cacheFile(console)),
                Lease.USUAL)
            : ThreadPool::new;
    return new RunOptions(
        launch.shard(), bounds.of(workers()), bounds.retries(), pools, cache(console));
  }

  /// The same without workers, for those who only ask.
  RunOptions options(Shard shard) {
    return new RunOptions(shard, workers(), bounds.retries());
  }

  private Optional<SharedCache> cache(Console console) {
    return cacheFile(console).map(file -> new SharedCache(file, CacheFile.LIMIT_BYTES));
  }

  private Optional<Path> cacheFile(Console console) {
    return "off".equals(cache)
        ? Optional.empty()
        : Optional.of(cache == null ? CacheFile.usual(console.environment()) : Path.of(cache));
  }
}
