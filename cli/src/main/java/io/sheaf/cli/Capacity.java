package io.sheaf.cli;

import com.sun.management.OperatingSystemMXBean;
import io.sheaf.engine.config.ConfigurationException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Whether this machine can carry so many worker processes.
///
/// @param cores of the machine
/// @param memoryBytes of the machine, for everything
record Capacity(int cores, long memoryBytes) {
  /// What a Java machine takes besides its heap.
  private static final long BESIDES_HEAP_BYTES = 150L << 20;

  /// What the coordinator and the rest of the machine need.
  private static final long REST_BYTES = 1L << 30;

  private static final long BYTES_PER_UNIT = 20_000;

  static Capacity ofMachine() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Capacity(Runtime.getRuntime().availableProcessors(), system.getTotalMemorySize());
  }

  /// As many as there are cores and room for.
  int most(long heapBytes) {
    long fit = (memoryBytes - REST_BYTES) / (heapBytes + BESIDES_HEAP_BYTES);
    return Math.clamp(fit, 1, cores);
  }

  /// What speaks against so many.
  List<String> objections(int workers, long heapBytes) {
    long needed = workers * (heapBytes + BESIDES_HEAP_BYTES) + REST_BYTES;
    List<String> objections = new ArrayList<>();
    if (needed > memoryBytes) {
      objections.add(
          "%d workers with a heap of %s need %s with all that is around them, and this machine has"
                  .formatted(
                      workers, MachineCheck.gibibytes(heapBytes), MachineCheck.gibibytes(needed))
              + " %s; take --shards %d"
                  .formatted(MachineCheck.gibibytes(memoryBytes), most(heapBytes)));
    }
    if (workers > 4 * cores) {
      objections.add(
          "%d workers on %d cores would wait for each other; take --shards %d"
              .formatted(workers, cores, cores));
    }
    return objections;
  }

  /// What speaks against writing so many units there.
  static List<String> objections(Path place, long units) throws IOException {
    Path folder = place.toAbsolutePath();
    while (!Files.isDirectory(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    long free = Files.getFileStore(folder).getUsableSpace();
    long needed = units * BYTES_PER_UNIT;
    return needed > free
        ? List.of(
            "%d units may write %s, and %s has %s free; make room or give another --out"
                .formatted(
                    units, MachineCheck.gibibytes(needed), folder, MachineCheck.gibibytes(free)))
        : List.of();
  }

  /// Reads `900m` or `4g`.
  static long bytes(String size) {
    int end = size.length() - 1;
    int shift =
        switch (Character.toLowerCase(size.charAt(end))) {
          case 'k' -> 10;
          case 'm' -> 20;
          case 'g' -> 30;
          default ->
              throw new ConfigurationException(
                  "heap size `" + size + "`: expected a size such as 900m or 4g");
        };
    return Long.parseLong(size.substring(0, end)) << shift;
  }
}
