package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sheaf run`.
@Command(
    customSynopsis = {
      "sheaf run [OPTIONS] PRESET|FILE",
      "sheaf run [OPTIONS] command -- COMMAND ... [::: VALUE ...]",
      "sheaf run [OPTIONS] --resume DIR"
    },
    footer = {
      "%nA command runs once for each value behind :::, or each line of the standard input; {}"
          + " stands for the value, {.} {/} {//} {/.} for parts of a path, {1} {2} for the values"
          + " of several :::, {#} for the number of the unit.",
      "%nA later source of a value wins: default, preset, file, variable SHEAF_<KEY>, flag."
          + " `sheaf config` shows what comes out.",
      "%nThe first ^C hands out no more units and lets the running ones finish; the run can then be"
          + " resumed. The second ends at once and loses what is running."
    })
final class RunCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final Subject subject = new Subject();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Run the I-th of N parts, I from 0; the same command with each I makes all.")
  private @Nullable String shard;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description =
          "Go on in this run directory; without a preset, with the configuration it recorded.")
  private @Nullable Path resume;

  @Mixin private final Execution execution = new Execution();

  @Option(
      names = {"-k", "--keep-order"},
      description = "Print the output of commands in the order of the units, not as they end.")
  private boolean keepOrder;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The run directory itself, new or empty.")
  private @Nullable Path out;

  @Option(
      names = "--runs",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Where run directories with names of their own are made; default: runs.")
  private Path runs = Path.of("runs");

  @Option(names = "--dry-run", description = "Say what would be done; write nothing.")
  private boolean dryRun;

  @Option(names = "--json", description = "With --dry-run: the plan as JSON.")
  private boolean json;

  @Option(
      names = "--progress",
      paramLabel = "HOW",
      converter = Display.KindReader.class,
      defaultValue = "auto",
      description = "auto (a bar on a terminal, else plain), plain, json or off; default: auto.")
  private Display.Kind progress = Display.Kind.AUTO;

  @Mixin private final Followers followers = new Followers();

  RunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    check();
    Launch launch = Launch.prepare(subject, resume, shard, console);
    if (dryRun) {
      RunOptions options = execution.options(launch.shard());
      new DryRun(launch.choice().definition(), options, runs).print(json, console.out());
      return ExitCode.COMPLETE;
    }
    try (Elsewhere elsewhere = execution.connect(launch)) {
      return run(launch, elsewhere);
    }
  }

  private int run(Launch launch, Elsewhere elsewhere) throws IOException {
    boolean ownName = launch.directory().isEmpty() && out == null;
    RunDirectory directory = directory(launch);
    try {
      Display display = Display.of(progress, console);
      if (RunSession.prints(launch)) {
        display = new PrintedOutput(display, console, directory.out(), keepOrder);
      }
      return new RunSession(
              console, launch, execution.options(launch, directory, elsewhere, console), directory)
          .run(display, followers.open(directory, console), Set.of());
    } catch (ConfigurationException | IOException e) {
      if (ownName && !Files.exists(directory.record())) {
        Files.deleteIfExists(lock(directory));
        Files.deleteIfExists(directory.path());
      }
      throw e;
    }
  }

  private void check() {
    execution.check();
    followers.check(console);
    if (resume != null && out != null) {
      throw new ConfigurationException(
          "--resume and --out: expected one of them; both name the run directory");
    }
  }

  private RunDirectory directory(Launch launch) throws IOException {
    if (launch.directory().isPresent()) {
      RunDirectory named = launch.directory().get();
      return launch.isResumption() ? named : RunDirectory.fresh(named.path());
    }
    return out != null
        ? RunDirectory.fresh(out)
        : RunDirectory.unique(runs, launch.choice().definition().name(), launch.shard());
  }

  /// The first thing that a run puts into its directory.
  private static Path lock(RunDirectory directory) {
    return directory.path().resolve("run.lock");
  }
}
