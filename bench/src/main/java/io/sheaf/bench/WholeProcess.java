package io.sheaf.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// How long do whole commands take, from the shell's view, and how much memory do they hold?
///
/// Run with `bench/run whole [REPETITIONS]`. Each command is repeated, the commands in turn; every
/// repetition of a run must leave the same bytes in `out/` before its time counts. Time is from the
/// start of the launcher to its end, memory the peak resident set of the process. The last results
/// stand in bench/RESULTS.md.
public final class WholeProcess {
  private static final Path STATUS = Path.of("status");

  private final Path sheaf;
  private final Path directory;
  private final List<Measured> measured = new ArrayList<>();

  private WholeProcess(Path sheaf, Path directory) {
    this.sheaf = sheaf;
    this.directory = directory;
  }

  /// A command with its budget.
  ///
  /// @param arguments of `sheaf` in the given repetition
  /// @param manifest the manifest that each repetition leaves, empty text if none
  private record Measured(
      String name, IntFunction<List<String>> arguments, IntFunction<String> manifest) {}

  private record Result(double seconds, long peakMegabytes) {}

  public static void main(String[] args) throws IOException, InterruptedException {
    int repetitions = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    Path directory = Files.createTempDirectory("sheaf-bench");
    try {
      WholeProcess bench = new WholeProcess(Path.of("sheaf").toAbsolutePath(), directory);
      bench.prepare();
      bench.measure(repetitions);
    } finally {
      delete(directory);
    }
  }

  private void prepare() throws IOException, InterruptedException {
    String small = directory.resolve("small").toString();
    String large = directory.resolve("large").toString();
    run(List.of("cohort", "synth", "--users", "60", "--rows", "2287", "--out", small));
    run(
        List.of(
            "cohort",
            "synth",
            "--users",
            "60",
            "--rows",
            "6289",
            "--columns",
            "full",
            "--gz",
            "--out",
            large));
    cohort("run k6_full, 60 x 2,287 rows", "k6_full", small);
    cohort("run k6_full, 60 x 6,289 rows, 278 columns, .gz", "k6_full", large);
    cohort("run k6_sound, 60 x 2,287 rows", "k6_sound", small);
    measured.add(
        new Measured(
            "resume of a finished run",
            _ -> List.of("run", "--resume", out("k6_full" + small, 0), "--progress", "off"),
            _ -> ""));
    measured.add(new Measured("demo", i -> List.of("demo", "--out", out("demo", i)), _ -> ""));
    measured.add(new Measured("--help", _ -> List.of("--help"), _ -> ""));
  }

  private void cohort(String name, String preset, String data) {
    String key = preset + data;
    measured.add(
        new Measured(
            name,
            i ->
                List.of(
                    "run",
                    preset,
                    "--set",
                    "data_root=" + data,
                    "--out",
                    out(key, i),
                    "--workers",
                    "2",
                    "--progress",
                    "off"),
            i -> out(key, i) + "/out/manifest.json"));
  }

  private String out(String key, int repetition) {
    String name = Integer.toHexString(key.hashCode()) + "-" + repetition;
    return directory.resolve(name).toString();
  }

  private void measure(int repetitions) throws IOException, InterruptedException {
    Result[][] results = new Result[measured.size()][repetitions];
    for (int i = 0; i < repetitions; i++) {
      for (int m = 0; m < results.length; m++) {
        results[m][i] = run(measured.get(m).arguments().apply(i));
        check(measured.get(m), i);
      }
    }
    System.out.println("| command | median s | min - max s | peak RSS MB |");
    System.out.println("|---|---|---|---|");
    for (int m = 0; m < results.length; m++) {
      System.out.println(line(measured.get(m).name(), results[m]));
    }
  }

  /// Sums before times: the same bytes in every repetition.
  private static void check(Measured one, int repetition) throws IOException {
    String first = one.manifest().apply(0);
    if (first.isEmpty() || repetition == 0) {
      return;
    }
    Path again = Path.of(one.manifest().apply(repetition));
    if (Files.mismatch(Path.of(first), again) >= 0) {
      throw new IllegalStateException(one.name() + ": repetition " + repetition + " differs");
    }
  }

  private static String line(String name, Result[] results) {
    double[] seconds = Arrays.stream(results).mapToDouble(Result::seconds).sorted().toArray();
    long peak = Arrays.stream(results).mapToLong(Result::peakMegabytes).max().orElse(0);
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.2f - %.2f | %d |",
        name,
        seconds[seconds.length / 2],
        seconds[0],
        seconds[seconds.length - 1],
        peak);
  }

  private Result run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(sheaf.toString()));
    command.addAll(arguments);
    Path log = directory.resolve("log");
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Path status = Path.of("/proc", Long.toString(process.pid())).resolve(STATUS);
    long peak = 0;
    while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peakMegabytes(status));
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          command + " ended with " + process.exitValue() + ":\n" + Files.readString(log));
    }
    return new Result(seconds, peak);
  }

  private static long peakMegabytes(Path status) {
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException _) {
      return 0; // The process has just ended.
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
