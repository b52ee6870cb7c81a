package io.sheaf.engine.execute;

import java.util.List;

/// How a child process is started.
@FunctionalInterface
public interface ChildCommand {
  /// The command line of a child that runs [ChildWorker#serve].
  ///
  /// @param worker its name, as in `worker-1`
  /// @param heapFactor how much more memory than usual it gets
  List<String> of(String worker, int heapFactor);
}
