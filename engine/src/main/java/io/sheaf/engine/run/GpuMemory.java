package io.sheaf.engine.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How much memory of graphics processors each process holds, as `nvidia-smi` says: asked every few
/// seconds in a thread of its own, for its answer may take a second. Thread-safe.
final class GpuMemory {
  private static final long INTERVAL_MILLIS = 5000;
  private static final long PATIENCE_MILLIS = 10_000;
  private static final int MIB_SHIFT = 20;

  private volatile Optional<Map<Long, Long>> bytes = Optional.empty();

  private GpuMemory() {}

  /// Begins to ask, where the program is on the search path.
  static GpuMemory watch() {
    GpuMemory memory = new GpuMemory();
    program(System.getenv().getOrDefault("PATH", ""))
        .ifPresent(
            program ->
                Thread.ofPlatform().daemon().name("gpu").start(() -> memory.keepAsking(program)));
    return memory;
  }

  static Optional<Path> program(String searchPath) {
    return Stream.of(searchPath.split(java.io.File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "nvidia-smi"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /// Held by these processes together; -1 if nothing has told.
  long held(List<Long> processes) {
    return bytes
        .map(all -> processes.stream().mapToLong(pid -> all.getOrDefault(pid, 0L)).sum())
        .orElse(-1L);
  }

  private void keepAsking(Path program) {
    try {
      do {
        bytes = ask(program);
        Thread.sleep(INTERVAL_MILLIS);
      } while (bytes.isPresent());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// One answer; empty if there is none, as where there is no graphics processor.
  static Optional<Map<Long, Long>> ask(Path program) throws InterruptedException {
    ProcessBuilder query =
        new ProcessBuilder(
                program.toString(),
                "--query-compute-apps=pid,used_gpu_memory",
                "--format=csv,noheader,nounits")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = query.start();
      Map<Long, Long> answer = new HashMap<>();
      try (BufferedReader lines = process.inputReader()) {
        lines.lines().forEach(line -> read(line, answer));
      }
      if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return process.exitValue() == 0 ? Optional.of(answer) : Optional.empty();
    } catch (IOException | java.io.UncheckedIOException _) {
      return Optional.empty();
    }
  }

  /// A line is `4711, 2048`, in MiB; a process on several graphics processors has several.
  private static void read(String line, Map<Long, Long> answer) {
    String[] fields = line.strip().split(",\\s*", 2);
    if (fields.length == 2 && fields[0].matches("\\d{1,18}") && fields[1].matches("\\d{1,12}")) {
      answer.merge(Long.parseLong(fields[0]), Long.parseLong(fields[1]) << MIB_SHIFT, Long::sum);
    }
  }
}
