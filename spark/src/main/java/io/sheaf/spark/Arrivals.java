package io.sheaf.spark;

import io.sheaf.engine.execute.RemotePool;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;

/// Learns from Spark which executors come, and why workers do not.
final class Arrivals extends SparkListener {
  private static final long LOOK_MILLIS = 50;

  /// How long others that were started together with the first may take.
  private static final long TOGETHER_MILLIS = 500;

  private final CountDownLatch executor = new CountDownLatch(1);
  private final AtomicInteger cores = new AtomicInteger();
  private volatile @Nullable RemotePool pool;

  void tell(RemotePool newPool) {
    pool = newPool;
  }

  /// Waits for the first executor, and a moment for others.
  ///
  /// @return whether one has come, and the waiting was not interrupted
  boolean await(JavaSparkContext context) {
    try {
      while (!executor.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (context.sc().isStopped()) {
          return false;
        }
      }
      Thread.sleep(TOGETHER_MILLIS);
      return true;
    } catch (InterruptedException _) {
      return false;
    }
  }

  /// Of the executors that have come so far.
  int cores() {
    return cores.get();
  }

  @Override
  public void onExecutorAdded(SparkListenerExecutorAdded added) {
    cores.addAndGet(added.executorInfo().totalCores());
    executor.countDown();
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    RemotePool present = pool;
    if (present != null && end.reason() instanceof TaskFailedReason reason) {
      present.sorry(
          reason instanceof ExceptionFailure failure
              ? "an executor cannot work: %s: %s"
                  .formatted(failure.className(), FirstLine.of(failure.description()))
              : "an executor was lost: " + FirstLine.of(reason.toErrorString()));
    }
  }
}
