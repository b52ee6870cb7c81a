package io.sheaf.engine.run;

import io.sheaf.engine.execute.Completion;
import io.sheaf.engine.execute.PoolListener;
import io.sheaf.engine.execute.WorkerPool;
import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.schedule.Decision;
import io.sheaf.engine.schedule.Pending;
import io.sheaf.engine.schedule.Progress;
import io.sheaf.engine.schedule.RemainingTime;
import io.sheaf.engine.schedule.Schedule;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Brings schedule, workers and journal together: hands out units, commits what comes back.
///
/// What arrives together is made durable together. Confined to one thread, except [#stop].
final class Coordinator {
  private static final long LONGEST_WAIT_MILLIS = 500;
  private static final int MOST_CURRENT = 64;

  private final Plan plan;
  private final Outputs outputs;
  private final Inbox inbox;
  private final Schedule schedule;
  private final RemainingTime remaining;
  private final Ahead ahead = new Ahead();
  private final Pulse pulse;
  private final Set<Integer> running = new LinkedHashSet<>();
  private final long total;
  private final int workers;
  private volatile boolean stopRequested;
  private boolean interrupted;
  private boolean urged;
  private long beganNanos = System.nanoTime();
  private long chargedNanos = beganNanos;
  private long settledBefore;
  private long done;
  private long failed;

  Coordinator(Plan plan, Resumption todo, RunOptions options, Outputs outputs) {
    this.plan = plan;
    this.outputs = outputs;
    this.inbox = new Inbox(todo.states());
    this.schedule = new Schedule(todo.pending(), options.retries());
    this.remaining = new RemainingTime(options.workers());
    this.pulse = new Pulse(outputs);
    this.failed = todo.aside();
    this.total = todo.pending().size() + todo.aside();
    this.workers = options.workers();
    this.settledBefore = todo.done();
    for (Pending unit : todo.pending()) {
      remaining.expect(unit.weight());
    }
  }

  /// When the process took over, planning included.
  void began(long processBeganNanos) {
    beganNanos = processBeganNanos;
    chargedNanos = processBeganNanos;
  }

  PoolListener listener() {
    return inbox;
  }

  void stop() {
    stopRequested = true;
  }

  /// Runs until everything is settled or stopped.
  ///
  /// An attempt is durable before it starts, a result before anybody is told of it.
  void drive(WorkerPool pool) throws IOException {
    outputs.log().info("%d of %d units to run".formatted(total, settledBefore + total));
    outputs.journal().note("workers", workers);
    while (!schedule.isFinished()) {
      // Where news came at the same moment, waiting has not told.
      if (Thread.interrupted()) {
        interrupted = true;
        stop();
      }
      if (stopRequested && !schedule.isStopping()) {
        schedule.stop();
        outputs.log().info("stopping: no more units are handed out");
        continue;
      }
      urge(pool);
      List<Assignment> next = next(pool.slots());
      CrashPoint.RESULTS_WRITTEN.passIf(done > 0);
      outputs.journal().commit();
      CrashPoint.RESULTS_COMMITTED.passIf(done > 0);
      CrashPoint.ATTEMPTS_COMMITTED.passIf(!next.isEmpty());
      next.forEach(pool::start);
      tell(pool);
      for (News news : await()) {
        hear(news);
      }
    }
    outputs.journal().commit();
    tell(pool);
  }

  /// Removes what units have left behind, once no worker is there any more.
  void tidy() throws IOException {
    outputs.artefacts().discardAll();
  }

  boolean isEverythingSettled() {
    return done + failed == total;
  }

  /// Whether the driving thread was interrupted, which stopped the run.
  boolean wasInterrupted() {
    return interrupted;
  }

