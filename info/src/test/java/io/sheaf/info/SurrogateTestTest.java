package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurrogateTestTest {
  private final Random random = Seeds.random(SurrogateTestTest.class);

  private static Samples pairs(int[] x, int[] y) {
    return Samples.pairs(Symbols.of(x), Symbols.of(y));
  }

  private static SurrogateTest permuted(Samples samples, int count, long seed) {
    return SurrogateTest.run(samples, Surrogates.Permutation.free(), count, seed);
  }

  @Test
  void theObservedArrangementCountsAsASurrogate() {
    int[] x = Seeds.symbols(random, 300, 2);
    SurrogateTest test = permuted(pairs(x, x), 99, 1);
    assertThat(test.atLeast()).isZero();
    assertThat(test.pValue()).isEqualTo(0.01);
    assertThat(test.smallestPValue()).isEqualTo(0.01);
    assertThat(test.surrogates()).isEqualTo(99);
    assertThat(test.effectiveBits()).isEqualTo(test.valueBits() - test.surrogateMeanBits());
    assertThat(test.zScore()).isGreaterThan(20);
  }

  @Test
  void aConstantTiesWithEverySurrogate() {
    SurrogateTest test = permuted(pairs(new int[50], Seeds.symbols(random, 50, 3)), 200, 1);
    assertThat(test.pValue()).isEqualTo(1);
    assertThat(test.valueBits()).isZero();
    assertThat(test.surrogateMeanBits()).isZero();
    assertThat(test.surrogateStandardDeviationBits()).isZero();
    assertThat(test.zScore()).isNaN();
    SurrogateTest constantSource = permuted(pairs(Seeds.symbols(random, 50, 3), new int[50]), 9, 1);
    assertThat(constantSource.distinctSurrogates()).isEqualTo(1);
    assertThat(constantSource.smallestPValue()).isEqualTo(1);
  }

  /// All arrangements by brute force: p tends to (share of arrangements at least as great). With
  /// 40,000 surrogates its standard error is below 0.0025; the tolerance is four of them.
  @Test
  void agreesWithTheEnumerationOfAllPermutations() {
    for (int round = 0; round < 12; round++) {
      int[] x = Seeds.symbols(random, 8, 2 + random.nextInt(2));
      int[] y = Seeds.symbols(random, 8, 2 + random.nextInt(2));
      int[] z = Seeds.symbols(random, 8, 2);
      Samples samples = Samples.pairs(Symbols.of(x), Symbols.of(y), Symbols.of(z));
      double observed = DiscreteInformation.bits(samples, BiasCorrection.NONE);
      List<int[]> arrangements = new ArrayList<>();
      permutations(y.clone(), 0, arrangements);
      double[] values =
          arrangements.stream()
              .mapToDouble(
                  a ->
                      DiscreteInformation.conditionalMutualInformationBits(
                          Symbols.of(x), Symbols.of(a), Symbols.of(z)))
              .toArray();
      double exact =
          Arrays.stream(values).map(v -> v >= observed - 1e-9 ? 1.0 : 0.0).average().orElseThrow();
      double mean = Arrays.stream(values).average().orElseThrow();
      SurrogateTest test = permuted(samples, 40_000, round);
      assertThat(test.pValue()).isEqualTo(exact, within(0.01));
      assertThat(test.surrogateMeanBits()).isEqualTo(mean, within(0.01));
      assertThat(test.distinctSurrogates())
          .isEqualTo((double) arrangements.stream().map(Arrays::toString).distinct().count());
    }
  }

  private static void permutations(int[] values, int from, List<int[]> all) {
    if (from == values.length) {
      all.add(values.clone());
      return;
    }
    for (int i = from; i < values.length; i++) {
      swap(values, from, i);
      permutations(values, from + 1, all);
      swap(values, from, i);
    }
  }

  private static void swap(int[] values, int i, int j) {
    int value = values[i];
    values[i] = values[j];
    values[j] = value;
  }

  /// For independent series P(p <= a) <= a, and near a where ties are few. 3,000 tests: standard
  /// error at 0.05 is 0.004, at 0.5 is 0.009; four of them are allowed, and below 3 points for
  /// ties.
  @Test
  void pIsUniformForIndependentSeries() {
    double[] levels = {0.05, 0.1, 0.25, 0.5};
    List<Surrogates> kinds =
        List.of(
            Surrogates.Permutation.free(),
            Surrogates.Permutation.within(IntStream.range(0, 80).map(i -> i / 40).toArray()),
            new Surrogates.CircularShift(),
            new Surrogates.BlockPermutation(IntStream.range(0, 80).map(i -> i / 4).toArray()));
    int tests = 3000;
    for (Surrogates kind : kinds) {
      int[] rejected = new int[levels.length];
      for (int i = 0; i < tests; i++) {
        Samples samples =
            Samples.transfer(
                Symbols.of(Seeds.symbols(random, 80, 3)),
                Symbols.of(Seeds.symbols(random, 80, 3)),
                new Embedding(1, 1, 1),
                Segments.whole(80));
        double p = SurrogateTest.run(samples, kind, 99, random.nextLong()).pValue();
        for (int level = 0; level < levels.length; level++) {
          rejected[level] += p <= levels[level] ? 1 : 0;
        }
      }
      for (int level = 0; level < levels.length; level++) {
        double a = levels[level];
        double error = Math.sqrt(a * (1 - a) / tests);
        assertThat((double) rejected[level] / tests)
            .as("%s at %s", kind.getClass().getSimpleName(), a)
            .isBetween(a - 4 * error - 0.03, a + 4 * error);
      }
    }
  }

  /// Sticky, independent series: a free permutation forgets the stickiness and finds too much, a
  /// circular shift does not. The control arm of the choice of surrogates.
  @Test
  void freePermutationFailsForAutocorrelatedSeriesAndCircularShiftDoesNot() {
    int tests = 400;
    int free = 0;
    int shifted = 0;
    for (int i = 0; i < tests; i++) {
      Samples samples =
          Samples.pairs(
              Symbols.of(Seeds.sticky(random, 200, 2, 0.95)),
              Symbols.of(Seeds.sticky(random, 200, 2, 0.95)));
      free += permuted(samples, 99, i).pValue() <= 0.05 ? 1 : 0;
      SurrogateTest shift = SurrogateTest.run(samples, new Surrogates.CircularShift(), 99, i);
      shifted += shift.pValue() <= 0.05 ? 1 : 0;
    }
    assertThat(free).isGreaterThan(tests / 5);
    // Binomial(400, 0.05): mean 20, standard deviation 4.4; the seam of a shift costs a little.
    assertThat(shifted).isLessThan(42);
  }

  /// Source and target both follow the stratum, and nothing else: only strata see through it.
  @Test
  void strataKeepWhatTheSourceOwesToThem() {
    int n = 600;
    int[] strata = IntStream.range(0, n).map(i -> i / 10 % 2).toArray();
    int[] x = IntStream.range(0, n).map(i -> random.nextInt(10) < 8 ? strata[i] : 1).toArray();
    int[] y = IntStream.range(0, n).map(i -> random.nextInt(10) < 8 ? strata[i] : 1).toArray();
    Samples samples = pairs(x, y);
    assertThat(permuted(samples, 199, 5).pValue()).isEqualTo(0.005);
    SurrogateTest within =
        SurrogateTest.run(samples, Surrogates.Permutation.within(strata), 199, 5);
    assertThat(within.pValue()).isGreaterThan(0.01);
    assertThat(Math.abs(within.zScore())).isLessThan(3.5);
  }

  @Test
  void equalSeedsGiveEqualResultsInAnyThread() {
    Samples samples = pairs(Seeds.symbols(random, 500, 4), Seeds.symbols(random, 500, 4));
    SurrogateTest expected = permuted(samples, 100, 77);
    assertThat(IntStream.range(0, 32).parallel().mapToObj(i -> permuted(samples, 100, 77)))
        .allMatch(expected::equals);
    assertThat(permuted(samples, 100, 78)).isNotEqualTo(expected);
  }

  @Test
  void distinctSurrogatesAreCounted() {
    int[] y = {0, 0, 0, 1, 1, 2};
    int[] x = {0, 1, 0, 1, 0, 1};
    int[] strata = {0, 0, 0, 0, 1, 1};
    Samples samples = pairs(x, y);
    assertThat(permuted(samples, 1000, 1).distinctSurrogates()).isEqualTo(60);
    assertThat(permuted(samples, 1000, 1).smallestPValue()).isEqualTo(1 / 60.0);
    assertThat(distinct(samples, Surrogates.Permutation.within(strata))).isEqualTo(4 * 2);
    assertThat(distinct(samples, new Surrogates.CircularShift())).isEqualTo(6);
    assertThat(distinct(samples, new Surrogates.BlockPermutation(new int[] {1, 1, 2, 3, 4, 4})))
        .isEqualTo(24);
    assertThat(
            distinct(
                samples, new Surrogates.BlockPermutation(new int[] {1, 1, 2, 3, 4, 4}, strata)))
        .isEqualTo(6);
    int[] many = IntStream.range(0, 500).toArray();
    assertThat(distinct(pairs(many, many), Surrogates.Permutation.free())).isInfinite();
  }

  private static double distinct(Samples samples, Surrogates surrogates) {
    return SurrogateTest.run(samples, surrogates, 1, 1).distinctSurrogates();
  }

  @Test
  void withoutSamplesThereIsNoNumber() {
    Samples none = pairs(new int[] {0, 1}, new int[] {0, 1}).where(row -> false);
    for (Surrogates kind :
        List.of(
            Surrogates.Permutation.free(),
            new Surrogates.CircularShift(),
            new Surrogates.BlockPermutation(new int[2]))) {
      SurrogateTest test = SurrogateTest.run(none, kind, 10, 1);
      assertThat(test.pValue()).isNaN();
      assertThat(test.valueBits()).isNaN();
      assertThat(test.zScore()).isNaN();
    }
  }

  @Test
  void misuseNamesTheValueAndTheBound() {
    Samples samples = pairs(new int[] {0, 1, 1}, new int[] {0, 1, 1});
    assertThatThrownBy(() -> permuted(samples, 0, 1)).hasMessage("count = 0, expected count >= 1");
    assertThatThrownBy(() -> distinct(samples, Surrogates.Permutation.within(new int[2])))
        .hasMessage("strata for 2 rows, expected more than 2 (the last target row)");
    assertThatThrownBy(() -> new Surrogates.BlockPermutation(new int[2], new int[3]))
        .hasMessage("blocks for 2 rows and strata for 3, expected as many");
    assertThatThrownBy(() -> Surrogates.Permutation.within(new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
