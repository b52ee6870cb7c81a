package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

class ChiSquareTestTest {
  private final Random random = Seeds.random(ChiSquareTestTest.class);

  /// The G test of the table 10 20 / 20 10: G = 2 sum O ln(O/E) with all E = 15, 1 degree of
  /// freedom; sf(6.7959, 1) = 0.009137 (scipy 1.17.1, chi2_contingency with lambda_ 0 and no
  /// continuity correction).
  @Test
  void isTheLikelihoodRatioTestOfATable() {
    int[] x = IntStream.range(0, 60).map(i -> i < 30 ? 0 : 1).toArray();
    int[] y = IntStream.range(0, 60).map(i -> i % 30 < 10 ? i / 30 : 1 - i / 30).toArray();
    ChiSquareTest test = ChiSquareTest.run(Samples.pairs(Symbols.of(x), Symbols.of(y)));
    double g = 2 * (20 * Math.log(10 / 15.0) + 40 * Math.log(20 / 15.0));
    assertThat(test.statistic()).isEqualTo(g, within(1e-12));
    assertThat(test.degreesOfFreedom()).isEqualTo(1);
    assertThat(test.pValue()).isEqualTo(0.009136, within(2e-6));
  }

  /// Past 0 saw nexts {0, 1} and sources {0, 1, 2}: 1 * 2. Past 1 saw nexts {0} only: 0. Past 2 saw
  /// nexts {0, 1, 2} and sources {0, 1}: 2 * 1. The full alphabet would give 3 * 2 * 2 = 12.
  @Test
  void degreesOfFreedomAreThoseOfTheObservedStates() {
    Symbols past = Symbols.of(new int[] {0, 0, 0, 1, 1, 2, 2, 2});
    Symbols next = Symbols.of(new int[] {0, 1, 0, 0, 0, 0, 1, 2});
    Symbols source = Symbols.of(new int[] {0, 1, 2, 0, 1, 0, 1, 1});
    assertThat(ChiSquareTest.run(Samples.pairs(next, source, past)).degreesOfFreedom())
        .isEqualTo(4);
  }

  /// Independent binary series, k = l = 1, n = 1000, 5,000 tests: standard error of the share of
  /// false positives at 0.05 is 0.0031. The control arm takes bits for nats, as one well-known
  /// implementation does, and must fail: it was measured there at 0.130.
  @Test
  void falsePositivesAreAsManyAsPromisedAndWouldNotBeWithoutTheLogarithmOfTwo() {
    int tests = 5000;
    int rejected = 0;
    int rejectedInBits = 0;
    for (int i = 0; i < tests; i++) {
      Samples samples =
          Samples.transfer(
              Symbols.of(Seeds.symbols(random, 1000, 2)),
              Symbols.of(Seeds.symbols(random, 1000, 2)),
              new Embedding(1, 1, 1),
              Segments.whole(1000));
      ChiSquareTest test = ChiSquareTest.run(samples);
      rejected += test.pValue() <= 0.05 ? 1 : 0;
      double inBits = 2 * samples.size() * test.valueBits();
      double p = Gamma.regularizedGammaQ(test.degreesOfFreedom() / 2.0, inBits / 2);
      rejectedInBits += p <= 0.05 ? 1 : 0;
    }
    assertThat((double) rejected / tests).isEqualTo(0.05, within(4 * 0.0031));
    assertThat((double) rejectedInBits / tests).isGreaterThan(0.10);
  }

  @Test
  void withoutFreedomThereIsNoEvidenceAndWithoutSamplesNoNumber() {
    Symbols constant = Symbols.of(new int[5]);
    Samples samples = Samples.pairs(constant, constant);
    assertThat(ChiSquareTest.run(samples)).isEqualTo(new ChiSquareTest(0, 0, 0, 1));
    assertThat(ChiSquareTest.run(samples.where(row -> false)).pValue()).isNaN();
  }
}
