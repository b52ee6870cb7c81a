package io.sheaf.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.Seeded;
import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.UnitOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Many random courses of events on a clock that is a number: faults, late and doubled reports of
/// workers given up for lost, stops.
class RandomSchedulesTest {
  private static final int SCHEDULES = 100_000;
  private static final Outcome DONE = new Outcome.Done(new UnitOutput(List.of()));

  @Test
  void commitEachUnitOnceAndRunItOnceAtATime() {
    SplittableRandom random = Seeded.random("RandomSchedulesTest");
    List<String> violations = new ArrayList<>();
    int committed = 0;
    int refused = 0;
    for (int i = 0; i < SCHEDULES && violations.isEmpty(); i++) {
      Course course = new Course(random.split(), true);
      course.run();
      violations.addAll(course.violations);
      committed += course.committed.size();
      refused += course.refused;
    }
    assertThat(violations).isEmpty();
    assertThat(committed).isGreaterThan(SCHEDULES);
    assertThat(refused).as("stale reports").isGreaterThan(SCHEDULES / 10);
  }

  /// A control: without the check of the epoch the same courses break the rules.
  @Test
  void breakTheRulesIfStaleAttemptsCount() {
    SplittableRandom random = Seeded.random("RandomSchedulesTest");
    Set<String> violations = new HashSet<>();
    for (int i = 0; i < SCHEDULES / 20; i++) {
      Course course = new Course(random.split(), false);
      course.run();
      violations.addAll(course.violations);
    }
    assertThat(violations).contains("committed twice", "runs twice");
  }

  /// One course of events. A worker that is given up for lost goes on as a zombie and reports
  /// later.
  private static final class Course {
    private final SplittableRandom random;
    private final boolean checksEpochs;
    private final int units;
    private final int slots;
    private final Schedule schedule;
    private final List<Assignment> running = new ArrayList<>();
    private final List<Assignment> zombies = new ArrayList<>();
    private final Map<Integer, Assignment> latest = new HashMap<>();
    private final Set<Integer> committed = new HashSet<>();
    private final List<String> violations = new ArrayList<>();
    private int refused;
    private boolean stopped;
    private long now;

    Course(SplittableRandom random, boolean checksEpochs) {
      this.random = random;
      this.checksEpochs = checksEpochs;
      this.units = 1 + random.nextInt(6);
      this.slots = 1 + random.nextInt(3);
      List<Pending> pending = new ArrayList<>();
      for (int i = 0; i < units; i++) {
        pending.add(new Pending(i, 1 + random.nextInt(3), random.nextInt(2), "", 0));
      }
      this.schedule = new Schedule(pending, random.nextInt(3));
    }

    void run() {
      for (int step = 0; !schedule.isFinished() && step < 1000 && violations.isEmpty(); step++) {
        handOut();
        if (random.nextInt(60) == 0) {
          stopped = true;
          schedule.stop();
        }
        if (!zombies.isEmpty() && random.nextInt(3) == 0) {
          end(zombies.remove(random.nextInt(zombies.size())), outcome());
        } else if (!running.isEmpty()) {
          Assignment attempt = running.remove(random.nextInt(running.size()));
          Outcome outcome = outcome();
          if (outcome instanceof Outcome.Lost) {
            zombies.add(attempt);
          }
          end(attempt, outcome);
        }
        now += schedule.wakeUpMillis().isPresent() ? random.nextInt(2000) : 1;
      }
      check(schedule.isFinished(), "never ends");
      check(stopped || committed.size() == units, "forgotten");
    }

    private void handOut() {
      while (running.size() < slots) {
        Optional<Assignment> next = schedule.next(now);
        if (next.isEmpty()) {
          return;
        }
        Assignment attempt = next.get();
        check(!stopped, "handed out after the stop");
        check(!committed.contains(attempt.unit()), "runs after its commit");
        check(running.stream().noneMatch(other -> other.unit() == attempt.unit()), "runs twice");
        Assignment earlier = latest.put(attempt.unit(), attempt);
        check(earlier == null || earlier.epoch() < attempt.epoch(), "epoch falls");
        check(attempt.heapFactor() == 1 || running.isEmpty(), "not alone with more memory");
        check(
            running.stream().noneMatch(other -> other.heapFactor() > 1),
            "beside one that is alone");
        running.add(attempt);
        check(running.size() <= slots, "more than the slots");
      }
    }

    private void end(Assignment attempt, Outcome outcome) {
      Assignment reported = checksEpochs ? attempt : latest.getOrDefault(attempt.unit(), attempt);
      boolean isLatest = attempt.equals(latest.get(attempt.unit()));
      switch (schedule.ended(reported, outcome, now)) {
        case Decision.Commit _ -> {
          check(committed.add(attempt.unit()), "committed twice");
          check(!checksEpochs || isLatest, "committed by a stale attempt");
        }
        case Decision.Quarantine _ -> {
          check(committed.add(attempt.unit()), "committed twice");
          check(!(outcome instanceof Outcome.Done), "a success put aside");
        }
        case Decision.Retry(long notBefore) ->
            check(outcome instanceof Outcome.OutOfMemory || notBefore > now, "retried at once");
        case Decision.LeavePending _ -> stopped = true;
        case Decision.Refuse _ -> refuse(attempt, outcome);
      }
    }

    /// The broken variant takes what it should refuse.
    private void refuse(Assignment attempt, Outcome outcome) {
      refused++;
      if (!checksEpochs && outcome instanceof Outcome.Done) {
        check(committed.add(attempt.unit()), "committed twice");
      }
    }

    private Outcome outcome() {
      return switch (random.nextInt(12)) {
        case 0 -> new Outcome.Failed("expected", true);
        case 1, 2 -> new Outcome.Failed("defect", false);
        case 3 -> new Outcome.TimedOut(1);
        case 4 -> new Outcome.OutOfMemory("heap");
        case 5, 6, 7 -> new Outcome.Lost("worker");
        case 8 -> stopped ? new Outcome.Cancelled() : DONE;
        default -> DONE;
      };
    }

    private void check(boolean holds, String rule) {
      if (!holds) {
        violations.add(rule);
      }
    }
  }
}
