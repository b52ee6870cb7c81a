package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.observe.RunJson;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.observe.RunWatch;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf watch`.
@Command(
    footer = {
      "%nReads only. With --follow on a terminal it fills the screen (q quits, ? shows the keys);"
          + " elsewhere it prints a block every interval, and ends when nothing runs any more."
    })
final class WatchCommand implements Callable<Integer> {
  private static final int LEAST_MILLIS = 100;

  private final Console console;

  @Parameters(
      arity = "0..*",
      paramLabel = "DIR",
      description = "Run directories; default: those in --runs.")
  private List<Path> directories = new ArrayList<>();

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Where runs are looked for if none is named; default: runs.")
  private Path runs = Path.of("runs");

  @Option(names = "--follow", description = "Go on until nothing runs any more.")
  private boolean follow;

  @Option(
      names = "--interval",
      paramLabel = "S",
      defaultValue = "2",
      description = "Seconds between looks with --follow; default: 2.")
  private double interval;

  @Option(names = "--json", description = "As JSON; with --follow a line for each look.")
  private boolean json;

  WatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!(interval * 1000 >= LEAST_MILLIS)) {
      throw new ConfigurationException("--interval " + interval + ": expected 0.1 or more seconds");
    }
    RunWatch watch = new RunWatch(Clock.systemUTC());
    List<RunDirectory> wanted = wanted();
    boolean screen = follow && !json && console.screen().outIsTerminal();
    if (screen && new WatchScreen(watch, wanted, Math.round(interval * 1000), console).fill()) {
      return ExitCode.COMPLETE;
    }
    while (show(watch, wanted) && follow) {
      pause();
    }
    return ExitCode.COMPLETE;
  }

  /// Prints all runs.
  ///
  /// @return whether one of them goes on
  private boolean show(RunWatch watch, List<RunDirectory> wanted) throws IOException {
    List<RunView> views = new ArrayList<>();
    for (RunDirectory directory : wanted) {
      views.add(watch.look(directory));
    }
    Instant now = watch.clock().instant();
    if (json) {
      console.out().println(RunJson.of(views, now));
    } else {
      int columns = console.screen().outIsTerminal() ? console.screen().columns() : WIDE;
      Paint paint = new Paint(console.coloursOut());
      WatchText text = new WatchText(now, ZoneId.systemDefault(), columns, paint);
      text.lines(views).forEach(console.out()::println);
    }
    console.flush();
    return views.stream().anyMatch(view -> view.state().isAlive());
  }

  /// Of lines that go to a file or another program.
  private static final int WIDE = 200;

  private List<RunDirectory> wanted() throws IOException {
    if (!directories.isEmpty()) {
      return directories.stream().map(RunDirectory::new).toList();
    }
    List<RunDirectory> found = below(runs);
    if (found.isEmpty()) {
      throw new ConfigurationException(
          "no runs in %s; name run directories, or where they are with --runs".formatted(runs));
    }
    return found;
  }

  static List<RunDirectory> below(Path runs) throws IOException {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(runs)) {
      return children.sorted().map(RunDirectory::new).filter(RunWatch::isRun).toList();
    }
  }

  private void pause() throws InterruptedIOException {
    try {
      Thread.sleep(Math.round(interval * 1000));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
    if (!json) {
      console.out().println();
    }
  }
}
