package io.sheaf.cli;

import io.sheaf.engine.execute.ProcessTree;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds the processes of a cluster on this machine. Not for people: `sheaf cluster up` starts it.
///
/// They read from it, and end when it does, however that is.
final class ClusterKeeper {
  private static final long LOOK_MILLIS = 100;
  private static final String NODE = "io.sheaf.spark.Node";

  private final Path directory;
  private final List<Process> nodes = new ArrayList<>();
  private volatile boolean asked;

  private ClusterKeeper(Path directory) {
    this.directory = directory;
  }

  /// Keeps a cluster until it is not wanted any more.
  ///
  /// @param args the directory, the number of workers, and a process to end with if there is one
  public static void main(String[] args) throws IOException, InterruptedException {
    Path directory = Path.of(args[0]);
    Optional<FileChannel> lock = ClusterDirectory.lock(directory);
    if (lock.isEmpty()) {
      return;
    }
    try (FileChannel _ = lock.get()) {
      ClusterKeeper keeper = new ClusterKeeper(directory);
      Interrupts.onSignals(() -> keeper.asked = true, "TERM");
      Interrupts.onSignals(() -> {}, "INT", "HUP");
      Optional<ProcessHandle> companion =
          args.length > 2 ? ProcessHandle.of(Long.parseLong(args[2])) : Optional.empty();
      try {
        if (args.length == 2 || companion.isPresent()) {
          keeper.keep(Integer.parseInt(args[1]), companion);
        }
      } finally {
        keeper.end();
      }
    }
  }

  private void keep(int workers, Optional<ProcessHandle> companion)
      throws IOException, InterruptedException {
    start("master", List.of("master", ClusterDirectory.master(directory).toString()));
    boolean started = false;
    while (isWanted(companion)) {
      Optional<ClusterDirectory.Address> master = ClusterDirectory.address(directory);
      if (!started && master.isPresent()) {
        started = true;
        for (int i = 1; i <= workers; i++) {
          String work = directory.resolve("work").resolve("worker-" + i).toString();
          start("worker-" + i, List.of("worker", master.get().url(), work));
        }
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  /// Without its master a cluster is none.
  private boolean isWanted(Optional<ProcessHandle> companion) {
    return !asked
        && nodes.getFirst().isAlive()
        && Files.exists(ClusterDirectory.wanted(directory))
        && companion.filter(one -> !one.isAlive()).isEmpty();
  }

  private void start(String name, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(ChildProcess.java("512m"));
    command.add("-Dspark.deploy.maxExecutorRetries=-1");
    command.add("-Dspark.master.rest.enabled=false");
    command.add("-Dsheaf.spark.log=info");
    command.add(NODE);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Path log = ClusterDirectory.logs(directory).resolve(name + ".log");
    builder.redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME",
                System.getProperty("sheaf.spark", ""),
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "SPARK_LOCAL_DIRS",
                directory.resolve("work").resolve("local").toString(),
                "JAVA_HOME",
                System.getProperty("java.home")));
    nodes.add(builder.start());
  }

  private void end() throws IOException {
    nodes.forEach(node -> ProcessTree.kill(node.toHandle()));
    nodes.forEach(node -> node.onExit().join());
    ClusterDirectory.clear(directory);
  }
}
