package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Seeds;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitFailedException;
import io.sheaf.engine.plan.UnitRunner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Workers that are threads of this process. Thread-safe.
public final class ThreadPool implements WorkerPool {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Plan plan;
  private final UnitRunner runner;
  private final int slots;
  private final PoolListener listener;
  private final ExecutorService threads;
  private volatile boolean cancelled;

  /// Starts the threads.
  ///
  /// @param plan where assignments point to
  /// @param runner runs the units
  /// @param workers number of threads
  public ThreadPool(Plan plan, UnitRunner runner, int workers, PoolListener listener) {
    this.plan = plan;
    this.runner = runner;
    this.slots = workers;
    this.listener = listener;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            workers,
            task -> {
              Thread thread = new Thread(task, "worker-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public int slots() {
    return slots;
  }

  @Override
  public void start(Assignment assignment) {
    threads.execute(() -> listener.ended(run(assignment)));
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public void close() {
    cancel();
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("a unit does not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Completion run(Assignment assignment) {
    long wall = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    Outcome outcome = outcome(plan.units().get(assignment.unit()));
    return new Completion(
        assignment,
        Thread.currentThread().getName(),
        System.nanoTime() - wall,
        THREADS.getCurrentThreadCpuTime() - cpu,
        outcome);
  }

  /// The boundary at which whatever a unit throws becomes an outcome.
  @SuppressWarnings("CatchThrowable")
  private Outcome outcome(Unit unit) {
    try {
      return new Outcome.Done(runner.run(unit, new Context(unit)));
    } catch (UnitFailedException e) {
      return new Outcome.Failed(messageOf(e), true);
    } catch (OutOfMemoryError e) {
      return new Outcome.OutOfMemory(messageOf(e));
    } catch (Throwable e) {
      if (cancelled) {
        return new Outcome.Cancelled();
      }
      if (e instanceof IOException) {
        return new Outcome.Failed(messageOf(e), true);
      }
      listener.defect(unit, e);
      return new Outcome.Failed(e.getClass().getSimpleName() + ": " + messageOf(e), false);
    }
  }

  private static String messageOf(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private final class Context implements UnitContext {
    private final Unit unit;

    Context(Unit unit) {
      this.unit = unit;
    }

    @Override
    public long seed(String purpose) {
      return Seeds.of(plan.seed(), unit.id(), purpose);
    }

    @Override
    public boolean isCancelled() {
      return cancelled || Thread.currentThread().isInterrupted();
    }
  }
}
