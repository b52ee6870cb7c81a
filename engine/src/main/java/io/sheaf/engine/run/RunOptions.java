package io.sheaf.engine.run;

import io.sheaf.engine.cache.SharedCache;
import io.sheaf.engine.execute.Limits;
import io.sheaf.engine.execute.PoolFactory;
import io.sheaf.engine.execute.ThreadPool;
import io.sheaf.engine.plan.Shard;
import java.util.Optional;

/// How a run is carried out; nothing here changes its results.
///
/// @param shard the part of the plan
/// @param limits units at the same time, and how long each may take
/// @param retries further attempts at a unit after one kind of unexpected fault
/// @param pools opens the workers
/// @param cache values shared by all runs on this machine, if one is used
public record RunOptions(
    Shard shard, Limits limits, int retries, PoolFactory pools, Optional<SharedCache> cache) {
  public RunOptions {
    if (retries < 0) {
      throw new IllegalArgumentException("retries = " + retries + ", expected 0 or more");
    }
  }

  /// Threads of this process that take as long as they like, without a cache.
  public RunOptions(Shard shard, int workers, int retries) {
    this(shard, new Limits(workers, Optional.empty()), retries, ThreadPool::new, Optional.empty());
  }

  public int workers() {
    return limits.slots();
  }
}
