package io.sheaf.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Does each guard have a test that fails without it? In a copy of the sources, switches one guard
/// off after the other, as `guards.txt` says how, and runs the tests that are to notice.
///
/// Run with `bench/run controls [NAME]`; NAME picks guards whose name holds it. Ends with 1 if a
/// guard is missed by nobody.
public final class ControlArms {
  private static final long MOST_MINUTES = 5;
  private static final int STOPPED = -1;

  private final Path copy;

  private ControlArms(Path copy) {
    this.copy = copy;
  }

  /// A guard and how to do without it.
  ///
  /// @param file of the sources
  /// @param present a text that is there once
  /// @param absent what takes its place
  /// @param tests in that module, as surefire takes them
  private record Guard(
      String name, String file, String present, String absent, String module, String tests) {
    static Guard parse(String block) {
      List<String> lines = block.lines().toList();
      String[] test = lines.getLast().split(" ", -1);
      return new Guard(
          lines.getFirst(),
          lines.get(1),
          marked(lines, "- "),
          marked(lines, "+ "),
          test[1],
          test[2]);
    }

    private static String marked(List<String> lines, String mark) {
      return String.join(
          "\n",
          lines.stream()
              .filter(line -> line.startsWith(mark))
              .map(line -> line.substring(2))
              .toList());
    }
  }

  private enum Verdict {
    NOTICED,
    NEVER_ENDS,
    MISSED_BY_NOBODY,
    DOES_NOT_COMPILE
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    String wanted = args.length == 0 ? "" : args[0];
    Path copy = Files.createTempDirectory("controls");
    ControlArms arms = new ControlArms(copy);
    arms.copySources();
    boolean all = true;
    System.out.println("| without | tests | |\n|---|---|---|");
    for (Guard guard : guards()) {
      if (guard.name.contains(wanted)) {
        Verdict verdict = arms.without(guard);
        all &= verdict == Verdict.NOTICED || verdict == Verdict.NEVER_ENDS;
        System.out.printf(
            "| %s | `%s` | %s |%n",
            guard.name,
            guard.tests,
            verdict.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
      }
    }
    System.exit(all ? 0 : 1);
  }

  private static List<Guard> guards() throws IOException {
    try (InputStream in = ControlArms.class.getResourceAsStream("guards.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split("\n\n", -1))
          .map(String::strip)
          .filter(block -> !block.startsWith("#"))
          .map(Guard::parse)
          .toList();
    }
  }

  private void copySources() throws IOException, InterruptedException {
    run(
        "bash",
        "-c",
        "git -C '%s' ls-files -z | tar -C '%s' --null -T - -cf - | tar -xf -"
            .formatted(Path.of("").toAbsolutePath(), Path.of("").toAbsolutePath()));
  }

  private Verdict without(Guard guard) throws IOException, InterruptedException {
    Path file = copy.resolve(guard.file);
    String sources = Files.readString(file);
    int at = sources.indexOf(guard.present);
    if (at < 0 || sources.indexOf(guard.present, at + 1) >= 0) {
      throw new IllegalStateException(
          "%s: expected once in %s: %s".formatted(guard.name, guard.file, guard.present));
    }
    Files.writeString(file, sources.replace(guard.present, guard.absent));
    try {
      int code = test(guard);
      if (code == 0) {
        return Verdict.MISSED_BY_NOBODY;
      }
      if (code == STOPPED) {
        return Verdict.NEVER_ENDS;
      }
      return hasReports(guard) ? Verdict.NOTICED : Verdict.DOES_NOT_COMPILE;
    } finally {
      Files.writeString(file, sources);
    }
  }

  private int test(Guard guard) throws IOException, InterruptedException {
    run("rm", "-rf", guard.module + "/target/surefire-reports");
    return run(
        "mvn",
        "-q",
        "-B",
        "-Dquick",
        "test",
        "-pl",
        guard.module,
        "-am",
        "-Dtest=" + guard.tests,
        "-Dsurefire.failIfNoSpecifiedTests=false");
  }

  private boolean hasReports(Guard guard) {
    return Files.isDirectory(copy.resolve(guard.module + "/target/surefire-reports"));
  }

  /// A test that waits for ever for what the guard would have done has noticed, too.
  private int run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(command)))
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectOutput(copy.resolve("../" + copy.getFileName() + ".log").toFile())
            .start();
    if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return STOPPED;
    }
    return process.waitFor();
  }
}
