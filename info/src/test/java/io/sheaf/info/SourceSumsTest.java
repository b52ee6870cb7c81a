package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.info.internal.Xoshiro256PlusPlus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

/// Drawing cells over sources gives what drawing sources over cells gives.
class SourceSumsTest {
  private final Random random = Seeds.random(SourceSumsTest.class);

  private int[] skewed(int n, double share) {
    return IntStream.range(0, n)
        .map(i -> random.nextDouble() < share ? 0 : 1 + random.nextInt(4))
        .toArray();
  }

  private static Samples samples(int[] target, int[] source, int[] past) {
    return Samples.pairs(Symbols.of(target), Symbols.of(source), Symbols.of(past));
  }

  private static SourceSums bySource(Samples samples, States strata) {
    FixedPointEntropy entropy = new FixedPointEntropy(samples.size());
    return new SourceSums(samples, new SourceLayout(samples, strata), entropy);
  }

  private static CellSums byCell(Samples samples, States strata) {
    CellLayout layout = new CellLayout(samples, strata);
    PermutedPlaces permuted = new PermutedPlaces(samples, layout);
    return CellSums.of(samples, layout, permuted, new FixedPointEntropy(samples.size()));
  }

  private static States noStrata(Samples samples) {
    return States.single(samples.size());
  }

  private static int[] perSource(int[] sources, States strata, int stratum) {
    int[] members =
        IntStream.range(0, sources.length).filter(i -> strata.ids()[i] == stratum).toArray();
    return Arrays.stream(Places.gather(sources, members)).sorted().toArray();
  }

  /// Skewed and even sources, all shapes of tables, with strata that the past determines.
  @Test
  void everyArrangementCountsAsItsPlainTwin() {
    Xoshiro256PlusPlus generator = new Xoshiro256PlusPlus(random.nextLong());
    for (int round = 0; round < 300; round++) {
      int n = 1 + random.nextInt(150);
      int[] past = Seeds.symbols(random, n, 1 + random.nextInt(12));
      int[] target = Seeds.symbols(random, n, 1 + random.nextInt(4));
      Samples samples = samples(target, skewed(n, random.nextDouble()), past);
      int strataCount = 1 + random.nextInt(3);
      States strata = States.of(Arrays.stream(past).map(z -> z % strataCount).toArray());
      FixedPointEntropy entropy = new FixedPointEntropy(n);
      double observed = DiscreteInformation.bits(samples, BiasCorrection.NONE);
      SourceSums sums = bySource(samples, strata);
      for (int draw = 0; draw < 5; draw++) {
        Arrangement next = Arrangement.next(sums, samples, generator);
        for (int s = 0; s < strata.count(); s++) {
          assertThat(perSource(next.sources(), strata, s))
              .isEqualTo(perSource(samples.source().ids(), strata, s));
        }
        double bits = observed + entropy.bits((double) (next.sum() - sums.observed())) / n;
        assertThat(bits).isEqualTo(next.plainBits(samples), within(1e-12));
      }
    }
  }

  /// Exact shares of each sum from all orders of 8 samples that keep the strata; chi-square of
  /// 40,000 draws of each layout against them: there are at most 840 orders, so each sum expects 47
  /// or more. In 16 comparisons a right program fails with probability 1.6e-5.
  @Test
  void bothLayoutsDrawTheExactDistribution() {
    int draws = 40_000;
    for (int round = 0; round < 8; round++) {
      int[] source = {0, 0, 0, 0, 1, 1, 2, 3};
      int[] past = round % 2 == 0 ? new int[8] : new int[] {0, 1, 0, 1, 0, 0, 1, 0};
      Samples samples = samples(Seeds.symbols(random, 8, 3), source, past);
      States strata = round % 4 == 3 ? States.of(past) : noStrata(samples);
      Map<Long, Double> exact = new HashMap<>();
      List<int[]> orders = new ArrayList<>();
      orders(IntStream.range(0, 8).toArray(), 0, orders);
      orders.removeIf(order -> !keepsStrata(order, strata));
      for (int[] order : orders) {
        int[] sources = Places.gather(samples.source().ids(), order);
        exact.merge(key(new Arrangement(0, sources).plainBits(samples)), 1.0, Double::sum);
      }
      exact.replaceAll((bits, count) -> count / orders.size());
      for (SurrogateSums sums : List.of(bySource(samples, strata), byCell(samples, strata))) {
        assertThat(tail(exact, drawn(sums, samples, draws), draws)).isGreaterThan(1e-6);
      }
    }
  }

  private static boolean keepsStrata(int[] order, States strata) {
    return IntStream.range(0, order.length)
        .allMatch(i -> strata.ids()[order[i]] == strata.ids()[i]);
  }

  private static void orders(int[] order, int from, List<int[]> all) {
    if (from == order.length) {
      all.add(order.clone());
      return;
    }
    for (int i = from; i < order.length; i++) {
      swap(order, from, i);
      orders(order, from + 1, all);
      swap(order, from, i);
    }
  }

  private static long key(double bits) {
    return Math.round(bits * 1e9);
  }

