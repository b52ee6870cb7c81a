package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  private final Random random = Seeds.random(BenjaminiHochbergTest.class);

  /// scipy 1.17.1, scipy.stats.false_discovery_control.
  @Test
  void agreesWithTheReference() {
    double[] p = {0.01, 0.04, 0.03, 0.005, 0.5, 0.03};
    assertThat(BenjaminiHochberg.adjust(p))
        .containsExactly(new double[] {0.03, 0.048, 0.045, 0.03, 0.5, 0.045}, within(1e-15));
    assertThat(p[0]).isEqualTo(0.01);
  }

  /// p n / rank = .03, .03, .03 for ranks 1, 2, 3; the cap is 1.
  @Test
  void qIsMonotonousAndAtMostOne() {
    assertThat(BenjaminiHochberg.adjust(new double[] {0.03, 0.01, 0.02}))
        .containsExactly(new double[] {0.03, 0.03, 0.03}, within(1e-15));
    assertThat(BenjaminiHochberg.adjust(new double[] {1, 0.9})).containsExactly(1, 1);
  }

  @Test
  void notANumberIsNoTest() {
    double[] q = BenjaminiHochberg.adjust(new double[] {Double.NaN, 0.02, 0.5, Double.NaN});
    assertThat(q[0]).isNaN();
    assertThat(q[1]).isEqualTo(0.04);
    assertThat(q[2]).isEqualTo(0.5);
    assertThat(BenjaminiHochberg.adjust(new double[] {Double.NaN})).containsExactly(Double.NaN);
    assertThat(BenjaminiHochberg.adjust(new double[0])).isEmpty();
  }

  @Test
  void probabilitiesOutsideTheUnitIntervalAreRejected() {
    assertThatThrownBy(() -> BenjaminiHochberg.adjust(new double[] {0.5, 1.5}))
        .hasMessage("p[1] = 1.5, expected 0 <= p <= 1");
    assertThatThrownBy(() -> BenjaminiHochberg.adjust(new double[] {-0.1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// p n/n is below p for some p if it is rounded twice.
  @Test
  void isNeverBelowP() {
    for (int n = 1; n < 60; n++) {
      double[] p = random.doubles(n).toArray();
      double[] q = BenjaminiHochberg.adjust(p);
      for (int i = 0; i < n; i++) {
        assertThat(q[i]).isGreaterThanOrEqualTo(p[i]);
      }
    }
  }
}
