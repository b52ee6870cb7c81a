package io.sheaf.spark;

import io.sheaf.engine.execute.Cluster;
import io.sheaf.engine.execute.Lease;
import io.sheaf.engine.execute.Limits;
import io.sheaf.engine.execute.PoolListener;
import io.sheaf.engine.execute.RemotePool;
import io.sheaf.engine.execute.Site;
import io.sheaf.engine.execute.WorkerPool;
import io.sheaf.engine.plan.Plan;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;

/// Spark, with this process as its driver.
///
/// Each task of its one job is a worker: it connects to the driver's [RemotePool] and runs units
/// until the pool closes. Spark keeps as many of them as there are cores, and starts one anew where
/// an executor was lost.
final class SparkCluster implements Cluster {
  static final Lease LEASE = new Lease(Duration.ofSeconds(15), Duration.ofSeconds(25));

  /// More workers than there are cores wait, for executors that come later.
  private static final int SPARE = 4;

  private static final int FEWEST = 256;
  private static final int LOOK_MILLIS = 1000;

  private final MasterUrl master;
  private final JavaSparkContext context;
  private final OptionalInt most;
  private final Arrivals arrivals = new Arrivals();

  SparkCluster(MasterUrl master, JavaSparkContext context, OptionalInt most) {
    this.master = master;
    this.context = context;
    this.most = most;
    context.sc().addSparkListener(arrivals);
  }

  /// Waits until an executor has come.
  ///
  /// @return whether one has, and not Spark ended before
  boolean hasExecutor() {
    return master.isLocal() || arrivals.await(context);
  }

  @Override
  public int slots() {
    return master.isLocal()
        ? context.defaultParallelism()
        : most.orElseGet(() -> Math.max(1, arrivals.cores()));
  }

  @Override
  public WorkerPool open(Plan plan, Site site, Limits limits, PoolListener listener)
      throws IOException {
    String host = context.getConf().get("spark.driver.host");
    String address = context.getConf().get("spark.driver.bindAddress", host);
    RemotePool pool =
        new RemotePool(plan, site, limits, listener, LEASE, InetAddress.getByName(address));
    arrivals.tell(pool);
    Path directory = site.directory().toAbsolutePath();
    WorkerTask task =
        new WorkerTask(pool.invitation(host), directory.toString(), context.version());
    int workers = most.orElse(Math.max(FEWEST, SPARE * slots()));
    List<Integer> places = Collections.nCopies(workers, 0);
    JavaFutureAction<Void> job = context.parallelize(places, workers).foreachAsync(task);
    Thread.ofVirtual().start(() -> follow(job, pool));
    try {
      pool.awaitFirst(LEASE.start());
      return new SparkPool(pool, job);
    } catch (IOException e) {
      new SparkPool(pool, job).close();
      throw e;
    } catch (TimeoutException e) {
      new SparkPool(pool, job).close();
      throw new IOException(
          "no executor of %s has connected to %s within %d s; can it reach this machine?"
              .formatted(master.url(), host, LEASE.start().toSeconds()),
          e);
    }
  }

  /// Tells when Spark gives up, or is not there any more: it would wait for its master for ever.
  private void follow(JavaFutureAction<Void> job, RemotePool pool) {
    long alive = System.nanoTime();
    try {
      while (System.nanoTime() - alive < LEASE.start().toNanos()) {
        if (isDone(job)) {
          pool.fail(master.url() + " has let all workers go");
          return;
        }
        if (pool.hasWorkers() || master.answers()) {
          alive = System.nanoTime();
        }
      }
      pool.fail(master.url() + " does not answer any more");
    } catch (ExecutionException e) {
      pool.fail(master.url() + ": " + FirstLine.of(e));
    } catch (InterruptedException | CancellationException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isDone(JavaFutureAction<Void> job)
      throws ExecutionException, InterruptedException {
    try {
      job.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
