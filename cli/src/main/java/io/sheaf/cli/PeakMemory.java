package io.sheaf.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The most memory that this process has had resident.
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private PeakMemory() {}

  /// As `212 MB`, or that it is not known here.
  static String words() throws IOException {
    if (!Files.isReadable(STATUS)) {
      return "not known on this system";
    }
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000 + " MB")
        .findFirst()
        .orElse("not known on this system");
  }
}
