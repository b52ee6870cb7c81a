package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FixedPointEntropyTest {
  private static long[] table(FixedPointEntropy entropy, int n) {
    long[] table = new long[n + 1];
    for (int c = 0; c < n; c++) {
      table[c + 1] = table[c] + entropy.increments()[c];
    }
    return table;
  }

  @Test
  void powersOfTwoAreExact() {
    for (int n : new int[] {1, 2, 3, 100, 2287, 1_000_000}) {
      FixedPointEntropy entropy = new FixedPointEntropy(n);
      long[] table = table(entropy, n);
      for (int c = 1, log = 0; c <= n; c *= 2, log++) {
        assertThat(entropy.bits((double) table[c])).isEqualTo((double) c * log);
      }
    }
  }

  /// 6^6 = 2^6 3^6: counts 6m and six times m against three times 2m and twice 3m. Equal in theory;
  /// the sums may differ by rounding, within the tolerance, and do: without one a tie is missed.
  @Test
  void theoreticalTiesAreWithinTheTolerance() {
    boolean rounded = false;
    for (int n : new int[] {12, 500, 2287, 100_000}) {
      FixedPointEntropy entropy = new FixedPointEntropy(n);
      long[] table = table(entropy, n);
      for (int m = 1; 6 * m <= n; m++) {
        long difference = table[6 * m] + 6 * table[m] - 3 * table[2 * m] - 2 * table[3 * m];
        rounded |= difference != 0;
        assertThat(Math.abs(difference)).isLessThanOrEqualTo(entropy.tolerance());
      }
    }
    assertThat(rounded).isTrue();
  }

  /// 1e-12 bits, as [SurrogateTest] promises, for any number of samples in use.
  @Test
  void theToleranceIsFarBelowAnyMeaning() {
    for (int n : new int[] {2, 100, 2287, 20_000}) {
      FixedPointEntropy entropy = new FixedPointEntropy(n);
      assertThat(entropy.bits((double) entropy.tolerance()) / n).isLessThan(1e-12);
    }
    FixedPointEntropy million = new FixedPointEntropy(1_000_000);
    assertThat(million.bits((double) million.tolerance()) / 1e6).isLessThan(1e-10);
  }

  @Test
  void sumsStayBelowTheGreatestLong() {
    for (int n : new int[] {1, 2, 3, 1023, 1024, 1025, 5_000_000}) {
      FixedPointEntropy entropy = new FixedPointEntropy(n);
      long greatest = Arrays.stream(entropy.increments()).limit(n).sum();
      assertThat(greatest).isBetween(0L, 1L << 61);
      assertThat(entropy.bits((double) greatest))
          .isEqualTo(n * Math.log(n) / Math.log(2), within(1e-15 * n * 64));
    }
  }
}
