package io.sheaf.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.UnitOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
  private static final Outcome DONE = new Outcome.Done(new UnitOutput(List.of()));
  private static final Outcome CRASHED = new Outcome.Failed("defect", false);

  private static Schedule schedule(int retries, double... weights) {
    List<Pending> pending =
        IntStream.range(0, weights.length)
            .mapToObj(unit -> new Pending(unit, weights[unit], 0, "first run", 0))
            .toList();
    return new Schedule(pending, retries);
  }

  private static Assignment next(Schedule schedule, long now) {
    return schedule.next(now).orElseThrow();
  }

  @Test
  void handsOutTheLongestFirstAndTiesInPlanOrder() {
    Schedule schedule = schedule(0, 1, 5, 3, 5, 1);
    List<Integer> order = new ArrayList<>();
    schedule
        .next(0)
        .ifPresent(
            first -> {
              order.add(first.unit());
              schedule.next(0).ifPresent(second -> order.add(second.unit()));
            });
    while (order.size() < 5) {
      order.add(next(schedule, 0).unit());
    }
    assertThat(order).containsExactly(1, 3, 2, 0, 4);
    assertThat(schedule.next(0)).isEmpty();
    assertThat(schedule.isFinished()).isFalse();
  }

  @Test
  void commitsWhatIsDone() {
    Schedule schedule = schedule(0, 1);
    assertThat(schedule.ended(next(schedule, 0), DONE, 9)).isEqualTo(new Decision.Commit());
    assertThat(schedule.isFinished()).isTrue();
  }

  @Test
  void doesNotRetryAnExpectedFailure() {
    Schedule schedule = schedule(9, 1);
    Outcome expected = new Outcome.Failed("too few rows", true);
    assertThat(schedule.ended(next(schedule, 0), expected, 9)).isEqualTo(new Decision.Commit());
  }

  @Test
  void retriesAfterDelaysThatDouble() {
    Schedule schedule = schedule(3, 1);
    long now = 1000;
    for (long delay : new long[] {500, 1000, 2000}) {
      Assignment attempt = next(schedule, now);
      assertThat(schedule.ended(attempt, CRASHED, now)).isEqualTo(new Decision.Retry(now + delay));
      assertThat(schedule.wakeUpMillis()).isEqualTo(OptionalLong.of(now + delay));
      assertThat(schedule.next(now + delay - 1)).isEmpty();
      assertThat(schedule.isFinished()).isFalse();
      now += delay;
    }
    Assignment last = next(schedule, now);
    assertThat(last.epoch()).isEqualTo(4);
    assertThat(last.why()).isEqualTo("attempt 3 failed: defect");
    assertThat(schedule.ended(last, CRASHED, now)).isEqualTo(new Decision.Quarantine(4));
    assertThat(schedule.isFinished()).isTrue();
  }

  @Test
  void neverWaitsLongerThanAboutAMinute() {
    Schedule schedule = schedule(100, 1);
    long now = 0;
    for (int i = 0; i < 100; i++) {
      Decision decision = schedule.ended(next(schedule, now), CRASHED, now);
      assertThat(decision).isInstanceOf(Decision.Retry.class);
      long then = ((Decision.Retry) decision).notBeforeMillis();
      assertThat(then - now).isBetween(500L, 64_000L);
      now = then;
    }
  }

  static List<Outcome> faults() {
    return List.of(
        CRASHED,
        new Outcome.TimedOut(9),
        new Outcome.OutOfMemory("heap"),
        new Outcome.Lost("worker-1"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void givesEveryKindOfFaultItsOwnRetries(Outcome fault) {
    Schedule schedule = schedule(1, 1);
    for (Outcome other : faults()) {
      if (!other.equals(fault)) {
        schedule.ended(next(schedule, 1_000_000), other, 0);
      }
    }
    Assignment attempt = next(schedule, 1_000_000);
    assertThat(schedule.ended(attempt, fault, 0)).isInstanceOf(Decision.Retry.class);
    attempt = next(schedule, 1_000_000);
    assertThat(schedule.ended(attempt, fault, 0)).isEqualTo(new Decision.Quarantine(5));
  }

  /// Then it was the unit's own need, and as many run side by side as before.
  @Test
  void triesWhatNeedsMuchMemoryAloneAndLast() {
    Schedule schedule = schedule(2, 9, 5, 4, 3);
    Outcome full = new Outcome.OutOfMemory("heap");
    assertThat(schedule.allowed(4)).isEqualTo(4);
    Assignment heavy = next(schedule, 0);
    Assignment other = next(schedule, 0);
    assertThat(schedule.ended(heavy, full, 0)).isEqualTo(new Decision.Retry(0));
    assertThat(schedule.allowed(4)).isEqualTo(2);
    assertThat(schedule.allowed(1)).isEqualTo(1);
    Assignment third = next(schedule, 0);
    Assignment fourth = next(schedule, 0);
    assertThat(List.of(other.unit(), third.unit(), fourth.unit())).containsExactly(1, 2, 3);
    for (Assignment attempt : List.of(other, third, fourth)) {
      assertThat(schedule.next(1)).isEmpty();
      schedule.ended(attempt, DONE, 1);
    }
    Assignment again = next(schedule, 1);
    assertThat(again).isEqualTo(new Assignment(0, 2, "attempt 1 out of memory: heap", 2));
    assertThat(schedule.ended(again, full, 1)).isEqualTo(new Decision.Quarantine(2));
    assertThat(schedule.allowed(4)).isEqualTo(4);
    assertThat(schedule.isFinished()).isTrue();
  }

  @Test
  void doesNotBlameAUnitForEarlierProcesses() {
    Schedule schedule = new Schedule(List.of(new Pending(0, 1, 7, "interrupted", 0)), 1);
    Assignment attempt = next(schedule, 0);
    assertThat(attempt).isEqualTo(new Assignment(0, 8, "interrupted"));
    assertThat(schedule.ended(attempt, CRASHED, 0)).isEqualTo(new Decision.Retry(500));
  }

  @Test
  void refusesAStaleAttempt() {
    Schedule schedule = schedule(1, 1);
    Assignment first = next(schedule, 0);
    schedule.ended(first, new Outcome.Lost("worker-1"), 0);
    assertThat(schedule.ended(first, DONE, 1)).isInstanceOf(Decision.Refuse.class);
    Assignment second = next(schedule, 500);
    assertThat(schedule.ended(first, DONE, 501)).isInstanceOf(Decision.Refuse.class);
    assertThat(schedule.ended(second, DONE, 502)).isEqualTo(new Decision.Commit());
    assertThat(schedule.ended(second, DONE, 503)).isInstanceOf(Decision.Refuse.class);
  }

  @Test
  void stopsAndDrains() {
    Schedule schedule = schedule(1, 3, 2, 1);
    Assignment first = next(schedule, 0);
    Assignment second = next(schedule, 0);
    schedule.stop();
    assertThat(schedule.next(0)).isEmpty();
    assertThat(schedule.isFinished()).isFalse();
    assertThat(schedule.ended(first, DONE, 1)).isEqualTo(new Decision.Commit());
    assertThat(schedule.ended(second, new Outcome.Cancelled(), 1))
        .isEqualTo(new Decision.LeavePending());
    assertThat(schedule.isFinished()).isTrue();
    assertThat(schedule.wakeUpMillis()).isEmpty();
  }

  @Test
  void refusesNegativeRetries() {
    assertThatThrownBy(() -> schedule(-1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("retries = -1");
  }
}
