package io.sheaf.engine.execute;

import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Cache;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.Seeds;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitFailedException;
import io.sheaf.engine.plan.Usage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One attempt at a unit: what the unit may ask of the engine, and what it has used. Made and run
/// by one thread; [#stop] may be called by another.
final class RunningUnit implements UnitContext {
  private static final long CHECKPOINT_MILLIS = 250;

  private final Unit unit;
  private final Assignment attempt;
  private final Site site;
  private final UnitEvents events;
  private final long startedMillis = System.currentTimeMillis();
  private final PhaseClock clock = new PhaseClock();
  private final Map<String, Long> counters = new HashMap<>();
  private long checkpointMillis;
  private @Nullable Path scratch;
  private volatile boolean cancelled;
  private volatile boolean draining;

  RunningUnit(Unit unit, Assignment attempt, Site site, UnitEvents events) {
    this.unit = unit;
    this.attempt = attempt;
    this.site = site;
    this.events = events;
  }

  /// Runs the unit. What it leaves in its scratch directory stays only if it is to be kept.
  Outcome run() {
    RecordedUnit recorded = new RecordedUnit(unit.id(), attempt.epoch());
    recorded.begin();
    Outcome outcome = outcome();
    recorded.outcome = outcome.word();
    recorded.commit();
    if (!(outcome instanceof Outcome.Done(var output) && !output.artefacts().isEmpty())) {
      tidy();
    }
    return outcome;
  }

  /// The boundary at which whatever a unit throws becomes an outcome.
  @SuppressWarnings("CatchThrowable")
  private Outcome outcome() {
    try {
      return new Outcome.Done(site.runner().run(unit, this));
    } catch (UnitFailedException e) {
      if (!e.detail().isEmpty()) {
        events.defect(e.detail());
      }
      return new Outcome.Failed(messageOf(e), !e.isWorthRetrying());
    } catch (OutOfMemoryError e) {
      return new Outcome.OutOfMemory(messageOf(e));
    } catch (Throwable e) {
      if (cancelled) {
        return new Outcome.Cancelled();
      }
      if (e instanceof IOException) {
        return new Outcome.Failed(messageOf(e), true);
      }
      events.defect(trace(e));
      return new Outcome.Failed(e.getClass().getSimpleName() + ": " + messageOf(e), false);
    }
  }

  private void tidy() {
    if (scratch != null) {
      try {
        Site.delete(scratch);
      } catch (IOException e) {
        events.notice(scratch + " could not be removed: " + messageOf(e));
      }
    }
  }

  boolean is(int number, int epoch) {
    return attempt.unit() == number && attempt.epoch() == epoch;
  }

  Usage usage() {
    return new Usage(startedMillis, clock.wallNanos(), clock.cpuNanos(), clock.phases(), counters);
  }

  /// How long it has been running; callable from any thread.
  long usageMillis() {
    return clock.wallNanos() / 1_000_000;
  }

  /// Asks it to stop as soon as it can, or after its next checkpoint.
  void stop(boolean atCheckpoint) {
    if (atCheckpoint) {
      draining = true;
    } else {
      cancelled = true;
    }
  }

  @Override
  public long seed(String purpose) {
    return Seeds.of(site.seed(), unit.id(), purpose);
  }

  @Override
  public int attempt() {
    return attempt.epoch();
  }

  @Override
  public boolean isCancelled() {
    return cancelled || Thread.currentThread().isInterrupted();
  }

  @Override
  public Phase phase(String name) {
    return clock.enter(name);
  }

  @Override
  public void count(String counter, long amount) {
    counters.merge(counter, amount, Long::sum);
  }

  @Override
  public void spent(long cpuNanos) {
    clock.spent(cpuNanos);
  }

  @Override
  public void progress(long done, long total) {
    events.advanced(done, total);
  }

  @Override
  public void checkpoint(Supplier<byte[]> state) {
    boolean last = draining;
    long millis = usageMillis();
    if (last || millis - checkpointMillis >= CHECKPOINT_MILLIS) {
      checkpointMillis = millis;
      events.saved(state.get().clone());
    }
    if (last) {
      cancelled = true;
    }
  }

  @Override
  public Optional<byte[]> restored() {
    return events.restored();
  }

  @Override
  public Cache cache() {
    return site.cache().isPresent() ? new CountedCache(site.cache().get(), this) : Cache.NONE;
  }

  @Override
  public Path scratch() throws IOException {
    if (scratch == null) {
      scratch = site.scratch(attempt);
      Files.createDirectories(scratch);
    }
    return scratch;
  }

  private static String messageOf(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String trace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
