package io.sheaf.engine.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// What a running unit may ask of the engine. Confined to the unit's thread.
public interface UnitContext {
  /// A seed for one purpose, the same in every run of this unit.
  long seed(String purpose);

  /// Number of this attempt at the unit, from 1.
  int attempt();

  /// Whether the unit should stop as soon as it can, by throwing [InterruptedException].
  boolean isCancelled();

  /// Throws if the unit should stop; called between long steps.
  default void checkCancelled() throws InterruptedException {
    if (isCancelled()) {
      throw new InterruptedException("cancelled");
    }
  }

  /// Begins a part of the work whose time is to be known; close it, in a try statement.
  Phase phase(String name);

  /// Adds to a counter of this attempt.
  void count(String counter, long amount);

  /// Adds processor time that a process of the unit took, to the attempt and its open phase.
  void spent(long cpuNanos);

  /// Tells how far the unit is; cheap.
  void progress(long done, long total);

  /// A moment from which a later attempt can go on, if it is handed the state.
  ///
  /// The state is asked for a few times a second at most, so call this as often as there is
  /// something to keep. Durable soon; replaces an earlier one.
  void checkpoint(Supplier<byte[]> state);

  /// The last state that an earlier attempt at this unit, with this input, handed over.
  Optional<byte[]> restored();

  /// Values shared by all runs on this machine; hits, misses and time saved are counted.
  Cache cache();

  /// An empty directory of this attempt, for artefacts and temporary files. Removed at its end.
  Path scratch() throws IOException;
}
