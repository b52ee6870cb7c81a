package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.execute.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The part of a command line that says how much a worker may use and how often a unit may fail.
final class Bounds {
  private static final String HEAP = "[1-9][0-9]*[kKmMgG]";
  private static final Pattern TIME = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s|m|h|d)");

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      description =
          "Memory for the process, or for each worker process, as in 900m or 4g; default: the"
              + " preset's jvm.xmx, else 1g; 850m for run without worker processes.")
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

  void check() {
    if (retries < 0) {
      throw new ConfigurationException("--retries " + retries + ": expected 0 or more");
    }
    if (heap != null && !heap.matches(HEAP)) {
      throw new ConfigurationException("--heap " + heap + ": expected a size such as 900m or 4g");
    }
    of(1);
  }

  int retries() {
    return retries;
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

  /// What the engine takes.
  Limits of(int workers) {
    return new Limits(workers, Optional.ofNullable(timeout).map(Bounds::duration));
  }

  /// The same for another command.
  List<String> arguments(String workerHeap) {
    List<String> arguments =
        new ArrayList<>(List.of("--retries", Integer.toString(retries), "--heap", workerHeap));
    if (timeout != null) {
      arguments.addAll(List.of("--timeout", timeout));
    }
    return arguments;
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
