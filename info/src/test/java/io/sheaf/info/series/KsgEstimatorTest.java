package io.sheaf.info.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.info.Segments;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class KsgEstimatorTest {
  private final Random random = Randoms.of(KsgEstimatorTest.class);

  /// Rounding of sums of n digammas only.
  @Test
  void agreesWithComparingAllWithAll() {
    for (int i = 0; i < 40; i++) {
      int n = 30 + random.nextInt(90);
      Variable x = Randoms.normalVariable(random, n, 1 + random.nextInt(2));
      Variable y = Randoms.normalVariable(random, n, 1 + random.nextInt(2));
      TransferHistories histories =
          new TransferHistories(
              new History(1 + random.nextInt(2), 1 + random.nextInt(2), 1),
              new History(1 + random.nextInt(2), 1, 1 + random.nextInt(3)));
      Segments halves = Segments.of(n, new int[] {0, 14}, new int[] {12, n});
      Observations transfer = Observations.transfer(x, y, histories, new Rows(halves, 0));
      for (Observations o : List.of(transfer, Observations.pairs(x, y))) {
        KsgEstimator e =
            new KsgEstimator(
                1 + i % 2, 1 + random.nextInt(5), random.nextInt(4), Workers.calling());
        assertThat(e.nats(o)).isEqualTo(new PlainNeighbours(o, e).nats(), within(1e-11));
      }
    }
  }

  /// The twin sorts stably: of equal distances, the first samples.
  @Test
  void tiesAreCountedExactly() {
    for (int i = 0; i < 20; i++) {
      Variable x = Variable.of(random.ints(150, 0, 9).mapToDouble(v -> v / 7.0).toArray());
      Variable y = Variable.of(random.ints(150, 0, 5).mapToDouble(v -> v / 3.0).toArray());
      Observations o = Observations.transfer(x, y, TransferHistories.of(2, 1, 1), Rows.of(x));
      KsgEstimator e = new KsgEstimator(1 + i % 2, 3, 0, Workers.calling());
      assertThat(x.tiedShare()).isEqualTo(1);
      assertThat(e.nats(o)).isEqualTo(new PlainNeighbours(o, e).nats(), within(1e-11));
    }
  }

  /// What surrogates are measured by, lists of near targets, gives the same bits as trees: with
  /// ties, windows, more dimensions, lists of all samples and lists that are too short.
  @Test
  void manySourcesAreMeasuredAsOne() {
    for (int i = 0; i < 60; i++) {
      int n = 30 + random.nextInt(i % 2 == 0 ? 60 : 700);
      boolean tied = i % 3 == 0;
      Variable x = tied ? dice(n) : Randoms.normalVariable(random, n, 1 + random.nextInt(2));
      Variable y = tied ? dice(n) : Randoms.normalVariable(random, n, 1 + random.nextInt(2));
      KsgEstimator e =
          new KsgEstimator(
              1 + i % 5 / 4, 1 + random.nextInt(6), random.nextInt(9), Workers.calling());
      for (Observations o :
          List.of(
              Observations.transfer(
                  x, y, TransferHistories.of(1 + random.nextInt(2), 1, 1), Rows.of(x)),
              Observations.pairs(x, y))) {
        SourceInformation many = e.prepared(o);
        SourceSurrogates surrogates =
            new SourceSurrogates(o, new Null.Permutation(), random.nextLong());
        for (double[][] source : List.of(o.source(), surrogates.columns(0))) {
          double[] local = new KsgFrame(e, o, false).localNats(source);
          assertThat(many.nats(source)).isEqualTo(DoubleStream.of(local).sum() / local.length);
        }
      }
    }
  }

  private Variable dice(int n) {
    return Variable.of(random.ints(n, 0, 7).mapToDouble(v -> v / 7.0).toArray());
  }

  /// I = -ln(1 - r²)/2; Kraskov et al. 2004 find no bias beyond statistical errors, which are about
  /// 0.9/sqrt(n) here: four of them.
  @Test
  void findsTheInformationOfCorrelatedGaussians() {
    int n = 4000;
    for (double r : new double[] {0, 0.3, 0.6, 0.9}) {
      double[] x = Randoms.normal(random, n);
      double[] y = Randoms.normal(random, n);
      for (int i = 0; i < n; i++) {
        y[i] = r * x[i] + Math.sqrt(1 - r * r) * y[i];
      }
      Observations o = Observations.pairs(Variable.of(x), Variable.of(y));
      for (int algorithm = 1; algorithm <= 2; algorithm++) {
        double nats = new KsgEstimator(algorithm, 4, 0, Workers.calling()).nats(o);
        assertThat(nats).isEqualTo(-0.5 * Math.log(1 - r * r), within(3.6 / Math.sqrt(n)));
      }
    }
  }

  /// Samples that a Theiler window leaves out do not count as samples: if they did, independent
  /// variables would seem to share ln(n/(n - 15)) = 0.065 nats here. The standard error of the mean
  /// of 400 is 0.002, four of them.
  @Test
  void aTheilerWindowLeavesIndependentVariablesIndependent() {
    for (int algorithm = 1; algorithm <= 2; algorithm++) {
      KsgEstimator e = new KsgEstimator(algorithm, 4, 7, Workers.calling());
      double mutual = 0;
      double multi = 0;
      double entropy = 0;
      for (int i = 0; i < 400; i++) {
        Variable x = Randoms.normalVariable(random, 240, 1);
        Variable y = Randoms.normalVariable(random, 240, 1);
        mutual += e.nats(Observations.pairs(x, y)) / 400;
        multi +=
            e.multiInformationNats(List.of(x, y, Randoms.normalVariable(random, 240, 1))) / 400;
        entropy += e.entropyNats(x) / 400;
      }
      assertThat(mutual).isEqualTo(0, within(0.01));
      assertThat(multi).isEqualTo(0, within(0.02));
      assertThat(entropy).isEqualTo(0.5 * Math.log(2 * Math.PI * Math.E), within(0.02));
    }
  }

  /// ln(12)/2 + … of a normal variable; the standard error of the estimate is below 1.2/sqrt(n).
  @Test
  void findsTheEntropyOfGaussians() {
    int n = 3000;
    KsgEstimator e = KsgEstimator.ofNeighbours(4);
    double one = 0.5 * Math.log(2 * Math.PI * Math.E);
    assertThat(e.entropyNats(Randoms.normalVariable(random, n, 1))).isEqualTo(one, within(0.09));
    assertThat(e.entropyNats(Randoms.normalVariable(random, n, 2)))
        .isEqualTo(2 * one, within(0.12));
    assertThatThrownBy(() -> e.entropyNats(Variable.of(new double[20])))
        .hasMessageContaining("add noise");
  }

  @Test
  void multiInformationOfTwoIsMutualInformation() {
    Variable x = Randoms.normalVariable(random, 300, 2);
    Variable y = Randoms.normalVariable(random, 300, 1);
    for (int algorithm = 1; algorithm <= 2; algorithm++) {
      KsgEstimator e = new KsgEstimator(algorithm, 3, 2, Workers.calling());
      assertThat(e.multiInformationNats(List.of(x, y)))
          .isEqualTo(e.nats(Observations.pairs(x, y)), within(1e-11));
    }
  }

  @Test
  void threadsDoNotChangeABit() {
    Variable x = Randoms.normalVariable(random, 5000, 1);
    Variable y = Randoms.normalVariable(random, 5000, 1);
    Observations o = Observations.transfer(x, y, TransferHistories.of(2, 1, 1), Rows.of(x));
    try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
      KsgEstimator many = new KsgEstimator(1, 4, 0, new Workers(pool, 4));
      assertThat(many.localNats(o)).isEqualTo(KsgEstimator.ofNeighbours(4).localNats(o));
    }
  }

  @Test
  void theMeanOfLocalValuesIsTheValueAndAConstantSourceSaysNothing() {
    Variable x = Randoms.normalVariable(random, 200, 1);
    Variable constant = Variable.of(new double[200]);
    KsgEstimator e = KsgEstimator.ofNeighbours(4);
    Observations o = Observations.transfer(x, x, TransferHistories.of(1, 1, 2), Rows.of(x));
    assertThat(DoubleStream.of(e.localNats(o)).average().orElseThrow())
        .isEqualTo(e.nats(o), within(1e-12));
    Observations idle =
        Observations.transfer(constant, x, TransferHistories.of(1, 1, 1), Rows.of(x));
    assertThat(e.nats(idle)).isEqualTo(0, within(1e-12));
  }

  @Test
  void isDescribedTheSameInAnyLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(new KsgEstimator(2, 4, 7, Workers.calling()).describe())
          .isEqualTo("ksg2, K = 4, Theiler window 7");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void misuseNamesTheValueAndTheBound() {
    Variable x = Randoms.normalVariable(random, 5, 1);
    assertThatThrownBy(() -> KsgEstimator.ofNeighbours(5).nats(Observations.pairs(x, x)))
        .hasMessageContaining("neighbours = 5, expected 1 <= neighbours <= 4");
    assertThatThrownBy(
            () -> new KsgEstimator(1, 1, 3, Workers.calling()).nats(Observations.pairs(x, x)))
        .hasMessageContaining("neighbours <= 0");
    assertThatThrownBy(
            () ->
                Observations.transfer(
                    x, x, TransferHistories.of(Integer.MAX_VALUE, 1, 1), Rows.of(x)))
        .hasMessage("history of 2147483647 rows, expected at most the 5 of the segments");
    assertThatThrownBy(() -> new KsgEstimator(3, 1, 0, Workers.calling()))
        .hasMessageContaining("algorithm = 3");
    assertThatThrownBy(() -> Variable.of(new double[] {1, Double.NaN}))
        .hasMessage("columns[0][1] = NaN, expected a finite number");
    assertThatThrownBy(() -> Observations.pairs(x, Variable.of(new double[4])))
        .hasMessageContaining("variable of 4 rows, expected 5");
  }
}
