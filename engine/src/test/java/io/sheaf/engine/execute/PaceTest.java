package io.sheaf.engine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace();

  private void took(int times, double weight, long nanos) {
    for (int i = 0; i < times; i++) {
      pace.took(weight, nanos);
    }
  }

  @Test
  void sendsLongUnitsOneAtATime() {
    assertThat(pace.ahead()).isEqualTo(1);
    took(100, 1, 200_000_000);
    assertThat(pace.ahead()).isEqualTo(1);
  }

  @Test
  void sendsShortUnitsInGroups() {
    took(100, 1, 1_000_000);
    assertThat(pace.ahead()).as("5 ms of work, and rounding").isBetween(5, 6);
    took(1000, 1, 1_000);
    assertThat(pace.ahead()).isEqualTo(512);
  }

  @Test
  void callsSlowWhatTakesFarLongerThanItsWeight() {
    long second = 1_000_000_000;
    took(9, 2, 20 * second);
    assertThat(pace.isSlow(1, 1000 * second)).as("too few to tell").isFalse();
    took(1, 2, 20 * second);
    assertThat(pace.isSlow(1, 31 * second)).isTrue();
    assertThat(pace.isSlow(1, 29 * second)).isFalse();
    assertThat(pace.isSlow(10, 31 * second)).isFalse();
  }

  @Test
  void callsNothingSlowThatIsShort() {
    took(10, 1, 1);
    assertThat(pace.isSlow(1, 4_000_000_000L)).isFalse();
  }
}
