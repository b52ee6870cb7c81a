package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sheaf cluster up`.
@Command(
    description = "Starts a Spark on this machine, for trying and testing; prints its URL.",
    footer = {
      "%nA master and its workers, each a process of its own, all on loopback, one executor of one"
          + " core a worker. They go on until `sheaf cluster down`, or until the process that keeps"
          + " them ends, however it ends."
    })
final class ClusterUpCommand implements Callable<Integer> {
  private static final long LOOK_MILLIS = 100;
  private static final long MOST_MILLIS = 180_000;

  private final Console console;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many; default: 2.")
  private int workers = 2;

  @Option(
      names = "--with",
      paramLabel = "PID",
      description = "End when this process does, as in --with $$.")
  private @Nullable Long companion;

  @Mixin private final ClusterDirectory place = new ClusterDirectory();

  ClusterUpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (workers < 1) {
      throw new ConfigurationException("--workers " + workers + ": expected 1 or more");
    }
    if (companion != null && ProcessHandle.of(companion).isEmpty()) {
      throw new ConfigurationException("--with " + companion + ": there is no such process");
    }
    Path directory = place.path(console);
    if (ClusterDirectory.hasKeeper(directory)) {
      throw new ConfigurationException(
          "there is a cluster already; `sheaf cluster status` shows it, `sheaf cluster down` ends"
              + " it, --dir makes another");
    }
    ClusterDirectory.create(directory);
    ClusterDirectory.clear(directory);
    ClusterDirectory.clearLogs(directory);
    Files.createDirectories(ClusterDirectory.logs(directory));
    Files.createFile(ClusterDirectory.wanted(directory));
    Process keeper = keeper(directory);
    try {
      ClusterDirectory.Address master = await(directory, keeper);
      console.say(
          "%d workers are up; `sheaf run ... --on %s`, then `sheaf cluster down`; page %s"
              .formatted(workers, master.url(), master.page()));
      console.out().println(master.url());
      return ExitCode.COMPLETE;
    } catch (IOException e) {
      Files.deleteIfExists(ClusterDirectory.wanted(directory));
      throw e;
    }
  }

  private Process keeper(Path directory) throws IOException {
    List<String> command = new ArrayList<>(ChildProcess.java("64m"));
    command.addAll(
        List.of(ClusterKeeper.class.getName(), directory.toString(), Integer.toString(workers)));
    if (companion != null) {
      command.add(Long.toString(companion));
    }
    Path log = ClusterDirectory.logs(directory).resolve("keeper.log");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private ClusterDirectory.Address await(Path directory, Process keeper) throws IOException {
    long end = System.nanoTime() + MOST_MILLIS * 1_000_000;
    try {
      while (keeper.isAlive() && System.nanoTime() < end) {
        Optional<ClusterDirectory.Address> master = ClusterDirectory.address(directory);
        if (master.isPresent() && ClusterPage.read(master.get()).workers() >= workers) {
          return master.get();
        }
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the cluster was starting");
    }
    throw new IOException("the cluster does not start; see " + ClusterDirectory.logs(directory));
  }
}
