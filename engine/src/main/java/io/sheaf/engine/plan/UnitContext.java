package io.sheaf.engine.plan;

/// What a running unit may ask of the engine. Confined to the unit's thread.
public interface UnitContext {
  /// A seed for one purpose, the same in every run of this unit.
  long seed(String purpose);

  /// Whether the unit should stop as soon as it can, by throwing [InterruptedException].
  boolean isCancelled();

  /// Throws if the unit should stop; called between long steps.
  default void checkCancelled() throws InterruptedException {
    if (isCancelled()) {
      throw new InterruptedException("cancelled");
    }
  }
}
