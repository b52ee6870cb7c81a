package io.sheaf.workloads.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether the system has killed something for lack of memory since it was last asked; never where
/// it does not tell. Thread-safe.
final class OutOfMemory {
  private static final Path COUNTERS = Path.of("/proc/vmstat");
  private static final String NAME = "oom_kill ";
  private static final int KILLED = 137;

  private long seen = kills();

  /// Whether that explains this exit code.
  synchronized boolean killed(int code) {
    if (code != KILLED) {
      return false;
    }
    long before = seen;
    seen = kills();
    return seen > before;
  }

  private static long kills() {
    try {
      return Files.exists(COUNTERS)
          ? Files.readAllLines(COUNTERS).stream()
              .filter(line -> line.startsWith(NAME))
              .mapToLong(line -> Long.parseLong(line.substring(NAME.length())))
              .sum()
          : 0;
    } catch (IOException | NumberFormatException _) {
      return 0;
    }
  }
}
