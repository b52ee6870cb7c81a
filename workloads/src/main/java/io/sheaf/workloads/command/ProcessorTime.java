package io.sheaf.workloads.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Processor time of a process and all below it, as far as it was seen while they ran. Where there
/// is no `/proc`, of the process alone. Confined to the unit's thread.
final class ProcessorTime {
  /// Linux counts in hundredths of a second for programs, whatever the kernel does.
  private static final long TICK_NANOS = 10_000_000;

  /// Places behind the name of the program: time in user mode and in the kernel, own and of
  /// children that have ended.
  private static final int FIRST = 11;

  private static final int LAST = 14;
  private static final long MOST_WAIT_NANOS = 1_000_000_000;
  private static final long BEFORE_NANOS = 10;

  private final ProcessHandle process;
  private final long beganNanos = System.nanoTime();
  private long nextNanos = beganNanos;
  private long nanos;

  ProcessorTime(ProcessHandle process) {
    this.process = process;
  }

  /// Looks again, unless that was just done; the longer it runs, the less often.
  void look() {
    long now = System.nanoTime();
    if (now - nextNanos < 0) {
      return;
    }
    nextNanos = now + Math.min(MOST_WAIT_NANOS, (now - beganNanos) / BEFORE_NANOS);
    long sum = of(process) + process.descendants().mapToLong(ProcessorTime::of).sum();
    nanos = Math.max(nanos, sum);
  }

  long nanos() {
    return nanos;
  }

  private static long of(ProcessHandle process) {
    Path stat = Path.of("/proc/" + process.pid() + "/stat");
    if (!Files.exists(stat)) {
      return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }
    try {
      String line = Files.readString(stat);
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
      long ticks = 0;
      for (int i = FIRST; i <= LAST; i++) {
        ticks += Long.parseLong(fields[i]);
      }
      return ticks * TICK_NANOS;
    } catch (IOException | RuntimeException _) {
      return 0; // It has just ended.
    }
  }
}
