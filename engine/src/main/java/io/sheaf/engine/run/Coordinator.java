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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Brings schedule, workers and journal together: hands out units, commits what comes back.
///
/// Completions that arrive together are made durable together. Confined to one thread, except what
/// [PoolListener] and [#stop] say.
final class Coordinator implements PoolListener {
  private static final long LONGEST_WAIT_MILLIS = 500;

  private final Plan plan;
  private final Outputs outputs;
  private final Schedule schedule;
  private final RemainingTime remaining;
  private final StatusFile status;
  private final BlockingQueue<Completion> ended = new LinkedBlockingQueue<>();
  private final Set<Integer> running = new LinkedHashSet<>();
  private final long total;
  private volatile boolean stopRequested;
  private boolean interrupted;
  private long beganNanos = System.nanoTime();
  private long settledBefore;
  private long done;
  private long failed;

  Coordinator(Plan plan, List<Pending> pending, RunOptions options, Outputs outputs) {
    this.plan = plan;
    this.outputs = outputs;
    this.schedule = new Schedule(pending, options.retries());
    this.remaining = new RemainingTime(options.workers());
    this.status = new StatusFile(outputs.directory().status());
    this.total = pending.size();
    pending.forEach(unit -> remaining.expect(unit.weight()));
  }

  /// Units that were done before this process took over.
  void countAlreadySettled(long units, long processBeganNanos) {
    settledBefore = units;
    beganNanos = processBeganNanos;
  }

  @Override
  public void ended(Completion completion) {
    ended.add(completion);
  }

  @Override
  public void defect(Unit unit, Throwable cause) {
    outputs.log().error(unit.id() + " failed unexpectedly", cause);
  }

  void stop() {
    stopRequested = true;
  }

  /// Runs until everything is settled or stopped.
  ///
  /// An attempt is durable before it starts, a result before anybody is told of it.
  void drive(WorkerPool pool) throws IOException {
    outputs.log().info("%d of %d units to run".formatted(total, settledBefore + total));
    while (!schedule.isFinished()) {
      if (stopRequested && !schedule.isStopping()) {
        schedule.stop();
        outputs.log().info("stopping: no more units are handed out");
        continue;
      }
      List<Assignment> next = next(pool.slots());
      outputs.journal().commit();
      next.forEach(pool::start);
      outputs.log().check();
      tell();
      for (Completion completion : await()) {
        settle(completion);
      }
    }
    outputs.journal().commit();
    tell();
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
      status.write(StatusFile.State.STOPPED, progress(), List.of(), System.currentTimeMillis());
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
    long now = System.currentTimeMillis();
    outputs.journal().event(now, "end", state.name());
    outputs.journal().commit();
    status.write(state, progress(), List.of(), now);
    outputs.log().info("%s: %d done, %d failed".formatted(state, settledBefore + done, failed));
    outputs.log().check();
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
        remaining.estimate());
  }

  /// As many attempts as there are free slots.
  private List<Assignment> next(int slots) throws IOException {
    List<Assignment> attempts = new ArrayList<>();
    while (running.size() < slots) {
      Optional<Assignment> next = schedule.next(steadyMillis());
      if (next.isEmpty()) {
        return attempts;
      }
      outputs.journal().started(next.get(), System.currentTimeMillis());
      running.add(next.get().unit());
      attempts.add(next.get());
    }
    return attempts;
  }

  /// A clock that nobody sets.
  private static long steadyMillis() {
    return System.nanoTime() / 1_000_000;
  }

  /// At least one completion, unless it takes long; all that are there.
  private List<Completion> await() {
    List<Completion> batch = new ArrayList<>();
    try {
      Completion first = ended.poll(waitMillis(), TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        ended.drainTo(batch);
      }
    } catch (InterruptedException e) {
      interrupted = true;
      stop();
    }
    return batch;
  }

  private long waitMillis() {
    OptionalLong wakeUp = schedule.wakeUpMillis();
    return wakeUp.isEmpty()
        ? LONGEST_WAIT_MILLIS
        : Math.clamp(wakeUp.getAsLong() - steadyMillis(), 1, LONGEST_WAIT_MILLIS);
  }

  private void settle(Completion completion) throws IOException {
    Assignment attempt = completion.assignment();
    Unit unit = plan.units().get(attempt.unit());
    running.remove(attempt.unit());
    outputs.journal().ended(completion);
    outputs
        .log()
        .worker(
            completion.worker(),
            "%s attempt %d %s after %d ms"
                .formatted(
                    unit.id(),
                    attempt.epoch(),
                    completion.outcome().word(),
                    completion.wallNanos() / 1_000_000));
    switch (schedule.ended(attempt, completion.outcome(), steadyMillis())) {
      case Decision.Commit _ -> commit(completion, unit);
      case Decision.Retry _ ->
          outputs.listener().notice(unit.id() + " will be tried again: " + message(completion));
      case Decision.LeavePending _ -> {}
      case Decision.Refuse(String why) -> outputs.log().info(unit.id() + " refused: " + why);
    }
  }

  private void commit(Completion completion, Unit unit) throws IOException {
    outputs.journal().settled(completion);
    remaining.finished(unit.weight(), Duration.ofNanos(completion.wallNanos()));
    if (completion.outcome() instanceof Outcome.Done) {
      done++;
    } else {
      failed++;
      outputs.log().error(unit.id() + ": " + message(completion));
      outputs.listener().failed(unit.id(), message(completion));
    }
  }

  private void tell() throws IOException {
    List<String> current = running.stream().map(unit -> plan.units().get(unit).id()).toList();
    Progress progress = progress();
    status.beat(progress, current, System.currentTimeMillis());
    outputs.listener().progress(progress);
  }

  private static String message(Completion completion) {
    return completion.outcome().message();
  }
}
