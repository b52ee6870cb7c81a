package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Unit;

/// Who is told what happens to the units of a pool. Thread-safe: workers call it.
public interface PoolListener {
  /// An attempt ended, one way or another.
  void ended(Completion completion);

  /// A unit failed in a way its workload did not foresee; its end follows.
  ///
  /// Must not throw: the end would not be reported.
  void defect(Unit unit, Throwable cause);
}
