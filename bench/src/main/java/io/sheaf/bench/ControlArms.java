package io.sheaf.bench;

import io.sheaf.engine.execute.ProcessTree;
import io.sheaf.engine.execute.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Does each guard have a test that fails without it? In a copy of the sources, switches one guard
/// off after the other, as `guards.txt` says how, and runs the tests that are to notice.
///
/// Run with `bench/run controls [NAME]`; NAME picks guards whose name holds it. Ends with 1 if
/// nobody misses a guard; the copy, with the log of the last tests, is then kept.
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
      return lines.stream()
          .filter(line -> line.startsWith(mark))
          .map(line -> line.substring(2))
          .collect(Collectors.joining("\n"));
    }
  }

  private enum Verdict {
    NOTICED("noticed"),
    /// A test that waits for ever for what the guard would have done has noticed, too.
    NEVER_ENDS("never ends"),
    NOT_MISSED("missed by nobody"),
    DOES_NOT_COMPILE("does not compile");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    String wanted = args.length == 0 ? "" : args[0];
    ControlArms arms = new ControlArms(Files.createTempDirectory("controls"));
    arms.copySources();
    boolean all = true;
    System.out.println("| without | tests | |\n|---|---|---|");
    for (Guard guard : guards()) {
      if (guard.name.contains(wanted)) {
        Verdict verdict = arms.without(guard);
        all &= verdict == Verdict.NOTICED || verdict == Verdict.NEVER_ENDS;
        System.out.printf("| %s | `%s` | %s |%n", guard.name, guard.tests, verdict.words);
      }
    }
    if (all) {
      Site.delete(arms.copy);
    } else {
      System.err.println("see " + arms.log());
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

  private Path log() {
    return copy.resolve("tests.log");
  }

  /// As they are, committed or not.
  private void copySources() throws IOException, InterruptedException {
    String copying =
        "set -o pipefail; git ls-files -z | tar -c --null -T - -f - | tar -x -C '%s' -f -"
            .formatted(copy);
    if (run(Path.of(""), "bash", "-c", copying) != 0) {
      throw new IOException("the sources cannot be copied, see " + log());
    }
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
      return test(guard);
    } finally {
      Files.writeString(file, sources);
    }
  }

  private Verdict test(Guard guard) throws IOException, InterruptedException {
    Path reports = copy.resolve(guard.module).resolve("target").resolve("surefire-reports");
    if (Files.exists(reports)) {
      Site.delete(reports);
    }
    String[] maven = {
      "mvn",
      "-q",
      "-B",
      "-Dquick",
      "test",
      "-pl",
      guard.module,
      "-am",
      "-Dtest=" + guard.tests,
      "-Dsurefire.failIfNoSpecifiedTests=false"
    };
    int code = run(copy, maven);
    return switch (code) {
      case 0 -> Verdict.NOT_MISSED;
      case STOPPED -> Verdict.NEVER_ENDS;
      default -> Files.exists(reports) ? Verdict.NOTICED : Verdict.DOES_NOT_COMPILE;
    };
  }

  private int run(Path directory, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toAbsolutePath().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .start();
    if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
      ProcessTree.kill(process.toHandle());
      return STOPPED;
    }
    return process.exitValue();
  }
}
