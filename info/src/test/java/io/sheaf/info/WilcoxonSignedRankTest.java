package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// References: scipy 1.17.1, scipy.stats.wilcoxon; method "exact" or "asymptotic", no correction.
class WilcoxonSignedRankTest {
  private final Random random = Seeds.random(WilcoxonSignedRankTest.class);

  private static double p(double... differences) {
    return WilcoxonSignedRank.test(differences).pValue();
  }

  @Test
  void exactPAgreesWithTheReference() {
    assertThat(p(1.5, -0.5, 2.5, 3.5, -4.5, 5.5)).isEqualTo(0.4375);
    assertThat(p(0.3, -0.1, 0.25, 0.4, 0.5, 0.6, 0.7, -0.05, 0.8)).isEqualTo(0.01953125);
    assertThat(p(1, 2, 3)).isEqualTo(0.25);
  }

  @Test
  void fiftyDifferencesAreExactAndFiftyOneAreNot() {
    double[] fifty = IntStream.range(0, 50).mapToDouble(i -> i % 3 == 0 ? -i - 1 : i + 1).toArray();
    double[] more = IntStream.range(0, 51).mapToDouble(i -> i % 3 == 0 ? -i - 1 : i + 1).toArray();
    assertThat(WilcoxonSignedRank.test(fifty).exact()).isTrue();
    assertThat(p(fifty)).isEqualTo(0.03996834652842374, within(1e-13));
    assertThat(WilcoxonSignedRank.test(more).exact()).isFalse();
    assertThat(p(more)).isEqualTo(0.02568873999366418, within(1e-13));
  }

  @Test
  void zerosAndTiesCallForTheApproximation() {
    WilcoxonSignedRank test = WilcoxonSignedRank.test(new double[] {1, 2, 3, -1, 4, 5, -2, 0});
    assertThat(test.exact()).isFalse();
    assertThat(test.differences()).isEqualTo(7);
    assertThat(test.positiveRankSum()).isEqualTo(23);
    assertThat(test.pValue()).isEqualTo(0.12682565837709103, within(1e-14));
    assertThat(p(1, 1, 1)).isEqualTo(0.0832645166635504, within(1e-14));
  }

  @Test
  void fewerThanThreeDifferencesShowNothing() {
    assertThat(p()).isNaN();
    assertThat(p(1, 2)).isNaN();
    assertThatThrownBy(() -> p(1, Double.NaN))
        .hasMessage("differences[1] = NaN, expected a number");
  }

  /// Zeros count for whether there is a test, as in scipy, and for nothing else.
  @Test
  void zerosMakeUpTheNumber() {
    assertThat(p(0, 0, 0, 5)).isEqualTo(0.31731050786291415, within(1e-15));
    assertThat(p(0, 2, 5)).isEqualTo(0.17971249487899987, within(1e-15));
    assertThat(p(0, 5)).isNaN();
    assertThat(p(0, 0, 0)).isNaN();
    assertThat(p(0.0, -0.0, 0, 0, 0)).isNaN();
  }

  /// Sixty thousand users: a rank sum that looks at all differences for each takes minutes.
  @Test
  @Timeout(5)
  void ranksManyDifferencesQuickly() {
    double[] many = random.doubles(200_000, -1, 1).toArray();
    WilcoxonSignedRank test = WilcoxonSignedRank.test(many);
    double n = many.length;
    assertThat(test.positiveRankSum())
        .isEqualTo(n * (n + 1) / 4, within(6 * Math.sqrt(n * (n + 1) * (2 * n + 1) / 24)));
  }

  /// Counting all sign patterns: the rank sum lies as far from its mean as observed, or farther.
  @Test
  void exactPIsTheEnumerationOfAllSigns() {
    for (int round = 0; round < 50; round++) {
      int n = 3 + random.nextInt(9);
      double[] d = random.doubles(n, -1, 1.5).toArray();
      WilcoxonSignedRank test = WilcoxonSignedRank.test(d);
      double mean = n * (n + 1) / 4.0;
      int extreme = 0;
      for (int signs = 0; signs < 1 << n; signs++) {
        int sum = 0;
        for (int rank = 1; rank <= n; rank++) {
          sum += (signs >> (rank - 1) & 1) * rank;
        }
        extreme += Math.abs(sum - mean) >= Math.abs(test.positiveRankSum() - mean) ? 1 : 0;
      }
      assertThat(test.pValue()).isEqualTo((double) extreme / (1 << n), within(1e-15));
      double[] flipped = java.util.Arrays.stream(d).map(v -> -v).toArray();
      assertThat(p(flipped)).isEqualTo(test.pValue());
    }
  }
}
