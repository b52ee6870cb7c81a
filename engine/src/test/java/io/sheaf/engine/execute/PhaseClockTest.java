package io.sheaf.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.PhaseTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhaseClockTest {
  private static final long MILLI = 1_000_000;

  /// The sum of waiting times that once passed for a parallelism of 225 % cannot come about.
  @Test
  void countsEveryMomentOnce() throws Exception {
    PhaseClock clock = new PhaseClock();
    try (Phase _ = clock.enter("outer")) {
      Thread.sleep(20);
      for (int i = 0; i < 2; i++) {
        try (Phase _ = clock.enter("inner")) {
          Thread.sleep(30);
        }
      }
      Thread.sleep(20);
    }
    List<PhaseTime> phases = clock.phases();
    PhaseTime outer = phases.get(0);
    PhaseTime inner = phases.get(1);
    assertThat(outer.calls()).isEqualTo(1);
    assertThat(inner.calls()).isEqualTo(2);
    assertThat(outer.wallNanos()).isGreaterThanOrEqualTo(40 * MILLI);
    assertThat(inner.wallNanos()).isGreaterThanOrEqualTo(60 * MILLI);
    assertThat(outer.wallNanos() + inner.wallNanos()).isLessThanOrEqualTo(clock.wallNanos());
    assertThat(outer.lastNanos() - outer.firstNanos())
        .isGreaterThanOrEqualTo(inner.lastNanos() - inner.firstNanos());
  }

  @Test
  void tellsWaitingFromWorking() throws Exception {
    PhaseClock clock = new PhaseClock();
    try (Phase _ = clock.enter("wait")) {
      Thread.sleep(100);
    }
    try (Phase _ = clock.enter("work")) {
      long until = clock.cpuNanos() + 50 * MILLI;
      while (clock.cpuNanos() < until) {
        Thread.onSpinWait();
      }
    }
    PhaseTime waiting = clock.phases().get(0);
    PhaseTime working = clock.phases().get(1);
    assertThat(waiting.cpuNanos()).isLessThan(waiting.wallNanos() / 2);
    assertThat(working.cpuNanos()).isGreaterThanOrEqualTo(45 * MILLI);
    assertThat(working.cpuNanos()).isLessThanOrEqualTo(working.wallNanos() + 10 * MILLI);
  }

  @Test
  void refusesToCloseAnOuterPhaseFirst() {
    PhaseClock clock = new PhaseClock();
    Phase outer = clock.enter("outer");
    clock.enter("inner");
    assertThatThrownBy(outer::close).isInstanceOf(IllegalStateException.class);
  }
}
