package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Assignment;

/// Runs units somewhere: on threads, in processes, on a cluster.
///
/// Every accepted assignment is reported exactly once to the listener the pool was made with, from
/// any thread. Called by the coordinator only.
public interface WorkerPool extends AutoCloseable {
  /// How many units can run at the same time.
  int slots();

  /// Starts a unit; never blocks. At most as many as there are slots may be under way.
  void start(Assignment assignment);

  /// Asks the running units to stop as soon as they can.
  void cancel();

  /// Ends the workers, running units included, and waits for them.
  @Override
  void close();
}
