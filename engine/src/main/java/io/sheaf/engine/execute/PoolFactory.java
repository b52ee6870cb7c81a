package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Plan;
import java.io.IOException;

/// Opens a pool for one run.
@FunctionalInterface
public interface PoolFactory {
  /// Opens the workers.
  ///
  /// @param plan where assignments point to
  /// @throws IOException if there are no workers to be had
  WorkerPool open(Plan plan, Site site, Limits limits, PoolListener listener) throws IOException;
}
