package io.sheaf.info.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.info.series.DelayScan.Comparison;
import io.sheaf.info.series.NetworkInference.Inputs;
import io.sheaf.info.series.NetworkInference.Link;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private final Random random = Randoms.of(SelectionTest.class);

  private static Comparison comparison(Estimator estimator, int surrogates) {
    return new Comparison(estimator, new Null.Permutation(), SurrogateCount.fixed(surrogates, 11));
  }

  private static DelayScan scan(Variable x, Variable y, Comparison comparison) {
    List<Integer> delays = IntStream.rangeClosed(1, 6).boxed().toList();
    Rows rows = Rows.of(x).reaching(6);
    return DelayScan.of(
        delays.stream()
            .map(u -> Observations.transfer(x, y, TransferHistories.of(1, 1, u), rows))
            .toList(),
        delays,
        comparison);
  }

  @Test
  void theDelayOfACouplingIsFound() {
    double[] x = Randoms.normal(random, 500);
    DelayScan scan =
        scan(
            Variable.of(x),
            Variable.of(Randoms.driven(random, x, 0.5, 0.6, 4)),
            comparison(KsgEstimator.ofNeighbours(4), 99));
    assertThat(scan.best().delay()).isEqualTo(4);
    assertThat(scan.bestPValue()).isEqualTo(0.01);
    assertThat(scan.delays())
        .allSatisfy(
            one -> assertThat(one.correctedPValue()).isGreaterThanOrEqualTo(one.test().pValue()));
  }

  /// 400 scans of six delays: standard error at 0.05 is 0.011. Uncorrected, the least of six p
  /// would be below 0.05 in about a quarter.
  @Test
  void theMaximumOverDelaysIsAllowedFor() {
    int corrected = 0;
    int uncorrected = 0;
    for (int i = 0; i < 400; i++) {
      DelayScan scan =
          scan(
              Randoms.normalVariable(random, 80, 1),
              Randoms.normalVariable(random, 80, 1),
              comparison(new GaussianEstimator(false), 59));
      corrected += scan.bestPValue() <= 0.05 ? 1 : 0;
      uncorrected += scan.delays().stream().anyMatch(one -> one.test().pValue() <= 0.05) ? 1 : 0;
    }
    assertThat(corrected / 400.0).isBetween(0.01, 0.095);
    assertThat(uncorrected / 400.0).isGreaterThan(0.15);
  }

  /// `x[t]` depends on `x[t-2]` only.
  @Test
  void activeInformationFindsLengthAndSpacing() {
    double[] x = Randoms.normal(random, 2000);
    for (int t = 2; t < x.length; t++) {
      x[t] += 0.7 * x[t - 2];
    }
    Variable variable = Variable.of(x);
    EmbeddingChoice choice =
        EmbeddingChoice.byActiveInformation(
            variable, new History(4, 2, 1), new GaussianEstimator(true), Rows.of(variable));
    assertThat(choice.tried()).hasSize(7);
    assertThat(choice.history().reach()).isGreaterThanOrEqualTo(2);
    assertThat(choice.nats()).isGreaterThan(0.2);
    List<GreedySelection.Taken> taken =
        new GreedySelection(
                variable,
                Rows.of(variable).reaching(4),
                comparison(new GaussianEstimator(false), 99),
                0.05)
            .grow(
                IntStream.rangeClosed(1, 4).mapToObj(lag -> Lagged.row(variable, lag)).toList(),
                List.of());
    assertThat(taken.getFirst().part().history().lag()).isEqualTo(2);
  }

  /// 0 drives 1 (lag 2), 1 drives 2 (lag 1); 0 reaches 2 only through 1; 3 stands alone.
  @Test
  void aChainIsFoundWithoutItsShortCut() {
    double[] a = Randoms.autoregressive(random, 1500, 0.4);
    double[] b = Randoms.driven(random, a, 0.3, 0.7, 2);
    double[] c = Randoms.driven(random, b, 0.3, 0.7, 1);
    List<Variable> series =
        List.of(
            Variable.of(a),
            Variable.of(b),
            Variable.of(c),
            Variable.of(Randoms.autoregressive(random, 1500, 0.5)));
    NetworkInference inference =
        new NetworkInference(1, 3, 0.01, comparison(new GaussianEstimator(false), 199));
    List<Inputs> inputs =
        IntStream.range(0, 4)
            .mapToObj(target -> inference.inputs(series, target, Rows.of(series.getFirst())))
            .toList();
    List<Link> links = NetworkInference.links(inputs, 0.02);
    assertThat(links).anyMatch(one -> one.source() == 0 && one.target() == 1 && one.lag() == 2);
    assertThat(links).anyMatch(one -> one.source() == 1 && one.target() == 2 && one.lag() == 1);
    assertThat(links).noneMatch(one -> one.source() == 0 && one.target() == 2);
    assertThat(inference.inputs(series, 1, Rows.of(series.getFirst()))).isEqualTo(inputs.get(1));
  }

  /// 400 networks of four independent series, so that each edge is false: any at a false discovery
  /// rate of 0.05 in 0.05 of them, standard error 0.011, four of them. The omnibus test of sources
  /// that were chosen on the same samples gave 0.143 by itself. With 79 surrogates 0.05 / 4 can be
  /// reached.
  @Test
  void networksOfIndependentSeriesSeldomHaveEdges() {
    int linked = 0;
    for (int i = 0; i < 400; i++) {
      List<Variable> series =
          IntStream.range(0, 4).mapToObj(_ -> Randoms.normalVariable(random, 60, 1)).toList();
      Comparison comparison =
          new Comparison(
              new GaussianEstimator(false), new Null.Permutation(), SurrogateCount.fixed(79, i));
      NetworkInference inference = new NetworkInference(1, 3, 0.05, comparison);
      List<Inputs> inputs =
          IntStream.range(0, 4)
              .mapToObj(target -> inference.inputs(series, target, Rows.of(series.getFirst())))
              .toList();
      linked += NetworkInference.links(inputs, 0.05).isEmpty() ? 0 : 1;
    }
    System.out.println("networks with an edge: " + linked + " of 400");
    assertThat(linked / 400.0).isEqualTo(0.05, within(0.044));
  }

  /// Six independent series, six targets at 0.05 each: more than 4 links in all would be a
  /// probability below 1e-4.
  @Test
  void independentSeriesHaveFewLinks() {
    List<Variable> series =
        IntStream.range(0, 6)
            .mapToObj(i -> Variable.of(Randoms.autoregressive(random, 300, 0.6)))
            .toList();
    NetworkInference inference =
        new NetworkInference(1, 3, 0.05, comparison(new GaussianEstimator(false), 99));
    List<Inputs> inputs =
        IntStream.range(0, 6)
            .mapToObj(target -> inference.inputs(series, target, Rows.of(series.getFirst())))
            .toList();
    assertThat(NetworkInference.links(inputs, 0.05).size()).isLessThanOrEqualTo(4);
    assertThat(inputs).allSatisfy(one -> assertThat(one.pastLags()).contains(1));
  }

  @Test
  void misuseNamesTheValueAndTheBound() {
    Variable x = Randoms.normalVariable(random, 30, 1);
    Comparison few = comparison(new GaussianEstimator(false), 9);
    assertThatThrownBy(() -> new GreedySelection(x, Rows.of(x), few, 0.05))
        .hasMessageContaining("surrogates = 9, expected at least 19");
    assertThatThrownBy(() -> new NetworkInference(2, 1, 0.05, few))
        .hasMessageContaining("lags = 2..1");
    assertThatThrownBy(() -> DelayScan.of(List.of(), List.of(), few))
        .hasMessageContaining("at least 1");
  }
}
