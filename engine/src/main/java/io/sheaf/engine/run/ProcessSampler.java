package io.sheaf.engine.run;

import io.sheaf.engine.journal.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.StringTokenizer;

/// Reads what a process uses, from `/proc` where there is one.
final class ProcessSampler {
  private static final long PAGE_BYTES = 4096;

  /// Clock ticks of `/proc/PID/stat`; 100 a second on every Linux that Java runs on.
  private static final long TICK_MILLIS = 10;

  private static final int USER_TIME = 11;
  private static final int CHILDREN_SYSTEM_TIME = 14;

  private ProcessSampler() {}

  /// What the process used so far; empty if it is gone.
  static Optional<Sample> sample(String name, long pid, long nowMillis) {
    Path proc = Path.of("/proc", Long.toString(pid));
    try {
      String stat = Files.readString(proc.resolve("stat"));
      StringTokenizer fields = new StringTokenizer(stat.substring(stat.lastIndexOf(')') + 2));
      long ticks = 0;
      for (int i = 0; i <= CHILDREN_SYSTEM_TIME; i++) {
        String field = fields.nextToken();
        ticks += i >= USER_TIME ? Long.parseLong(field) : 0;
      }
      String statm = Files.readString(proc.resolve("statm"));
      long rss = Long.parseLong(second(statm)) * PAGE_BYTES;
      String io = io(proc);
      return Optional.of(
          new Sample(
              nowMillis,
              name,
              pid,
              rss,
              ticks * TICK_MILLIS,
              field(io, "read_bytes: "),
              field(io, "write_bytes: ")));
    } catch (IOException | NumberFormatException | NoSuchElementException _) {
      return withoutProc(name, pid, nowMillis);
    }
  }

  private static Optional<Sample> withoutProc(String name, long pid, long nowMillis) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .map(Duration::toMillis)
        .map(cpu -> new Sample(nowMillis, name, pid, 0, cpu, -1, -1));
  }

  private static String second(String text) {
    StringTokenizer fields = new StringTokenizer(text);
    fields.nextToken();
    return fields.nextToken();
  }

  private static String io(Path proc) {
    try {
      return Files.readString(proc.resolve("io"));
    } catch (IOException _) {
      return "";
    }
  }

  private static long field(String text, String name) {
    int at = text.indexOf(name);
    if (at < 0) {
      return -1;
    }
    int end = text.indexOf('\n', at);
    return Long.parseLong(text.substring(at + name.length(), end < 0 ? text.length() : end));
  }
}
