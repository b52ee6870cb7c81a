package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Assignment;
import java.util.Map;

/// Runs units somewhere: on threads, in processes, on a cluster.
///
/// Every accepted assignment is reported exactly once to the listener the pool was made with, from
/// any thread. Called by the coordinator only.
public interface WorkerPool extends AutoCloseable {
  /// How many units can run at the same time.
  int slots();

  /// Starts a unit as soon as a slot is free, in the order of the calls; never blocks.
  void start(Assignment assignment);

  /// The workers at work, by the number of the unit they work on; what has only been handed out is
  /// not there.
  Map<Integer, String> running();

  /// The process of each worker that has one of its own.
  default Map<String, Long> processes() {
    return Map.of();
  }

  /// Asks the running units to stop as soon as they can, or after their next checkpoint.
  void stop(boolean atCheckpoint);

  /// Ends the workers, running units included, and waits for them.
  @Override
  void close();
}
