package io.sheaf.cli;

import io.sheaf.engine.cache.SharedCache;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.execute.Lease;
import io.sheaf.engine.execute.Limits;
import io.sheaf.engine.execute.PoolFactory;
import io.sheaf.engine.execute.ProcessPool;
import io.sheaf.engine.execute.ThreadPool;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The part of a command line that says how a run is carried out.
final class Execution {
  private static final String HEAP = "[1-9][0-9]*[kKmMgG]";
  private static final Pattern TIME = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s|m|h|d)");

  @Option(
      names = {"-j", "--workers"},
      paramLabel = "N",
      description = "Units at the same time; default: one a core.")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--isolate",
      paramLabel = "HOW",
      defaultValue = "threads",
      description =
          "threads: workers share this process; processes: each has its own, with its own heap,"
              + " and what kills it costs one unit. Default: threads.")
  private String isolate = "threads";

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      description =
          "Memory for the process, or for each worker process, as in 900m or 4g; default: the"
              + " preset's jvm.xmx, else 1g.")
  private @Nullable String heap;

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "2",
      description = "Further attempts for each kind of unforeseen fault of a unit; default: 2.")
  private int retries;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Longest time for a unit, as in 90s, 30m or 2h; default: none.")
  private @Nullable String timeout;

  @Option(
      names = "--cache",
      paramLabel = "FILE",
      description =
          "Where values are kept for all runs, or `off`; default: $SHEAF_CACHE, else a file in the"
              + " user's cache directory.")
  private @Nullable String cache;

  /// In processes, with as many as somebody else decides.
  static Execution ofProcesses(@Nullable String heap, int retries, @Nullable String timeout) {
    Execution execution = new Execution();
    execution.isolate = "processes";
    execution.heap = heap;
    execution.retries = retries;
    execution.timeout = timeout;
    execution.check();
    return execution;
  }

  int workers() {
    return workers;
  }

  boolean usesProcesses() {
    return isolate.equals("processes");
  }

  void check() {
    if (workers < 1) {
      throw new ConfigurationException("--workers " + workers + ": expected 1 or more");
    }
    if (retries < 0) {
      throw new ConfigurationException("--retries " + retries + ": expected 0 or more");
    }
    if (heap != null && !heap.matches(HEAP)) {
      throw new ConfigurationException("--heap " + heap + ": expected a size such as 900m or 4g");
    }
    if (!isolate.equals("threads") && !isolate.equals("processes")) {
      throw new ConfigurationException("--isolate " + isolate + ": expected threads or processes");
    }
    limits();
  }

  /// What the engine takes.
  ///
  /// @param directory of the run
  RunOptions options(Launch launch, RunDirectory directory, Console console) {
    PoolFactory pools =
        usesProcesses()
            ? new ProcessPool.Children(
                new ChildProcess(directory.path(), heapOf(launch.choice()), cacheFile(console)),
                Lease.USUAL)
            : ThreadPool::new;
    return new RunOptions(launch.shard(), limits(), retries, pools, cache(console));
  }

  /// The same without workers, for those who only ask.
  RunOptions options(Shard shard) {
    return new RunOptions(shard, workers, retries);
  }

  private Optional<SharedCache> cache(Console console) {
    return cacheFile(console).map(file -> new SharedCache(file, CacheFile.LIMIT_BYTES));
  }

  private Optional<Path> cacheFile(Console console) {
    return "off".equals(cache)
        ? Optional.empty()
        : Optional.of(cache == null ? CacheFile.usual(console.environment()) : Path.of(cache));
  }

  /// What each worker process gets.
  String heapOf(Choice choice) {
    if (heap != null) {
      return heap;
    }
    return choice.definition().settings().values().containsKey("jvm.xmx")
        ? choice.definition().settings().optionalText("jvm.xmx").orElse("1g")
        : "1g";
  }

  private Limits limits() {
    return new Limits(workers, Optional.ofNullable(timeout).map(Execution::duration));
  }

  private static Duration duration(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new ConfigurationException(
          "--timeout " + text + ": expected a time such as 30s, 5m or 2h");
    }
    double millis =
        Double.parseDouble(time.group(1))
            * switch (time.group(2)) {
              case "ms" -> 1;
              case "s" -> 1000;
              case "m" -> 60_000;
              case "h" -> 3_600_000;
              default -> 86_400_000;
            };
    if (millis < 1) {
      throw new ConfigurationException("--timeout " + text + ": expected 1ms or more");
    }
    return Duration.ofMillis(Math.round(millis));
  }
}
