package io.sheaf.engine.plan;

/// A named part of a unit's work, from its making to its closing. Confined to the unit's thread.
///
/// While an inner phase is open the outer one stands still, so the times of all phases of a unit
/// never add up to more than the unit took.
public interface Phase extends AutoCloseable {
  @Override
  void close();
}
