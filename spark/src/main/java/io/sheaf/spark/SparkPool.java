package io.sheaf.spark;

import io.sheaf.engine.execute.RemotePool;
import io.sheaf.engine.execute.WorkerPool;
import io.sheaf.engine.plan.Assignment;
import java.util.Map;
import org.apache.spark.api.java.JavaFutureAction;

/// A pool, and the job whose tasks are its workers.
record SparkPool(RemotePool pool, JavaFutureAction<Void> job) implements WorkerPool {
  @Override
  public int slots() {
    return pool.slots();
  }

  @Override
  public void start(Assignment assignment) {
    pool.start(assignment);
  }

  @Override
  public Map<Integer, String> running() {
    return pool.running();
  }

  @Override
  public void stop(boolean atCheckpoint) {
    pool.stop(atCheckpoint);
  }

  @Override
  public void close() {
    pool.close();
    job.cancel(true);
  }
}
