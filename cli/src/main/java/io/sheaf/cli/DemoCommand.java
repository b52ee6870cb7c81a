package io.sheaf.cli;

import io.sheaf.engine.merge.Merge;
import io.sheaf.engine.merge.RefusedException;
import io.sheaf.engine.merge.Validation;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.Definition;
import io.sheaf.engine.run.Run;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunEnd;
import io.sheaf.engine.run.RunOptions;
import io.sheaf.workloads.cohort.synth.ColumnSet;
import io.sheaf.workloads.cohort.synth.Coupling;
import io.sheaf.workloads.cohort.synth.SyntheticCohort;
import io.sheaf.workloads.cohort.synth.TruthFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf demo`: the main job end to end, on data whose couplings are known.
@Command(
    footer = {
      "%nWrites a synthetic cohort of 60 users, runs k6_full on it as 4 shards, merges and"
          + " validates them, runs k6_sound, and compares both with what was planted. Everything"
          + " stays in one directory to look at.",
      "%n`augment`: makes variants of sample posts as 2 shards, merges and verifies them, and"
          + " removes the shards."
    })
final class DemoCommand implements Callable<Integer> {
  private static final int USERS = 60;
  private static final int ROWS = 2287;
  private static final int SHARDS = 4;

  private final Console console;
  private final List<List<String>> times = new ArrayList<>();

  /// What can be shown.
  private enum Job {
    COHORT,
    AUGMENT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(
      arity = "0..1",
      paramLabel = "JOB",
      defaultValue = "cohort",
      description = "${COMPLETION-CANDIDATES}; default: cohort.")
  private Job job = Job.COHORT;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to put everything, new or empty; default: a new one below runs.")
  private @Nullable Path out;

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, RefusedException {
    long began = System.nanoTime();
    Path directory =
        (out == null
                ? RunDirectory.unique(Path.of("runs"), "demo", Shard.WHOLE)
                : RunDirectory.fresh(out))
            .path();
    if (job == Job.AUGMENT) {
      return new AugmentDemo(console).run(directory);
    }
    Path data = directory.resolve("data");
    console.say("demo: %d users of %d rows in %s".formatted(USERS, ROWS, data));
    SyntheticCohort.write(
        new SyntheticCohort.Options(USERS, ROWS, 1, ColumnSet.MINIMAL, false), data);
    RunSnapshot full = fullInShards(directory, data, lap("synthesis", began));
    long validated = System.nanoTime();
    RunSnapshot sound = run("k6_sound", data, directory.resolve("k6_sound"), Shard.WHOLE);
    ReportCommand.afterwards(full.directory().path(), console);
    ReportCommand.afterwards(sound.directory().path(), console);
    boolean fullIsValid = validate(full);
    boolean soundIsValid = validate(sound);
    lap("k6_sound, 1 process, and validation", validated);
    lap("in all", began);
    Map<String, Coupling> truth = TruthFile.read(data.resolve(SyntheticCohort.TRUTH_FILE));
    DemoSummary.print(truth, full, sound, console.out());
    tellWhere(directory);
    return fullIsValid && soundIsValid ? ExitCode.COMPLETE : ExitCode.REFUSED;
  }

  private RunSnapshot fullInShards(Path directory, Path data, long began)
      throws IOException, RefusedException {
    List<RunSnapshot> shards = new ArrayList<>();
    for (int i = 0; i < SHARDS; i++) {
      Path shard = directory.resolve("k6_full-s%dof%d".formatted(i, SHARDS));
      shards.add(run("k6_full", data, shard, new Shard(i, SHARDS)));
    }
    long merging = lap("k6_full, 4 shards one after the other", began);
    Path merged = directory.resolve("k6_full");
    Merge.write(shards, RunDirectory.fresh(merged));
    lap("merge", merging);
    return RunSnapshot.read(new RunDirectory(merged), console.catalogue()::workload);
  }

  private RunSnapshot run(String preset, Path data, Path directory, Shard shard)
      throws IOException {
    Subject subject = new Subject();
    subject.name = preset;
    subject.assignments.add("data_root=" + data);
    Definition definition = Choice.of(subject, console).definition();
    int workers = Runtime.getRuntime().availableProcessors();
    RunDirectory target = RunDirectory.fresh(directory);
    try (Display display = Display.of(Display.Kind.AUTO, console)) {
      display.notice(preset + (shard.isWhole() ? "" : ", shard " + shard) + " in " + directory);
      Run run = new Run(definition, new RunOptions(shard, workers, 0), display);
      Interrupts.onSignals(new Stopping(run, display, target), "INT", "TERM", "HUP");
      if (run.start(target).state() == RunEnd.State.STOPPED) {
        throw new InterruptedIOException("the demo was stopped");
      }
    }
    return RunSnapshot.read(target, console.catalogue()::workload);
  }

  private boolean validate(RunSnapshot run) throws IOException {
    boolean valid = true;
    for (Map.Entry<String, List<String>> file : Validation.of(run).entrySet()) {
      for (String problem : file.getValue()) {
        console.say("%s: %s: %s".formatted(run.directory(), file.getKey(), problem));
        valid = false;
      }
    }
    return valid;
  }

  /// Notes the time since, and gives the time now.
  private long lap(String what, long sinceNanos) {
    long now = System.nanoTime();
    times.add(List.of(what, "%.1f s".formatted((now - sinceNanos) / 1e9)));
    return now;
  }

  private void tellWhere(Path directory) throws IOException {
    console.out().println();
    Columns.print(times, console.out());
    console.out().println("peak memory  " + PeakMemory.words());
    console.out().println();
    console.out().println("merged tables  " + directory.resolve("k6_full").resolve("out"));
    console.out().println("sound tables   " + directory.resolve("k6_sound").resolve("out"));
    console.out().println("what was planted  " + directory.resolve("data").resolve("truth.csv"));
  }
}
