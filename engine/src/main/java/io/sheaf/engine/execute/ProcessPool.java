package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Workers that are processes of their own, kept warm, each with its own heap. Thread-safe.
///
/// What kills a worker costs the unit it ran, and nothing else: the next one starts in its place.
public final class ProcessPool implements WorkerPool {
  private static final long LOOK_MILLIS = 100;
  private static final long SLEPT_MILLIS = 1500;
  private static final int MOST_FALSE_STARTS = 3;

  private final Plan plan;
  private final Site site;
  private final Children children;
  private final Limits limits;
  private final PoolListener listener;
  private final BlockingQueue<Assignment> waiting = new LinkedBlockingQueue<>();
  private final List<Slot> slots = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger falseStarts = new AtomicInteger();
  private volatile boolean closed;

  /// How children are made and watched.
  ///
  /// @param command starts one
  /// @param lease how long one may be silent
  public record Children(ChildCommand command, Lease lease) implements PoolFactory {
    @Override
    public WorkerPool open(Plan plan, Site site, Limits limits, PoolListener listener) {
      return new ProcessPool(plan, site, limits, listener, this);
    }
  }

  private ProcessPool(
      Plan plan, Site site, Limits limits, PoolListener listener, Children children) {
    this.plan = plan;
    this.site = site;
    this.children = children;
    this.limits = limits;
    this.listener = listener;
    for (int i = 1; i <= limits.slots(); i++) {
      slots.add(new Slot("worker-" + i));
    }
    slots.forEach(slot -> threads.add(Thread.ofPlatform().daemon().name(slot.name).start(slot)));
    Thread.ofPlatform().daemon().name("lease").start(this::watch);
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
    for (Slot slot : slots) {
      Assignment attempt = slot.current;
      if (attempt != null) {
        running.put(attempt.unit(), slot.name);
      }
    }
    return running;
  }

  @Override
  public Map<String, Long> processes() {
    Map<String, Long> processes = new TreeMap<>();
    for (Slot slot : slots) {
      Child child = slot.child;
      if (child != null && child.isAlive()) {
        processes.put(slot.name, child.pid());
      }
    }
    return processes;
  }

  @Override
  public void stop(boolean atCheckpoint) {
    for (Assignment unbegun = waiting.poll(); unbegun != null; unbegun = waiting.poll()) {
      listener.ended(Completion.unbegun(unbegun));
    }
    slots.forEach(slot -> slot.stop(atCheckpoint));
  }

  @Override
  public void close() {
    closed = true;
    slots.forEach(Slot::end);
    threads.forEach(Thread::interrupt);
  }

  /// Looks after children that are silent and units that take too long.
  private void watch() {
    long before = System.nanoTime();
    try {
      while (!closed) {
        Thread.sleep(LOOK_MILLIS);
        long now = System.nanoTime();
        boolean slept = TimeUnit.NANOSECONDS.toMillis(now - before) > SLEPT_MILLIS;
        before = now;
        for (Slot slot : slots) {
          slot.look(now, slept);
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// One place for a child, and the thread that talks to it.
  private final class Slot implements Runnable {
    private final String name;
    private volatile @Nullable Child child;
    private volatile @Nullable Assignment current;
    private volatile long unitSince;

    Slot(String name) {
      this.name = name;
    }

    @Override
    public void run() {
      try {
        while (!closed) {
          attempt(waiting.take());
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    private void attempt(Assignment attempt) throws InterruptedException {
      long started = System.currentTimeMillis();
      long began = System.nanoTime();
      Frame.Ended ended;
      try {
        Child ready = ready(attempt.heapFactor());
        started = System.currentTimeMillis();
        began = System.nanoTime();
        unitSince = began;
        current = attempt;
        ended = converse(ready, attempt);
      } catch (IOException e) {
        ended = new Frame.Ended(lost(e), Usage.ofWall(started, System.nanoTime() - began));
      } finally {
        unitSince = 0;
        current = null;
      }
      if (ended.outcome() instanceof Outcome.OutOfMemory || attempt.heapFactor() > 1) {
        end();
      }
      if (!closed) {
        listener.ended(new Completion(attempt, name, ended.usage(), ended.outcome()));
      }
    }

    /// A child with that much memory that waits for a unit.
    private Child ready(int heapFactor) throws IOException {
      Child present = child;
      if (present != null && present.isAlive() && present.heapFactor() == heapFactor) {
        return present;
      }
      end();
      Path log = site.logs().resolve(name + ".log");
      Child next = Child.start(children.command().of(name, heapFactor), heapFactor, log);
      child = next;
      if (!(next.hear() instanceof Frame.Ready)) {
        throw new IOException("the child does not begin as it should");
      }
      falseStarts.set(0);
      listener.notice("%s is process %d".formatted(name, next.pid()));
      return next;
    }

    private Frame.Ended converse(Child present, Assignment attempt) throws IOException {
      present.say(
          new Frame.Start(attempt, plan.units().get(attempt.unit()), listener.restored(attempt)));
      while (true) {
        switch (present.hear()) {
          case Frame.Ended ended -> {
            return ended;
          }
          case Frame.Saved(byte[] state) -> listener.saved(attempt, state);
          case Frame.Advanced(long done, long total) -> listener.advanced(attempt, done, total);
          case Frame.Defect(String trace) -> listener.defect(attempt, trace);
          case Frame.Notice(String line) -> listener.notice(line);
          case Frame.Beat _, Frame.Ready _ -> {}
          case Frame.Start _, Frame.Stop _, Frame.Withdraw _ ->
              throw new IOException("the child gives orders");
        }
      }
    }

    /// Why there was no answer.
    private Outcome lost(IOException cause) throws InterruptedException {
      Child dead = child;
      child = null;
      if (dead == null) {
        falseStart(cause.getMessage());
        return new Outcome.Lost("a worker that could not be started (" + cause.getMessage() + ")");
      }
      Outcome outcome = dead.autopsy();
      if (!dead.isReady()) {
        falseStart(outcome.message());
      } else if (!closed) {
        listener.notice(name + ": " + outcome.message() + "; another takes its place");
      }
      return outcome;
    }

    private void falseStart(@Nullable String why) {
      if (falseStarts.incrementAndGet() == MOST_FALSE_STARTS) {
        listener.broken(
            "workers do not start: %s; see %s".formatted(why, site.logs().resolve(name + ".log")));
      }
    }

    void look(long now, boolean slept) {
      Child present = child;
      if (present == null) {
        return;
      }
      if (slept) {
        present.forgive(now);
      }
      present.look(children.lease(), now);
      long since = unitSince;
      if (since != 0 && limits.timeout().isPresent()) {
        Duration taken = Duration.ofNanos(now - since);
        if (taken.compareTo(limits.timeout().get()) > 0) {
          present.kill(new Outcome.TimedOut(taken.toMillis()));
        }
      }
    }

    void stop(boolean atCheckpoint) {
      Child present = child;
      if (present != null) {
        try {
          present.say(new Frame.Stop(atCheckpoint));
        } catch (IOException _) {
          // It is gone, and its thread learns that by itself.
        }
      }
    }

    void end() {
      Child present = child;
      child = null;
      if (present != null) {
        present.close();
      }
    }
  }
}
