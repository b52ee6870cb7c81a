package io.sheaf.cli;

import io.sheaf.engine.observe.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Runs of `battery_play` by several processes at once, for each number of processes and workers.
final class PlayTable {
  private static final String HEAP = "256m";

  private final Console console;
  private final PlayOptions options;
  private final Path directory;

  PlayTable(Console console, PlayOptions options, Path directory) {
    this.console = console;
    this.options = options;
    this.directory = directory;
  }

  /// A line of the table.
  ///
  /// @param seconds from the start of the first process to the end of the last
  private record Line(int instances, int workers, double seconds, List<PlayReport> reports) {
    long tasks() {
      return reports.stream().mapToLong(PlayReport::tasks).sum();
    }

    long tried() {
      return reports.stream().mapToLong(PlayReport::tried).sum();
    }

    double cpuSeconds() {
      return reports.stream().mapToLong(one -> one.profile().total().cpuNanos()).sum() / 1e9;
    }

    /// Of all instances together.
    String rate(int cache) {
      return reports.stream()
          .map(report -> report.caches().get(cache))
          .reduce(PlayReport.CacheUse::plus)
          .orElseThrow()
          .percent();
    }
  }

  /// Runs all combinations, one after the other.
  ///
  /// @return the exit code
  int run(List<Integer> instances, List<Integer> workers, boolean json)
      throws IOException, InterruptedException {
    List<Line> lines = new ArrayList<>();
    for (int some : instances) {
      for (int each : workers) {
        Line line = line(some, each);
        if (line.reports().size() < some) {
          console.say("a process failed; its log is in " + directory);
          return ExitCode.UNITS_FAILED;
        }
        lines.add(line);
      }
    }
    if (json) {
      console.out().println(Json.value(Map.of("lines", lines.stream().map(this::facts).toList())));
    } else {
      print(lines);
    }
    return ExitCode.COMPLETE;
  }

  private Line line(int instances, int workers) throws IOException, InterruptedException {
    Path place = directory.resolve(instances + "x" + workers);
    Files.createDirectories(place);
    console.say("%d x %d workers in %s".formatted(instances, workers, place));
    long began = System.nanoTime();
    List<Process> processes = new CopyOnWriteArrayList<>();
    Interrupts.onSignals(() -> processes.forEach(Process::destroy), "INT", "TERM", "HUP");
    boolean isGood = true;
    try {
      for (int i = 0; i < instances; i++) {
        processes.add(start(place, i, workers));
      }
      for (Process process : processes) {
        isGood &= process.waitFor() <= ExitCode.UNITS_FAILED;
      }
    } finally {
      processes.forEach(Process::destroy);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    List<PlayReport> reports = new ArrayList<>();
    for (int i = 0; isGood && i < instances; i++) {
      reports.add(PlayReport.of(place.resolve("i" + i), options.seed() + i, console.catalogue()));
    }
    return new Line(instances, workers, seconds, reports);
  }

  private Process start(Path place, int instance, int workers) throws IOException {
    List<String> command = new ArrayList<>(ChildProcess.java(HEAP));
    command.add("-XX:TieredStopAtLevel=1"); // as the launcher does for `arc play`
    command.add(Sheaf.class.getName());
    command.addAll(options.run(instance));
    command.addAll(List.of("--cache", place.resolve("cache.db").toString()));
    command.addAll(List.of("--workers", Integer.toString(workers)));
    command.addAll(List.of("--progress", "off"));
    command.addAll(List.of("--out", place.resolve("i" + instance).toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(place.resolve("i" + instance + ".log").toFile())
            .start();
    process.getOutputStream().close();
    return process;
  }

  private void print(List<Line> lines) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            ">INSTANCES",
            ">WORKERS",
            ">WALL",
            ">CPU",
            ">PARALLELISM",
            ">TASKS/S",
            ">PROGRAMS/S",
            ">INLINING HITS",
            ">VALIDATION HITS",
            ">SCORING HITS"));
    for (Line line : lines) {
      rows.add(
          List.of(
              Integer.toString(line.instances()),
              Integer.toString(line.workers()),
              number("%.2f s", line.seconds()),
              number("%.2f s", line.cpuSeconds()),
              number("%.2f", line.cpuSeconds() / line.seconds()),
              number("%.1f", line.tasks() / line.seconds()),
              number("%,.0f", line.tried() / line.seconds()),
              line.rate(0),
              line.rate(1),
              line.rate(2)));
    }
    Columns.print(rows, console.out());
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  private Map<String, Object> facts(Line line) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("instances", line.instances());
    facts.put("workers", line.workers());
    facts.put("wall_seconds", line.seconds());
    facts.put("cpu_seconds", line.cpuSeconds());
    facts.put("tasks_per_second", line.tasks() / line.seconds());
    facts.put("programs_per_second", line.tried() / line.seconds());
    facts.put("runs", line.reports().stream().map(PlayReport::facts).toList());
    return facts;
  }
}
