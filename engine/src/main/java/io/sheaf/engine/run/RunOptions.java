package io.sheaf.engine.run;

import io.sheaf.engine.plan.Shard;

/// How a run is carried out; nothing here changes its results.
///
/// @param shard the part of the plan
/// @param workers threads that run units
/// @param retries further attempts at a unit after one kind of unexpected fault
public record RunOptions(Shard shard, int workers, int retries) {
  public RunOptions {
    if (workers < 1) {
      throw new IllegalArgumentException("workers = " + workers + ", expected 1 or more");
    }
    if (retries < 0) {
      throw new IllegalArgumentException("retries = " + retries + ", expected 0 or more");
    }
  }
}
