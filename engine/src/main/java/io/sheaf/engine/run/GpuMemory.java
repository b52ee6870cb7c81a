package io.sheaf.engine.run;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How much memory of graphics processors each process holds, as `nvidia-smi` says. It is asked
/// aside, for its answer may take a second. Confined to one thread.
final class GpuMemory {
  private static final long INTERVAL_NANOS = 5_000_000_000L;
  private static final long PATIENCE_MILLIS = 4000;
  private static final int MIB_SHIFT = 20;

  private final Optional<Path> program;
  private volatile Optional<Map<Long, Long>> bytes = Optional.empty();
  private long askedNanos = System.nanoTime() - INTERVAL_NANOS;

  /// @param searchPath where the program may be; where it is not, nothing is ever known
  GpuMemory(String searchPath) {
    this.program =
        Stream.of(searchPath.split(File.pathSeparator, -1))
            .filter(folder -> !folder.isBlank())
            .map(folder -> Path.of(folder, "nvidia-smi"))
            .filter(Files::isExecutable)
            .findFirst();
  }

  /// Held by these processes together when it was last asked; -1 if nothing has told.
  long held(List<Long> processes) {
    askAgain();
    return bytes
        .map(all -> processes.stream().mapToLong(pid -> all.getOrDefault(pid, 0L)).sum())
        .orElse(-1L);
  }

  private void askAgain() {
    if (program.isPresent() && System.nanoTime() - askedNanos >= INTERVAL_NANOS) {
      askedNanos = System.nanoTime();
      Thread.ofVirtual().start(() -> bytes = ask(program.get()));
    }
  }

  /// One answer; empty if there is none, as where there is no graphics processor.
  private static Optional<Map<Long, Long>> ask(Path program) {
    ProcessBuilder query =
        new ProcessBuilder(
                program.toString(),
                "--query-compute-apps=pid,used_gpu_memory",
                "--format=csv,noheader,nounits")
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = query.start();
      if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      String answer =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return process.exitValue() == 0 ? Optional.of(read(answer)) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// A line is `4711, 2048`, in MiB; a process on several graphics processors has several.
  private static Map<Long, Long> read(String answer) {
    Map<Long, Long> bytes = new HashMap<>();
    answer
        .lines()
        .map(line -> line.strip().split(",\\s*", 2))
        .filter(f -> f.length == 2 && f[0].matches("\\d{1,18}") && f[1].matches("\\d{1,12}"))
        .forEach(
            f -> bytes.merge(Long.valueOf(f[0]), Long.parseLong(f[1]) << MIB_SHIFT, Long::sum));
    return bytes;
  }
}
