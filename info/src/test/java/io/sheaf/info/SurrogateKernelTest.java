package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.info.internal.Xoshiro256PlusPlus;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The fast count of every arrangement equals the plain information of the same arrangement, and
/// arrangements are what their documentation says.
class SurrogateKernelTest {
  private final Random random = Seeds.random(SurrogateKernelTest.class);

  private static SurrogatePlan plan(Samples samples, Surrogates surrogates) {
    return SurrogatePlan.of(samples, surrogates, new FixedPointEntropy(samples.size()));
  }

  private static int[] nextSources(
      SurrogatePlan plan, Samples samples, Xoshiro256PlusPlus generator) {
    return Arrangement.next(plan.sums(), samples, generator).sources();
  }

  private Samples anySamples(int n) {
    int[] source = Seeds.sticky(random, n, 1 + random.nextInt(5), random.nextDouble());
    int[] target = Seeds.sticky(random, n, 1 + random.nextInt(5), random.nextDouble());
    Embedding e = new Embedding(random.nextInt(4), 1 + random.nextInt(3), 1);
    Segments s = random.nextBoolean() ? Segments.whole(n) : Seeds.segments(random, n);
    Condition hour = new Condition(Symbols.of(hours(n)), 1, 0);
    List<Condition> conditions = random.nextBoolean() ? List.of() : List.of(hour);
    return Samples.conditionalTransfer(Symbols.of(source), Symbols.of(target), conditions, e, s);
  }

  private static int[] hours(int n) {
    return IntStream.range(0, n).map(i -> i / 7 % 3).toArray();
  }

  private List<Surrogates> allSurrogates(int n) {
    return List.of(
        Surrogates.Permutation.free(),
        Surrogates.Permutation.within(hours(n)),
        Surrogates.Permutation.within(Seeds.symbols(random, n, 3)),
        new Surrogates.CircularShift(),
        new Surrogates.BlockPermutation(IntStream.range(0, n).map(i -> i / 5).toArray()),
        new Surrogates.BlockPermutation(IntStream.range(0, n).map(i -> i / 7).toArray(), hours(n)));
  }

  @Test
  void everyArrangementCountsAsItsPlainTwin() {
    Xoshiro256PlusPlus generator = new Xoshiro256PlusPlus(random.nextLong());
    for (int round = 0; round < 150; round++) {
      int n = 10 + random.nextInt(200);
      Samples samples = anySamples(n);
      if (samples.size() == 0) {
        continue;
      }
      FixedPointEntropy entropy = new FixedPointEntropy(samples.size());
      double observed = DiscreteInformation.bits(samples, BiasCorrection.NONE);
      for (Surrogates surrogates : allSurrogates(n)) {
        SurrogateSums sums = SurrogatePlan.of(samples, surrogates, entropy).sums();
        for (int draw = 0; draw < 5; draw++) {
          Arrangement next = Arrangement.next(sums, samples, generator);
          long excess = next.sum() - sums.observed();
          assertThat(sorted(next.sources())).isEqualTo(sorted(samples.source().ids()));
          double bits = observed + entropy.bits((double) excess) / samples.size();
          assertThat(bits).isEqualTo(next.plainBits(samples), within(1e-12));
        }
      }
    }
  }

  @Test
  void strataKeepTheirSourceStates() {
    int n = 120;
    int[] strata = hours(n);
    Samples samples = anySamples(n);
    if (samples.size() == 0) {
      return;
    }
    for (Surrogates surrogates :
        List.of(
            Surrogates.Permutation.within(strata),
            new Surrogates.BlockPermutation(IntStream.range(0, n).toArray(), strata))) {
      SurrogatePlan plan = plan(samples, surrogates);
      int[] sources = nextSources(plan, samples, new Xoshiro256PlusPlus(random.nextLong()));
      for (int stratum = 0; stratum < 3; stratum++) {
        int s = stratum;
        int[] members =
            IntStream.range(0, samples.size()).filter(i -> strata[samples.time(i)] == s).toArray();
        assertThat(sorted(Places.gather(sources, members)))
            .isEqualTo(sorted(Places.gather(samples.source().ids(), members)));
      }
    }
  }

  /// Sources 0 … 9 in segments 0-3 and 4-9: each segment is a rotation of itself.
  @Test
  void aCircularShiftRotatesEachSegment() {
    Samples samples =
        Samples.transfer(
            Symbols.of(IntStream.range(0, 12).toArray()),
            Symbols.of(new int[] {0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0}),
            new Embedding(0, 1, 1),
            Segments.of(12, new int[] {0, 5}, new int[] {5, 12}));
    SurrogatePlan plan = plan(samples, new Surrogates.CircularShift());
    Xoshiro256PlusPlus generator = new Xoshiro256PlusPlus(random.nextLong());
    boolean[][] seen = new boolean[2][6];
    for (int draw = 0; draw < 300; draw++) {
      int[] sources = nextSources(plan, samples, generator);
      for (int i = 0; i < 10; i++) {
        int start = i < 4 ? 0 : 4;
        int size = i < 4 ? 4 : 6;
        assertThat(Math.floorMod(sources[i] - sources[start], size)).isEqualTo(i - start);
      }
      seen[0][sources[0]] = true;
      seen[1][sources[4] - 4] = true;
    }
    assertThat(seen[0]).containsExactly(true, true, true, true, false, false);
    assertThat(seen[1]).containsOnly(true);
  }

  /// Samples 0 … 8, stratum 1 at samples 3 to 5, blocks of rows 0-1, 2-3, 4-8. In stratum 0 that
  /// makes blocks {0, 1}, {2}, {6, 7, 8}, in stratum 1 {3}, {4, 5}.
  @Test
  void blocksMoveAsAWholeWithinTheirStratum() {
    int[] rows = IntStream.range(0, 9).toArray();
    Samples samples =
        Samples.pairs(Symbols.of(new int[] {0, 1, 0, 1, 1, 0, 0, 1, 0}), Symbols.of(rows));
    Surrogates surrogates =
        new Surrogates.BlockPermutation(
            new int[] {7, 7, 8, 8, 9, 9, 9, 9, 9}, new int[] {0, 0, 0, 1, 1, 1, 0, 0, 0});
    SurrogatePlan plan = plan(samples, surrogates);
    Xoshiro256PlusPlus generator = new Xoshiro256PlusPlus(random.nextLong());
    Set<String> stratum0 = new TreeSet<>();
    Set<String> stratum1 = new TreeSet<>();
    for (int draw = 0; draw < 200; draw++) {
      int[] s = nextSources(plan, samples, generator);
      stratum0.add("" + s[0] + s[1] + s[2] + s[6] + s[7] + s[8]);
      stratum1.add("" + s[3] + s[4] + s[5]);
    }
    assertThat(stratum0)
        .containsExactlyInAnyOrder("012678", "016782", "201678", "267801", "678012", "678201");
    assertThat(stratum1).containsExactlyInAnyOrder("345", "453");
    assertThat(plan.distinct()).isEqualTo(12);
  }

  private static int[] sorted(int[] values) {
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
