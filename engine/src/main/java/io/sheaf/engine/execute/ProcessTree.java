package io.sheaf.engine.execute;

import java.util.List;

/// A process with all it has started.
public final class ProcessTree {
  private ProcessTree() {}

  /// Kills a process and everything below it, at once.
  public static void kill(ProcessHandle root) {
    List<ProcessHandle> below = root.descendants().toList();
    root.destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
  }

  /// Kills everything below a process.
  public static void endDescendants(ProcessHandle root) {
    root.descendants().toList().forEach(ProcessHandle::destroyForcibly);
  }
}
