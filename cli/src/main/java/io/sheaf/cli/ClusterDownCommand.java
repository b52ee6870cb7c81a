package io.sheaf.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `sheaf cluster down`.
@Command(description = "Ends the Spark on this machine, with all its processes and files.")
final class ClusterDownCommand implements Callable<Integer> {
  private static final long LOOK_MILLIS = 50;
  private static final long MOST_MILLIS = 30_000;

  private final Console console;

  @Mixin private final ClusterDirectory place = new ClusterDirectory();

  ClusterDownCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Path directory = place.path(console);
    if (!ClusterDirectory.hasKeeper(directory)) {
      console.say("no cluster is up");
      return ExitCode.COMPLETE;
    }
    Files.deleteIfExists(ClusterDirectory.wanted(directory));
    long end = System.nanoTime() + MOST_MILLIS * 1_000_000;
    try {
      while (ClusterDirectory.hasKeeper(directory)) {
        if (System.nanoTime() > end) {
          throw new IOException("the keeper of " + directory + " does not end");
        }
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted; the cluster still ends");
    }
    ClusterDirectory.clearLogs(directory);
    console.say("the cluster is down");
    return ExitCode.COMPLETE;
  }
}
