package io.sheaf.engine.plan;

import java.io.IOException;

/// Runs units of one plan. Thread-safe: workers call it at the same time.
@FunctionalInterface
public interface UnitRunner {
  /// Runs one unit to its end.
  ///
  /// @throws UnitFailedException if the unit cannot be done for a foreseen reason
  /// @throws IOException if an input cannot be read; the message names it
  /// @throws InterruptedException if it was cancelled
  UnitOutput run(Unit unit, UnitContext context) throws IOException, InterruptedException;

  /// Gives back what it holds; called once, after the last unit.
  default void close() {}
}
