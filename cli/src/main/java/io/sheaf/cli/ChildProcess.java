package io.sheaf.cli;

import io.sheaf.engine.execute.ChildCommand;
import io.sheaf.engine.execute.ClassPath;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Starts worker processes like this process was started, with a heap of their own.
///
/// @param directory of the run
/// @param heap of each, as in `4g`
/// @param cache shared by all, if one is used
record ChildProcess(Path directory, String heap, Optional<Path> cache) implements ChildCommand {
  @Override
  public List<String> of(String worker, int heapFactor) {
    List<String> command = new ArrayList<>(java(times(heapFactor)));
    command.add(WorkerProcess.class.getName());
    command.add(directory.toAbsolutePath().toString());
    command.add(worker);
    cache.ifPresent(file -> command.add(file.toAbsolutePath().toString()));
    return command;
  }

  /// The start of a command line that runs a class of Sheaf in a process like this one.
  ///
  /// @param heap as in `4g`
  static List<String> java(String heap) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (!isOfThisProcess(option)) {
        command.add(option);
      }
    }
    command.addAll(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"));
    command.addAll(ClassPath.options());
    return command;
  }

  private static boolean isOfThisProcess(String option) {
    return option.startsWith("-Xmx")
        || option.startsWith("-XX:TieredStopAtLevel")
        || option.startsWith("-XX:CompileThresholdScaling")
        || option.startsWith("-agentlib")
        || option.startsWith("-javaagent")
        || option.startsWith("-Dsheaf.terminals");
  }

  private String times(int factor) {
    int end = heap.length() - 1;
    return Long.parseLong(heap.substring(0, end)) * factor + heap.substring(end);
  }
}
