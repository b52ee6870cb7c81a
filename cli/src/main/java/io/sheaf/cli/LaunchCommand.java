package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.ShellWord;
import io.sheaf.engine.merge.RefusedException;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sheaf launch`.
@Command(
    footer = {
      "%nOne queue: a worker that is through takes over what slow ones have not begun. With"
          + " --static each shard is a run of its own in a directory of its own, as the scripts had"
          + " it; they are merged at the end.",
      "%nThe first ^C lets the running units finish; what is left can be resumed."
    })
final class LaunchCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final Subject subject = new Subject();

  @Option(
      names = "--shards",
      paramLabel = "N",
      defaultValue = "auto",
      description = "Worker processes; auto: as many as cores and memory allow. Default: auto.")
  private String shards = "auto";

  @Option(names = "--static", description = "Independent runs of each shard, merged at the end.")
  private boolean isStatic;

  @Mixin private final Bounds bounds = new Bounds();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where everything goes, new or empty; the same again to go on after a stop.")
  private @Nullable Path out;

  @Mixin private final Followers followers = new Followers();

  @Option(names = "--no-merge", description = "Stop after the shards; merge and validate nothing.")
  private boolean noMerge;

  @Option(names = "--force", description = "Start even if the machine is too small.")
  private boolean force;

  @Option(names = "--dry-run", description = "Print the commands that would be run.")
  private boolean dryRun;

  LaunchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, RefusedException {
    Launch launch = Launch.prepare(subject, null, null, console);
    bounds.check();
    followers.check(console);
    if (isStatic && !followers.isEmpty()) {
      throw new ConfigurationException(
          "--notify and --metrics tell of one run; with --static there are several: give them to"
              + " `sheaf run --shard`");
    }
    String workerHeap = bounds.heapOf(launch.choice());
    int workers = workers(Capacity.bytes(workerHeap));
    Path directory = directory(launch);
    List<List<String>> commands = commands(directory, workers, workerHeap);
    if (dryRun) {
      commands.forEach(command -> console.out().println(joined(command)));
      return ExitCode.COMPLETE;
    }
    weigh(launch, directory, workers, workerHeap);
    StaticShards all = new StaticShards(console, directory, workerHeap);
    int code = isStatic ? all.run(commands) : Sheaf.execute(console, arguments(commands));
    if (isStatic && code <= ExitCode.UNITS_FAILED && !noMerge) {
      return merged(all, code);
    }
    if (!isStatic && code <= ExitCode.UNITS_FAILED) {
      WorkerSummary.lines(directory).forEach(console::say);
      return noMerge ? code : Math.max(code, validated(directory));
    }
    return code;
  }

  private int merged(StaticShards all, int code) throws IOException {
    List<String> merge = new ArrayList<>(List.of("merge", "--shards"));
    all.directories().forEach(shard -> merge.add(shard.toString()));
    Path target = all.merged();
    merge.addAll(List.of("--output", target.toString()));
    if (!new RunDirectory(target).isRun()) {
      int merged = Sheaf.execute(console, merge.toArray(String[]::new));
      if (merged > ExitCode.UNITS_FAILED) {
        return merged;
      }
    }
    return Math.max(code, validated(target));
  }

  private int validated(Path directory) {
    return Sheaf.execute(console, "validate", directory.toString());
  }

  private int workers(long heapBytes) {
    if (shards.equals("auto")) {
      return Capacity.ofMachine().most(heapBytes);
    }
    if (!shards.matches("[1-9][0-9]{0,5}")) {
      throw new ConfigurationException(
          "--shards " + shards + ": expected a number from 1, or auto");
    }
    return Integer.parseInt(shards);
  }

  private Path directory(Launch launch) throws IOException {
    if (out != null) {
      return out;
    }
    Path runs = Path.of("runs");
    String name = launch.choice().definition().name();
    return dryRun ? runs.resolve(name) : RunDirectory.unique(runs, name, Shard.WHOLE).path();
  }

  private void weigh(Launch launch, Path directory, int workers, String workerHeap)
      throws IOException {
    Plan plan = launch.choice().definition().plan();
    List<String> objections =
        new ArrayList<>(Capacity.ofMachine().objections(workers, Capacity.bytes(workerHeap)));
    objections.addAll(Capacity.objections(directory, plan.size()));
    if (!objections.isEmpty() && !force) {
      throw new ConfigurationException(
          String.join("; ", objections) + ", or --force to start all the same");
    }
    objections.forEach(console::say);
    console.say(
        "%d units, %d workers with a heap of %s each, %d cores, %s of memory"
            .formatted(
                plan.size(),
                workers,
                workerHeap,
                Capacity.ofMachine().cores(),
                MachineCheck.gibibytes(Capacity.ofMachine().memoryBytes())));
  }

  /// One command for all workers, or one for each shard.
  private List<List<String>> commands(Path directory, int workers, String workerHeap) {
    List<String> common = new ArrayList<>(List.of("sheaf", "run"));
    RunDirectory run = new RunDirectory(directory);
    if (!isStatic && run.isRun()) {
      common.addAll(List.of("--resume", directory.toString()));
    }
    common.addAll(subject.arguments());
    common.addAll(bounds.arguments(workerHeap));
    if (!isStatic) {
      common.addAll(List.of("--isolate", "processes", "--workers", Integer.toString(workers)));
      common.addAll(followers.arguments());
      if (!run.isRun()) {
        common.addAll(List.of("--out", directory.toString()));
      }
      return List.of(common);
    }
    List<List<String>> commands = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      List<String> command = new ArrayList<>(common);
      Path shard = StaticShards.directory(directory, i, workers);
      command.addAll(List.of("--workers", "1", "--shard", i + "/" + workers));
      command.addAll(
          List.of(new RunDirectory(shard).isRun() ? "--resume" : "--out", shard.toString()));
      commands.add(command);
    }
    return commands;
  }

  private static String[] arguments(List<List<String>> commands) {
    List<String> command = commands.getFirst();
    return command.subList(1, command.size()).toArray(String[]::new);
  }

  private static String joined(List<String> command) {
    return String.join(" ", command.stream().map(ShellWord::quoted).toList());
  }
}