  /// Says, where that is still possible, that the run ended before its time.
  void abort(Exception cause) {
    outputs.log().error("the run ends early: " + cause.getMessage(), cause);
    try {
      pulse.last(StatusFile.State.STOPPED, progress());
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /// Writes the last status.
  void finish(boolean settled) throws IOException {
    StatusFile.State state =
        !settled
            ? StatusFile.State.STOPPED
            : failed > 0 ? StatusFile.State.FAILED : StatusFile.State.COMPLETED;
    if (settled) {
      pulse.judgeForecasts();
    }
    charge();
    outputs.journal().event(System.currentTimeMillis(), "end", state.name());
    outputs.journal().commit();
    outputs.log().info("%s: %d done, %d failed".formatted(state, settledBefore + done, failed));
    outputs.log().flush();
    pulse.last(state, progress());
  }

  Progress progress() {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - beganNanos);
    double seconds = elapsed.toNanos() / 1e9;
    return new Progress(
        settledBefore + done,
        failed,
        settledBefore + total,
        running.size(),
        elapsed,
        (done + failed) / Math.max(seconds, 1e-9),
        remaining.estimate(steadyMillis()));
  }

  /// Running units stop at their next checkpoint, once the run is to stop.
  private void urge(WorkerPool pool) {
    if (schedule.isStopping() && !urged) {
      urged = true;
      pool.stop(true);
    }
  }

  /// As many attempts as there are free slots, and some ahead where units are short.
  private List<Assignment> next(int slots) throws IOException {
    int allowed = schedule.allowed(slots);
    int most = allowed < slots ? allowed : slots * ahead.perWorker();
    List<Assignment> attempts = new ArrayList<>();
    while (running.size() < most) {
      Optional<Assignment> next = schedule.next(steadyMillis());
      if (next.isEmpty()) {
        return attempts;
      }
      int unit = next.get().unit();
      outputs.journal().started(next.get(), System.currentTimeMillis());
      remaining.started(unit, plan.units().get(unit).weight(), steadyMillis());
      running.add(unit);
      attempts.add(next.get());
    }
    return attempts;
  }

  /// A clock that nobody sets.
  private static long steadyMillis() {
    return System.nanoTime() / 1_000_000;
  }

  private List<News> await() {
    try {
      return inbox.await(waitMillis(), running.size() / 2);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private long waitMillis() {
    OptionalLong wakeUp = schedule.wakeUpMillis();
    return wakeUp.isEmpty()
        ? LONGEST_WAIT_MILLIS
        : Math.clamp(wakeUp.getAsLong() - steadyMillis(), 1, LONGEST_WAIT_MILLIS);
  }

  private void hear(News news) throws IOException {
    switch (news) {
      case News.Ended(Completion completion) -> settle(completion);
      case News.Saved(Assignment attempt, byte[] state) -> save(attempt, state);
      case News.Defect(Assignment attempt, String trace) ->
          outputs.log().error(id(attempt) + " failed unexpectedly\n" + trace);
      case News.Notice(String line) -> notice(line);
      case News.Broken(String why) -> throw new IOException(why);
    }
  }

  private void save(Assignment attempt, byte[] state) throws IOException {
    if (schedule.isLatest(attempt)) {
      inbox.keep(attempt.unit(), state);
      outputs.journal().saved(attempt.unit(), plan.key(attempt.unit()), state);
    }
  }

  private void notice(String line) throws IOException {
    outputs.log().info(line);
    outputs.journal().event(System.currentTimeMillis(), "notice", line);
    outputs.listener().notice(line);
  }

  private void settle(Completion completion) throws IOException {
    Assignment attempt = completion.assignment();
    Decision decision = schedule.ended(attempt, completion.outcome(), steadyMillis());
    outputs.journal().ended(completion);
    charge();
    outputs.log().attempt(id(attempt), completion);
    if (decision instanceof Decision.Refuse(String why)) {
      outputs.log().info(id(attempt) + " refused: " + why);
      return;
    }
    running.remove(attempt.unit());
    ahead.took(completion.usage().wallNanos());
    switch (decision) {
      case Decision.Commit _ -> commit(completion);
      case Decision.Quarantine(int attempts) -> {
        notice(
            "%s is put aside after %d %s; sheaf retry tries it again"
                .formatted(id(attempt), attempts, attempts == 1 ? "attempt" : "attempts"));
        commit(completion);
      }
      case Decision.Retry _ -> {
        remaining.returned(attempt.unit());
        notice(id(attempt) + " will be tried again: " + message(completion));
      }
      case Decision.LeavePending _ -> remaining.returned(attempt.unit());
      case Decision.Refuse _ -> {}
    }
    outputs.artefacts().discard(completion);
  }

  /// The time that has passed becomes durable with the work that was done in it.
  private void charge() {
    long nanos = System.nanoTime();
    outputs.journal().lasted(nanos - chargedNanos);
    chargedNanos = nanos;
  }

  private void commit(Completion completion) throws IOException {
    Assignment attempt = completion.assignment();
    Completion kept = outputs.artefacts().adopt(completion);
    outputs.journal().settled(kept);
    remaining.finished(attempt.unit(), Duration.ofNanos(kept.usage().wallNanos()));
    if (kept.outcome() instanceof Outcome.Done(var output)) {
      done++;
      outputs.listener().done(unit(attempt), output);
    } else {
      failed++;
      outputs.log().error(id(attempt) + ": " + message(kept));
      outputs.listener().failed(id(attempt), message(kept));
    }
    Milestones.note(outputs.journal(), settledBefore + done + failed, settledBefore + total);
  }

  private void tell(WorkerPool pool) throws IOException {
    Progress progress = progress();
    pulse.beat(progress, () -> current(pool), pool::processes);
    outputs.listener().progress(progress);
  }

  /// As many as can be under way: those that workers are at, then those that were handed out first.
  private List<StatusFile.Current> current(WorkerPool pool) {
    Map<Integer, String> workers = pool.running();
    return running.stream()
        .sorted(Comparator.comparing(unit -> !workers.containsKey(unit)))
        .limit(Math.min(MOST_CURRENT, pool.slots()))
        .map(
            unit ->
                new StatusFile.Current(
                    plan.units().get(unit).id(),
                    inbox.advance(unit),
                    workers.getOrDefault(unit, "")))
        .toList();
  }

  private Unit unit(Assignment attempt) {
    return plan.units().get(attempt.unit());
  }

  private String id(Assignment attempt) {
    return unit(attempt).id();
  }

  private static String message(Completion completion) {
    return completion.outcome().message();
  }
}
