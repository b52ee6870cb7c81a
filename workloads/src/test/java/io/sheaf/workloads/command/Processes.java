package io.sheaf.workloads.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Looks at processes of the system.
final class Processes {
  private static final long MOST_SECONDS = 20;

  private Processes() {}

  /// The processes of a file of numbers that are still there.
  static List<ProcessHandle> alive(Path pids) throws IOException {
    return Files.readAllLines(pids).stream()
        .map(line -> ProcessHandle.of(Long.parseLong(line.strip())))
        .flatMap(Optional::stream)
        .filter(Processes::runs)
        .toList();
  }

  /// Who has ended is still there until its parent has looked.
  private static boolean runs(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (IOException _) {
      return process.isAlive() && !Files.exists(Path.of("/proc/self"));
    }
  }

  static void awaitEnd(Path pids) throws IOException, InterruptedException {
    await(
        () -> {
          try {
            return alive(pids).isEmpty();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  static List<ProcessHandle> guardians(ProcessHandle parent) {
    return parent
        .children()
        .filter(Processes::runs)
        .filter(child -> commandLine(child).contains("sheaf-guardian"))
        .toList();
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException _) {
      return "";
    }
  }

  static void awaitNoGuardian(ProcessHandle parent) throws InterruptedException {
    await(() -> guardians(parent).isEmpty());
  }

  /// Asks until it is so; what is asked for depends on other processes, which no clock of ours
  /// moves.
  static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