  private Map<Long, Integer> drawn(SurrogateSums sums, Samples samples, int draws) {
    Xoshiro256PlusPlus generator = new Xoshiro256PlusPlus(random.nextLong());
    FixedPointEntropy entropy = new FixedPointEntropy(samples.size());
    double observed = DiscreteInformation.bits(samples, BiasCorrection.NONE);
    Map<Long, Integer> drawn = new HashMap<>();
    for (int i = 0; i < draws; i++) {
      double excess = sums.next(generator) - sums.observed();
      drawn.merge(key(observed + entropy.bits(excess) / samples.size()), 1, Integer::sum);
    }
    return drawn;
  }

  /// The probability of a chi-square at least as great.
  private static double tail(Map<Long, Double> exact, Map<Long, Integer> drawn, int draws) {
    assertThat(exact.keySet()).containsAll(drawn.keySet());
    double chiSquare = 0;
    for (Map.Entry<Long, Double> share : exact.entrySet()) {
      double expected = share.getValue() * draws;
      double surplus = drawn.getOrDefault(share.getKey(), 0) - expected;
      chiSquare += surplus * surplus / expected;
    }
    int freedom = exact.size() - 1;
    return freedom == 0 ? 1 : Gamma.regularizedGammaQ(freedom / 2.0, chiSquare / 2);
  }

  private static void swap(int[] values, int i, int j) {
    int value = values[i];
    values[i] = values[j];
    values[j] = value;
  }

  @Test
  void oneSourceStateLeavesNothingToDraw() {
    Samples samples =
        samples(Seeds.symbols(random, 60, 3), new int[60], Seeds.symbols(random, 60, 4));
    SurrogateSums sums = quickest(samples);
    assertThat(sums).isInstanceOf(SourceSums.class);
    assertThat(sums.next(new Xoshiro256PlusPlus(1))).isEqualTo(sums.observed());
  }

  @Test
  void idleCellsCancel() {
    int[] past = Seeds.symbols(random, 90, 9);
    Samples samples = samples(past, skewed(90, 0.6), past);
    SourceSums sums = bySource(samples, noStrata(samples));
    Xoshiro256PlusPlus generator = new Xoshiro256PlusPlus(random.nextLong());
    assertThat(IntStream.range(0, 50).mapToLong(i -> sums.next(generator)))
        .containsOnly(sums.observed());
    assertThat(quickest(samples)).isInstanceOf(CellSums.class);
  }

  @Test
  void aFrequentSourceIsCountedBySourceAndAnEvenOneByCell() {
    int[] target = Seeds.symbols(random, 400, 6);
    int[] past = Seeds.symbols(random, 400, 6);
    assertThat(quickest(samples(target, skewed(400, 0.8), past))).isInstanceOf(SourceSums.class);
    assertThat(quickest(samples(target, Seeds.symbols(random, 400, 6), past)))
        .isInstanceOf(CellSums.class);
  }

  private static SurrogateSums quickest(Samples samples) {
    FixedPointEntropy entropy = new FixedPointEntropy(samples.size());
    return SurrogatePlan.of(samples, Surrogates.Permutation.free(), entropy).sums();
  }

  /// 3,000 tests of independent series, free and within the past: standard error at 0.05 is 0.004,
  /// at 0.5 is 0.009; four of them are allowed, and below 3 points for ties.
  @Test
  void pIsUniformForIndependentSkewedSources() {
    double[] levels = {0.05, 0.1, 0.25, 0.5};
    int tests = 3000;
    for (boolean stratified : new boolean[] {false, true}) {
      double[] p = new double[tests];
      for (int i = 0; i < tests; i++) {
        int[] past = Seeds.symbols(random, 120, 4);
        Samples samples = samples(Seeds.symbols(random, 120, 3), skewed(120, 0.75), past);
        int[] strata = Arrays.stream(past).map(z -> z / 2).toArray();
        Surrogates surrogates =
            stratified ? Surrogates.Permutation.within(strata) : Surrogates.Permutation.free();
        p[i] = SurrogateTest.run(samples, surrogates, 99, random.nextLong()).pValue();
      }
      for (double level : levels) {
        double rejected = (double) Arrays.stream(p).filter(v -> v <= level).count() / tests;
        double error = Math.sqrt(level * (1 - level) / tests);
        assertThat(rejected).isBetween(level - 4 * error - 0.03, level + 4 * error);
      }
    }
  }

  @Test
  void equalSeedsGiveEqualResultsInAnyThread() {
    Samples samples =
        samples(Seeds.symbols(random, 300, 4), skewed(300, 0.8), Seeds.symbols(random, 300, 5));
    Surrogates free = Surrogates.Permutation.free();
    SurrogateTest expected = SurrogateTest.run(samples, free, 100, 77);
    assertThat(
            IntStream.range(0, 32)
                .parallel()
                .mapToObj(i -> SurrogateTest.run(samples, free, 100, 77)))
        .allMatch(expected::equals);
    assertThat(SurrogateTest.run(samples, free, 100, 78)).isNotEqualTo(expected);
  }
}
