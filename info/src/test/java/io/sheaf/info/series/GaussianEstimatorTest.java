package io.sheaf.info.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.info.GrangerCausality;
import io.sheaf.info.Segments;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class GaussianEstimatorTest {
  private static final Estimator PLAIN = new GaussianEstimator(false);
  private final Random random = Randoms.of(GaussianEstimatorTest.class);

  private Observations transfer(int n) {
    double[] x = Randoms.autoregressive(random, n, 0.5);
    Variable source = Variable.of(x);
    Variable target = Variable.of(Randoms.driven(random, x, 0.4, 0.5, 1));
    return Observations.transfer(source, target, TransferHistories.of(1, 1, 1), Rows.of(source));
  }

  /// `y[t] = 0.4 y[t-1] + 0.3 x[t-1] + noise`: what x leaves given the past of y is computed by
  /// regression; F and p must be those of nested regressions.
  @Test
  void agreesWithNestedRegressions() {
    double[] x = Randoms.autoregressive(random, 300, 0.5);
    double[] y = Randoms.driven(random, x, 0.4, 0.3, 1);
    GrangerCausality nested = GrangerCausality.pairwise(x, y, Segments.whole(300), 1);
    Variable source = Variable.of(x);
    GaussianTest test =
        GaussianTest.f(
            Observations.transfer(
                source, Variable.of(y), TransferHistories.of(1, 1, 1), Rows.of(source)));
    assertThat(test.statistic()).isEqualTo(nested.fXToY(), within(1e-9 * nested.fXToY()));
    assertThat(test.pValue()).isEqualTo(nested.pXToY(), within(1e-12));
  }

  /// With one coupling c, unit noise and x white: I = ln(1 + c²)/2; standard error 1/sqrt(2n) or
  /// less, four of them.
  @Test
  void findsTheClosedForm() {
    int n = 20_000;
    for (double c : new double[] {0, 0.2, 1}) {
      double[] x = Randoms.normal(random, n);
      Variable source = Variable.of(x);
      Variable target = Variable.of(Randoms.driven(random, x, 0.5, c, 3));
      Observations o =
          Observations.transfer(source, target, TransferHistories.of(1, 1, 3), Rows.of(source));
      assertThat(PLAIN.nats(o)).isEqualTo(0.5 * Math.log(1 + c * c), within(4 / Math.sqrt(2 * n)));
    }
  }

  /// Mean of 4,000 independent cases; the standard deviation of one is sqrt(dof/2)/n = 0.03.
  @Test
  void theBiasIsAsInTheory() {
    double sum = 0;
    for (int i = 0; i < 4000; i++) {
      sum +=
          new GaussianEstimator(true)
              .nats(
                  Observations.pairs(
                      Randoms.normalVariable(random, 40, 2),
                      Randoms.normalVariable(random, 40, 3),
                      Randoms.normalVariable(random, 40, 2)));
    }
    assertThat(sum / 4000).isEqualTo(0, within(4 * 0.05 / Math.sqrt(4000)));
  }

  /// 4,000 tests of independent samples: standard error at 0.05 is 0.0035.
  @Test
  void theFTestIsExactAndChiSquareIsTooEager() {
    int exact = 0;
    int eager = 0;
    for (int i = 0; i < 4000; i++) {
      Observations o =
          Observations.pairs(
              Randoms.normalVariable(random, 15, 1), Randoms.normalVariable(random, 15, 3));
      exact += GaussianTest.f(o).pValue() <= 0.05 ? 1 : 0;
      eager += GaussianTest.chiSquare(o).pValue() <= 0.05 ? 1 : 0;
    }
    assertThat(exact / 4000.0).isEqualTo(0.05, within(0.014));
    assertThat(eager).isGreaterThan(exact);
  }

  @Test
  void localValuesAverageToTheValue() {
    Observations o = transfer(500);
    assertThat(DoubleStream.of(PLAIN.localNats(o)).average().orElseThrow())
        .isEqualTo(PLAIN.nats(o), within(1e-12));
  }

  @Test
  void theChainRuleHolds() {
    Variable x = Randoms.normalVariable(random, 60, 2);
    Variable y = Randoms.normalVariable(random, 60, 2);
    Variable z = Randoms.normalVariable(random, 60, 1);
    double together = PLAIN.nats(Observations.pairs(x, Variable.joint(List.of(y, z))));
    double apart = PLAIN.nats(Observations.pairs(x, z)) + PLAIN.nats(Observations.pairs(x, y, z));
    assertThat(together).isEqualTo(apart, within(1e-12));
    double entropies =
        PLAIN.entropyNats(x)
            + PLAIN.entropyNats(z)
            - PLAIN.entropyNats(Variable.joint(List.of(x, z)));
    assertThat(PLAIN.nats(Observations.pairs(x, z))).isEqualTo(entropies, within(1e-12));
    assertThat(PLAIN.multiInformationNats(List.of(x, y, z)))
        .isEqualTo(
            PLAIN.nats(Observations.pairs(y, x))
                + PLAIN.nats(Observations.pairs(z, Variable.joint(List.of(x, y)))),
            within(1e-12));
  }

  @Test
  void whatIsLinearlyDependentAddsNothing() {
    Variable x = Randoms.normalVariable(random, 50, 1);
    Variable y = Randoms.normalVariable(random, 50, 1);
    double once = PLAIN.nats(Observations.pairs(x, y));
    assertThat(PLAIN.nats(Observations.pairs(x, Variable.joint(List.of(y, y)))))
        .isEqualTo(once, within(1e-12));
    assertThat(PLAIN.nats(Observations.pairs(x, Variable.of(new double[50])))).isZero();
    assertThat(PLAIN.nats(Observations.pairs(x, y, y))).isEqualTo(0, within(1e-12));
    assertThat(PLAIN.nats(Observations.pairs(x, x))).isInfinite();
  }

  /// ln of the unit, to rounding of numbers of about 700.
  @Test
  void entropyIsFiniteInEveryUnit() {
    double[] x = Randoms.normal(random, 50);
    GaussianEstimator e = new GaussianEstimator(true);
    double nats = e.entropyNats(Variable.of(x));
    for (double unit : new double[] {1e-300, 1e-9, 1e9, 1e300}) {
      Variable other = Variable.of(Arrays.stream(x).map(v -> v * unit).toArray());
      assertThat(e.entropyNats(other)).isEqualTo(nats + Math.log(unit), within(1e-11));
    }
    assertThat(e.entropyNats(Variable.of(new double[9]))).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void misuseNamesTheValueAndTheBound() {
    Variable x = Randoms.normalVariable(random, 3, 2);
    assertThatThrownBy(() -> PLAIN.nats(Observations.pairs(x, x)))
        .hasMessage("samples = 3, expected samples > 4 (dimensions of all variables)");
    Variable y = Randoms.normalVariable(random, 9, 2);
    assertThatThrownBy(() -> GaussianTest.f(Observations.pairs(y, y)))
        .hasMessageContaining("expected one of them to have 1");
  }
}
