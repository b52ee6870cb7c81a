package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Workers that are threads of this process. Thread-safe.
///
/// A thread cannot be killed. A unit that takes too long is asked to stop; if it does not within
/// five seconds, its thread is left to itself and another takes its place.
public final class ThreadPool implements WorkerPool {
  private static final long GRACE_MILLIS = 5000;
  private static final long CLOSE_MILLIS = 60_000;
  private static final long LOOK_MILLIS = 50;

  private final Plan plan;
  private final Site site;
  private final Limits limits;
  private final PoolListener listener;
  private final BlockingQueue<Assignment> waiting = new LinkedBlockingQueue<>();
  private final List<Worker> workers = new ArrayList<>();
  private volatile boolean cancelled;

  /// Starts the threads.
  ///
  /// @param plan where assignments point to
  public ThreadPool(Plan plan, Site site, Limits limits, PoolListener listener) {
    this.plan = plan;
    this.site = site;
    this.limits = limits;
    this.listener = listener;
    for (int i = 1; i <= limits.slots(); i++) {
      workers.add(new Worker("worker-" + i));
    }
    workers.forEach(Thread::start);
    if (limits.timeout().isPresent()) {
      Thread.ofVirtual().start(this::watch);
    }
  }

  @Override
  public int slots() {
    return limits.slots();
  }

  @Override
  public void start(Assignment assignment) {
    waiting.add(assignment);
  }

  @Override
  public Map<Integer, String> running() {
    Map<Integer, String> running = new HashMap<>();
    synchronized (workers) {
      workers.forEach(worker -> worker.tell(running));
    }
    return running;
  }

  @Override
  public void stop(boolean atCheckpoint) {
    for (Assignment unbegun = waiting.poll(); unbegun != null; unbegun = waiting.poll()) {
      listener.ended(Completion.unbegun(unbegun));
    }
    synchronized (workers) {
      workers.forEach(worker -> worker.stopUnit(atCheckpoint));
    }
  }

  @Override
  public void close() {
    cancelled = true;
    stop(false);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CLOSE_MILLIS);
    for (Worker worker : List.copyOf(workers)) {
      worker.interrupt();
      long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
      try {
        if (!worker.join(Duration.ofMillis(left))) {
          throw new IllegalStateException("a unit does not stop");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /// Ends what takes too long, until the pool ends.
  private void watch() {
    long limit = limits.timeout().orElseThrow().toMillis();
    try {
      while (!cancelled) {
        Thread.sleep(LOOK_MILLIS);
        synchronized (workers) {
          workers.replaceAll(worker -> worker.isGivenUp(limit) ? successor(worker) : worker);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Worker successor(Worker stuck) {
    listener.notice(
        "%s does not stop a unit that took too long; another thread takes its place"
            .formatted(stuck.getName()));
    Worker next = new Worker(stuck.getName());
    next.start();
    return next;
  }

  private final class Worker extends Thread {
    private @Nullable RunningUnit current;
    private @Nullable Assignment attempt;
    private long startedMillis;
    private boolean timedOut;
    private boolean abandoned;

    Worker(String name) {
      super(name);
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        while (!cancelled && !isAbandoned()) {
          attempt(waiting.take());
        }
      } catch (InterruptedException _) {
        // The pool is closing.
      }
    }

    private void attempt(Assignment assignment) {
      UnitEvents events = new Relay(assignment, listener);
      RunningUnit unit =
          new RunningUnit(plan.units().get(assignment.unit()), assignment, site, events);
      begin(unit, assignment);
      Outcome outcome = unit.run();
      finish(unit, assignment, outcome);
    }

    private synchronized void begin(RunningUnit unit, Assignment assignment) {
      current = unit;
      attempt = assignment;
      startedMillis = System.currentTimeMillis();
      timedOut = false;
      if (cancelled) {
        unit.stop(false);
      }
    }

    private synchronized void finish(RunningUnit unit, Assignment assignment, Outcome outcome) {
      current = null;
      if (abandoned) {
        return;
      }
      Usage usage = unit.usage();
      Outcome told =
          timedOut && outcome instanceof Outcome.Cancelled
              ? new Outcome.TimedOut(usage.wallNanos() / 1_000_000)
              : outcome;
      if (timedOut && !cancelled) {
        interrupted();
      }
      listener.ended(new Completion(assignment, getName(), usage, told));
    }

    private synchronized void tell(Map<Integer, String> running) {
      if (current != null && attempt != null) {
        running.put(attempt.unit(), getName());
      }
    }

    private synchronized void stopUnit(boolean atCheckpoint) {
      if (current != null) {
        current.stop(atCheckpoint);
      }
    }

    private synchronized boolean isAbandoned() {
      return abandoned;
    }

    /// Asks a unit that takes too long to stop; whether it has been asked in vain.
    private synchronized boolean isGivenUp(long limitMillis) {
      RunningUnit unit = current;
      Assignment assignment = attempt;
      if (unit == null || assignment == null) {
        return false;
      }
      long millis = unit.usageMillis();
      if (millis > limitMillis && !timedOut) {
        timedOut = true;
        unit.stop(false);
        interrupt();
      }
      if (millis <= limitMillis + GRACE_MILLIS) {
        return false;
      }
      abandoned = true;
      Usage usage = Usage.ofWall(startedMillis, millis * 1_000_000);
      listener.ended(new Completion(assignment, getName(), usage, new Outcome.TimedOut(millis)));
      return true;
    }
  }
}
