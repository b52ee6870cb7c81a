package io.sheaf.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Java, cores, memory and the tools of the launcher.
final class MachineCheck {
  private static final int JAVA = 25;
  private static final long LITTLE_MEMORY_BYTES = 1L << 30;

  private MachineCheck() {}

  static List<Finding> findings() {
    return Stream.of(
            java(), cores(), memory(), workers(), tool("mvn", "to build"), tool("git", "to record"))
        .toList();
  }

  private static Finding java() {
    String detail =
        "%s, %s, %s"
            .formatted(
                Runtime.version(),
                System.getProperty("java.vendor"),
                System.getProperty("java.home"));
    return Runtime.version().feature() >= JAVA
        ? Finding.good("java", detail)
        : Finding.missing("java", detail, "install JDK " + JAVA);
  }

  private static Finding cores() {
    int cores = Runtime.getRuntime().availableProcessors();
    return Finding.good(
        "cores", cores + ", so --workers is " + cores + " unless you say otherwise");
  }

  private static Finding memory() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long total = system.getTotalMemorySize();
    String detail =
        "%s, %s of it free".formatted(gibibytes(total), gibibytes(system.getFreeMemorySize()));
    return total < LITTLE_MEMORY_BYTES
        ? Finding.weak("memory", detail, "take --workers 1")
        : Finding.good("memory", detail);
  }

  private static Finding workers() {
    int most = Capacity.ofMachine().most(1L << 30);
    return Finding.good(
        "worker processes", most + " with a heap of 1g each, which --shards auto takes");
  }

  private static Finding tool(String name, String purpose) {
    String what =
        switch (name) {
          case "git" -> "the commit in run.yaml";
          default -> "Sheaf from its sources";
        };
    return isOnPath(name)
        ? Finding.good(name, "there, " + purpose + " " + what)
        : Finding.weak(name, "not found, needed only " + purpose + " " + what, "install " + name);
  }

  private static boolean isOnPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
        .flatMap(
            folder -> Stream.of(name, name + ".exe", name + ".cmd").map(folder(folder)::resolve))
        .anyMatch(Files::isExecutable);
  }

  private static Path folder(String name) {
    return Path.of(name);
  }

  static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }
}
