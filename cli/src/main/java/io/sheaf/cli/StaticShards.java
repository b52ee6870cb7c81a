package io.sheaf.cli;

import io.sheaf.engine.schedule.TimeRange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Independent runs of the shards of one plan, side by side, each in a process of its own.
final class StaticShards {
  private static final List<String> HEAD = List.of("shard", "process", "exit code", "time", "log");

  private final Console console;
  private final Path directory;
  private final String heap;
  private final List<Path> directories = new ArrayList<>();

  StaticShards(Console console, Path directory, String heap) {
    this.console = console;
    this.directory = directory;
    this.heap = heap;
  }

  /// Where a shard is run.
  static Path directory(Path directory, int index, int count) {
    return directory.resolve("s" + index + "of" + count);
  }

  List<Path> directories() {
    return directories;
  }

  Path merged() {
    return directory.resolve("merged");
  }

  private record Running(Process process, Path log, long beganNanos) {}

  /// Runs the commands to their ends. One that fails leaves the others running.
  ///
  /// @return the gravest exit code
  int run(List<List<String>> commands) throws IOException {
    Files.createDirectories(directory);
    List<Running> running = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      running.add(start(commands.get(i), i, commands.size()));
    }
    Interrupts.onSignals(
        () -> running.forEach(one -> one.process().destroy()), "INT", "TERM", "HUP");
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    int gravest = ExitCode.COMPLETE;
    for (int i = 0; i < running.size(); i++) {
      Running one = running.get(i);
      int code = end(one);
      gravest = Math.max(gravest, code);
      Duration took = Duration.ofNanos(System.nanoTime() - one.beganNanos());
      rows.add(
          List.of(
              i + "/" + running.size(),
              Long.toString(one.process().pid()),
              Integer.toString(code),
              TimeRange.words(took),
              one.log().toString()));
    }
    TextTable.lines(rows).forEach(console::say);
    return gravest;
  }

  private Running start(List<String> command, int index, int count) throws IOException {
    Path shard = directory(directory, index, count);
    directories.add(shard);
    Path log = directory.resolve("s" + index + "of" + count + ".log");
    List<String> whole = new ArrayList<>(ChildProcess.java(heap));
    whole.add(Sheaf.class.getName());
    whole.addAll(command.subList(1, command.size()));
    whole.addAll(List.of("--progress", "plain"));
    ProcessBuilder builder = new ProcessBuilder(whole);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process process = builder.start();
    process.getOutputStream().close();
    console.say("shard %d/%d is process %d, log %s".formatted(index, count, process.pid(), log));
    return new Running(process, log, System.nanoTime());
  }

  private static int end(Running one) throws InterruptedIOException {
    try {
      return one.process().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException stopped = new InterruptedIOException("interrupted");
      stopped.initCause(e);
      throw stopped;
    }
  }
}
