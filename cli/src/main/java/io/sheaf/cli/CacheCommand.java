package io.sheaf.cli;

import io.sheaf.engine.cache.SharedCache;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.observe.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf cache`.
@Command(
    footer = {
      "%nThe cache holds values that were computed before, for all runs of this user. Nothing is"
          + " lost with it but time."
    })
final class CacheCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      paramLabel = "stats|gc|clear",
      description =
          "stats: what is there; gc: remove what was used least recently, down to --max-size;"
              + " clear: remove everything.")
  private String action = "";

  @Option(
      names = "--cache",
      paramLabel = "FILE",
      description = "The cache; default: $SHEAF_CACHE, else in the user's cache directory.")
  private @Nullable Path file;

  @Option(
      names = "--max-size",
      paramLabel = "SIZE",
      defaultValue = "1g",
      description = "With gc: how much may stay, as in 500m or 2g; default: 1g.")
  private String size = "1g";

  @Option(names = "--json", description = "Report as JSON.")
  private boolean json;

  CacheCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!action.equals("stats") && !action.equals("gc") && !action.equals("clear")) {
      throw new ConfigurationException("cache " + action + ": expected stats, gc or clear");
    }
    Path place = file == null ? CacheFile.usual(console.environment()) : file;
    if (!Files.exists(place)) {
      tell(place, new SharedCache.Size(0, 0, CacheFile.LIMIT_BYTES));
      return ExitCode.COMPLETE;
    }
    try (SharedCache cache = new SharedCache(place, CacheFile.LIMIT_BYTES)) {
      if (!action.equals("stats")) {
        cache.shrinkTo(action.equals("clear") ? 0 : Capacity.bytes(size));
      }
      tell(place, cache.size());
    }
    return ExitCode.COMPLETE;
  }

  private void tell(Path place, SharedCache.Size now) {
    if (json) {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("file", place.toString());
      facts.put("entries", now.entries());
      facts.put("bytes", now.bytes());
      facts.put("limit_bytes", now.limitBytes());
      console.out().println(Json.value(facts));
    } else {
      console
          .out()
          .printf(
              "%s: %d values, %.1f MiB of at most %.0f MiB%n",
              place, now.entries(), now.bytes() / 1048576.0, now.limitBytes() / 1048576.0);
    }
  }
}
