package io.sheaf.info.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.info.BiasCorrection;
import io.sheaf.info.Segments;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiscreteEstimatorTest {
  private static final double GAMMA = 0.5772156649015329;
  private final Random random = Randoms.of(DiscreteEstimatorTest.class);

  private static double entropyNats(BiasCorrection correction, double... symbols) {
    return new DiscreteEstimator(correction).entropyNats(Variable.of(symbols));
  }

  private Variable dice(int n, int sides) {
    return Variable.of(random.ints(n, 0, sides).asDoubleStream().toArray());
  }

  /// Counts 1, 2 of n = 3, by hand.
  @Test
  void correctionsAgreeWithTheirFormulas() {
    double[] x = {0, 1, 1};
    double plugIn = Math.log(3) - 2 * Math.log(2) / 3;
    assertThat(entropyNats(BiasCorrection.NONE, x)).isEqualTo(plugIn, within(1e-14));
    assertThat(entropyNats(BiasCorrection.MILLER_MADOW, x))
        .isEqualTo(plugIn + 1 / 6.0, within(1e-14));
    double g1 = -GAMMA - Math.log(2);
    assertThat(entropyNats(BiasCorrection.GRASSBERGER, x))
        .isEqualTo(Math.log(3) - (g1 + 2 * (2 + g1)) / 3, within(1e-14));
    // Coverage 2/3: p = 2/9 and 4/9.
    double chaoShen =
        -2 / 9.0 * Math.log(2 / 9.0) / (1 - Math.pow(7 / 9.0, 3))
            - 4 / 9.0 * Math.log(4 / 9.0) / (1 - Math.pow(5 / 9.0, 3));
    assertThat(entropyNats(BiasCorrection.CHAO_SHEN, x)).isEqualTo(chaoShen, within(1e-14));
    // Shrinkage (1 - 5/9)/(2 * 2/36) = 4, so 1: equal frequencies.
    assertThat(entropyNats(BiasCorrection.JAMES_STEIN, x)).isEqualTo(Math.log(2), within(1e-14));
  }

  /// Mean over 2,000 uniform samples of 64 sides, n = 64. The biases seen are -0.56, -0.25, -0.03,
  /// 0.07 and -0.45 nats (the cells that James-Stein shrinks to are the observed ones); the
  /// standard error of a mean is below 0.003.
  @ParameterizedTest
  @EnumSource(BiasCorrection.class)
  void correctionsReduceTheBiasOfEntropy(BiasCorrection correction) {
    double sum = 0;
    for (int i = 0; i < 2000; i++) {
      sum += new DiscreteEstimator(correction).entropyNats(dice(64, 64)) - Math.log(64);
    }
    double most =
        switch (correction) {
          case NONE -> 0.60;
          case MILLER_MADOW -> 0.28;
          case GRASSBERGER -> 0.15;
          case CHAO_SHEN -> 0.15;
          case JAMES_STEIN -> 0.50;
        };
    assertThat(Math.abs(sum / 2000)).isLessThan(most);
  }

  /// Shrunk all the way, or by a symmetric share, independent dice carry little; what is left is
  /// not negative.
  @Test
  void shrunkInformationIsConsistent() {
    for (int i = 0; i < 200; i++) {
      Observations o = Observations.pairs(dice(40, 3), dice(40, 4), dice(40, 2));
      double shrunk = new DiscreteEstimator(BiasCorrection.JAMES_STEIN).nats(o);
      double plugIn = new DiscreteEstimator(BiasCorrection.NONE).nats(o);
      assertThat(shrunk).isBetween(-1e-12, plugIn + 1e-12);
    }
  }

  /// A binary symmetric channel of error e carries ln 2 - h(e); bias 1/(2n), standard error below
  /// 1/sqrt(n).
  @ParameterizedTest
  @EnumSource(BiasCorrection.class)
  void findsTheCapacityOfABinaryChannel(BiasCorrection correction) {
    int n = 20_000;
    double e = 0.1;
    double[] x = random.ints(n, 0, 2).asDoubleStream().toArray();
    double[] y = Arrays.stream(x).map(v -> random.nextDouble() < e ? 1 - v : v).toArray();
    double expected = Math.log(2) + e * Math.log(e) + (1 - e) * Math.log(1 - e);
    Observations o = Observations.pairs(Variable.of(x), Variable.of(y));
    assertThat(new DiscreteEstimator(correction).nats(o)).isEqualTo(expected, within(0.02));
  }

  @Test
  void symbolicSeriesSeeOrderOnly() {
    double[] x = Randoms.normal(random, 400);
    double[] stretched = Arrays.stream(x).map(Math::exp).toArray();
    Segments whole = Segments.whole(400);
    SymbolicSeries one = SymbolicSeries.of(Variable.of(x), 3, 2, whole);
    SymbolicSeries other = SymbolicSeries.of(Variable.of(stretched), 3, 2, whole);
    assertThat(one.firstRow()).isEqualTo(4);
    assertThat(one.patterns().rows()).isEqualTo(396);
    DiscreteEstimator plugIn = new DiscreteEstimator(BiasCorrection.NONE);
    assertThat(plugIn.nats(Observations.pairs(one.patterns(), other.patterns())))
        .isEqualTo(plugIn.entropyNats(one.patterns()), within(1e-12));
    assertThatThrownBy(() -> SymbolicSeries.of(Variable.of(x), 12, 50, whole))
        .hasMessageContaining("expected more than 550");
  }

  /// A power of 2 changes no digit.
  @Test
  void binsDoNotDependOnTheUnit() {
    double[] x = Randoms.normal(random, 99);
    for (boolean quantiles : new boolean[] {true, false}) {
      Variable bins = DiscreteEstimator.binned(Variable.of(x), 3, quantiles);
      for (int power : new int[] {-900, -30, -1, 30, 900}) {
        double[] scaled = Arrays.stream(x).map(v -> Math.scalb(v, power)).toArray();
        Variable other = DiscreteEstimator.binned(Variable.of(scaled), 3, quantiles);
        for (int i = 0; i < x.length; i++) {
          assertThat(other.at(i, 0)).isEqualTo(bins.at(i, 0));
        }
      }
    }
  }

  @Test
  void symbolsMustBeWholeNumbers() {
    DiscreteEstimator plugIn = new DiscreteEstimator(BiasCorrection.NONE);
    for (double bad : new double[] {0.5, -1, 2147483647.0, 1e12}) {
      assertThatThrownBy(() -> plugIn.entropyNats(Variable.of(new double[] {0, bad})))
          .hasMessageContaining("expected a symbol");
    }
    assertThat(plugIn.entropyNats(Variable.of(new double[] {0, 2147483646.0})))
        .isEqualTo(Math.log(2), within(1e-14));
    assertThat(plugIn.multiInformationNats(List.of(dice(1, 2), dice(1, 2)))).isZero();
    assertThat(DiscreteEstimator.binned(Variable.of(new double[] {1, 2, 3, 9}), 2, true).at(2, 0))
        .isEqualTo(1);
  }
}
