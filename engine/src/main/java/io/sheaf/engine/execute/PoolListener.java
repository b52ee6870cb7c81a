package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Assignment;
import java.util.Optional;

/// Who is told what happens to the units of a pool. Thread-safe: workers call it. Nothing in it
/// throws: the worker would not know what to do.
public interface PoolListener {
  /// An attempt ended, one way or another.
  void ended(Completion completion);

  /// A unit failed in a way its workload did not foresee; its end follows.
  ///
  /// @param trace the stack trace
  void defect(Assignment attempt, String trace);

  /// A unit handed over a state from which a later attempt can go on.
  void saved(Assignment attempt, byte[] state);

  /// The state from which this attempt can go on.
  Optional<byte[]> restored(Assignment attempt);

  /// A unit tells how far it is.
  void advanced(Assignment attempt, long done, long total);

  /// No unit can be run here any more.
  void broken(String why);

  /// Something happened to a worker that a person should know.
  void notice(String line);
}
