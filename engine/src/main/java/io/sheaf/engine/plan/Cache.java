package io.sheaf.engine.plan;

import java.io.IOException;

/// Values that need not be computed twice, shared by all runs on a machine. Thread-safe.
public interface Cache {
  /// A cache that keeps nothing.
  Cache NONE = (_, computation) -> computation.compute();

  /// The value of a key, computed if it is not there.
  ///
  /// Two callers may compute the same value at the same time; both get the same bytes as long as
  /// the key names everything the value depends on.
  ///
  /// @param key digest of everything the value depends on, the version of the code included
  byte[] get(String key, Computation computation) throws IOException, InterruptedException;

  /// Makes a value.
  @FunctionalInterface
  interface Computation {
    byte[] compute() throws IOException, InterruptedException;
  }
}
