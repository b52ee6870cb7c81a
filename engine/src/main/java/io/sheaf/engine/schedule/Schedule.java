package io.sheaf.engine.schedule;

import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which unit next, and what an outcome means: a state machine without threads, clock or files.
///
/// Longest expected unit first, ties in plan order. Each unit is running at most once; an outcome
/// counts only if it is that of the unit's latest attempt. Every kind of fault has its own number
/// of retries; attempts of earlier processes use up none. A unit that ran out of memory is tried
/// once more, alone and after all others, and until then fewer run side by side. Confined to the
/// coordinator's thread.
public final class Schedule {
  private static final long FIRST_DELAY_MILLIS = 500;
  private static final int MOST_DOUBLINGS = 7;
  private static final int MORE_HEAP = 2;

  private static final Comparator<Pending> LONGEST_FIRST =
      Comparator.comparingDouble(Pending::weight).reversed().thenComparingInt(Pending::unit);

  /// Those from the start, in order; those that come back are in `ready`.
  private final ArrayDeque<Pending> fresh;

  private final PriorityQueue<Pending> ready = new PriorityQueue<>(LONGEST_FIRST);
  private final PriorityQueue<Pending> delayed =
      new PriorityQueue<>(Comparator.comparingLong(Pending::notBeforeMillis));
  private final ArrayDeque<Pending> alone = new ArrayDeque<>();
  private final Map<Integer, Pending> running = new HashMap<>();
  private final Map<Integer, Map<String, Integer>> faults = new HashMap<>();
  private final int retries;
  private boolean stopping;
  private int halvings;

  /// Makes a schedule in which nothing runs yet.
  ///
  /// @param pending the units to run
  /// @param retries how often a unit may be tried again after one kind of fault
  public Schedule(List<Pending> pending, int retries) {
    if (retries < 0) {
      throw new IllegalArgumentException("retries = " + retries + ", expected 0 or more");
    }
    this.retries = retries;
    pending.stream().filter(unit -> unit.notBeforeMillis() > 0).forEach(delayed::add);
    fresh =
        pending.stream()
            .filter(unit -> unit.notBeforeMillis() == 0)
            .sorted(LONGEST_FIRST)
            .collect(Collectors.toCollection(ArrayDeque::new));
  }

  /// The next unit to hand out, if one may start now.
  public Optional<Assignment> next(long nowMillis) {
    while (!delayed.isEmpty() && delayed.peek().notBeforeMillis() <= nowMillis) {
      Pending due = delayed.remove();
      (due.alone() ? alone : ready).add(due);
    }
    Pending pending = stopping ? null : take();
    if (pending == null) {
      return Optional.empty();
    }
    running.put(pending.unit(), pending);
    return Optional.of(
        new Assignment(
            pending.unit(),
            pending.attempts() + 1,
            pending.why(),
            pending.alone() ? MORE_HEAP : 1));
  }

  /// How many of so many units that could run at the same time may.
  public int allowed(int slots) {
    return Math.max(1, slots >> Math.min(halvings, Integer.SIZE - 1));
  }

  private @Nullable Pending take() {
    boolean othersLeft = isAnyReady() || !delayed.isEmpty() || !running.isEmpty();
    if (runsAlone()) {
      return null;
    }
    return othersLeft ? longest() : alone.poll();
  }

  private @Nullable Pending longest() {
    Pending first = fresh.peek();
    Pending other = ready.peek();
    boolean isFresh = other == null || (first != null && LONGEST_FIRST.compare(first, other) <= 0);
    return isFresh ? fresh.poll() : ready.poll();
  }

  private boolean isAnyReady() {
    return !fresh.isEmpty() || !ready.isEmpty();
  }

  private boolean runsAlone() {
    return running.size() == 1 && running.values().iterator().next().alone();
  }

  /// Whether this attempt is under way and its outcome would count.
  public boolean isLatest(Assignment attempt) {
    Pending pending = running.get(attempt.unit());
    return pending != null && attempt.epoch() == pending.attempts() + 1;
  }

  /// What the end of an attempt means.
  public Decision ended(Assignment attempt, Outcome outcome, long nowMillis) {
    Pending pending = running.get(attempt.unit());
    if (pending == null || !isLatest(attempt)) {
      return new Decision.Refuse("attempt %d is not the latest".formatted(attempt.epoch()));
    }
    running.remove(attempt.unit());
    return switch (outcome) {
      case Outcome.Done _ -> new Decision.Commit();
      case Outcome.Cancelled _ -> new Decision.LeavePending();
      case Outcome.Failed(_, boolean expected) when expected -> new Decision.Commit();
      case Outcome.OutOfMemory _ -> alone(pending, outcome, nowMillis);
      case Outcome.Failed _, Outcome.TimedOut _, Outcome.Lost _ ->
          retryOrGiveUp(pending, outcome, nowMillis);
    };
  }

  /// Hands out nothing more.
  public void stop() {
    stopping = true;
  }

  public boolean isStopping() {
    return stopping;
  }

  /// Whether nothing runs and nothing more will be handed out.
  public boolean isFinished() {
    return running.isEmpty() && (stopping || isDrained());
  }

  private boolean isDrained() {
    return !isAnyReady() && delayed.isEmpty() && alone.isEmpty();
  }

  /// When the next delayed unit may start, if none may now.
  public OptionalLong wakeUpMillis() {
    return !isAnyReady() && !stopping && !delayed.isEmpty()
        ? OptionalLong.of(delayed.peek().notBeforeMillis())
        : OptionalLong.empty();
  }

  private Decision retryOrGiveUp(Pending pending, Outcome outcome, long nowMillis) {
    int made = pending.attempts() + 1;
    int faults = faults(pending.unit()).merge(outcome.word(), 1, Integer::sum);
    if (faults > retries) {
      return new Decision.Quarantine(made);
    }
    long notBefore = nowMillis + (FIRST_DELAY_MILLIS << Math.min(faults - 1, MOST_DOUBLINGS));
    delayed.add(again(pending, outcome, notBefore));
    return new Decision.Retry(notBefore);
  }

  /// Who runs out of memory alone does so by itself: the others may be as many as before.
  private Decision alone(Pending pending, Outcome outcome, long nowMillis) {
    if (pending.alone() || retries == 0) {
      halvings = Math.max(0, halvings - 1);
      return new Decision.Quarantine(pending.attempts() + 1);
    }
    halvings++;
    alone.add(again(pending, outcome, nowMillis));
    return new Decision.Retry(nowMillis);
  }

  private static Pending again(Pending pending, Outcome outcome, long notBefore) {
    int made = pending.attempts() + 1;
    String why = "attempt %d %s: %s".formatted(made, outcome.word(), outcome.message());
    boolean alone = pending.alone() || outcome instanceof Outcome.OutOfMemory;
    return new Pending(pending.unit(), pending.weight(), made, why, notBefore, alone);
  }

  private Map<String, Integer> faults(int unit) {
    return faults.computeIfAbsent(unit, _ -> new HashMap<>());
  }
}
