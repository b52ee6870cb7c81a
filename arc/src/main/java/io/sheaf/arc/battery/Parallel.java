package io.sheaf.arc.battery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Independent pieces of work on several threads, the results in order.
public final class Parallel {
  private Parallel() {}

  /// The results of 0 to n - 1.
  ///
  /// @param n how many
  /// @param workers threads, at least 1; the caller waits
  /// @param function what is done with each number; called by several threads at once
  /// @param <T> what comes of it
  /// @return n results
  /// @throws InterruptedException if the caller is interrupted; what runs is then interrupted too
  public static <T> List<T> map(int n, int workers, IntFunction<T> function)
      throws InterruptedException {
    List<@Nullable T> results = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      results.add(null);
    }
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, workers))) {
      for (int w = 0; w < workers; w++) {
        running.add(pool.submit(() -> pull(results, next, function)));
      }
      try {
        for (Future<?> one : running) {
          one.get();
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } finally {
        pool.shutdownNow();
      }
    }
    List<T> complete = new ArrayList<>();
    for (T result : results) {
      if (result == null) {
        throw new IllegalStateException("a piece of work has no result");
      }
      complete.add(result);
    }
    return complete;
  }

  private static <T> void pull(
      List<@Nullable T> results, AtomicInteger next, IntFunction<T> function) {
    for (int i = next.getAndIncrement();
        i < results.size() && !Thread.currentThread().isInterrupted();
        i = next.getAndIncrement()) {
      results.set(i, function.apply(i));
    }
  }
}
