package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Values known without a computer, and laws that every information obeys.
class ClosedFormTest {
  private final Random random = Seeds.random(ClosedFormTest.class);

  private static Symbols symbols(int... values) {
    return Symbols.of(values);
  }

  private static double bits(Samples samples) {
    return DiscreteInformation.bits(samples, BiasCorrection.NONE);
  }

  @Test
  void aFairCoinHasOneBitAndEightSidesHaveThree() {
    assertThat(DiscreteInformation.entropyBits(symbols(0, 1))).isEqualTo(1);
    assertThat(DiscreteInformation.entropyBits(symbols(0, 1, 2, 3, 4, 5, 6, 7))).isEqualTo(3);
    assertThat(DiscreteInformation.entropyBits(symbols(0, 0, 1, 1), symbols(0, 1, 0, 1)))
        .isEqualTo(2);
  }

  @Test
  void aCopyCarriesOneBit() {
    Symbols x = symbols(0, 1, 1, 0);
    assertThat(DiscreteInformation.mutualInformationBits(x, x)).isEqualTo(1);
  }

  @Test
  void exclusiveOrCarriesNothingAloneAndOneBitTogether() {
    Symbols x = symbols(0, 0, 1, 1);
    Symbols y = symbols(0, 1, 0, 1);
    Symbols xor = symbols(0, 1, 1, 0);
    assertThat(DiscreteInformation.mutualInformationBits(x, xor)).isZero();
    assertThat(DiscreteInformation.conditionalMutualInformationBits(x, xor, y)).isEqualTo(1);
  }

  /// I(X; X AND Y) = H(1/4) - H(1/2)/2 = 0.811278 - 0.5.
  @Test
  void conjunctionCarries0311Bits() {
    Symbols x = symbols(0, 0, 1, 1);
    Symbols and = symbols(0, 0, 0, 1);
    double h = -(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75)) / Math.log(2);
    assertThat(DiscreteInformation.mutualInformationBits(x, and)).isEqualTo(h - 0.5, within(1e-15));
    assertThat(h - 0.5).isEqualTo(0.311, within(5e-4));
  }

  /// A copied fair bit carries 1 bit; others less than the bias (a few cells)/(2n ln 2) times 10.
  @Test
  void aCopyAfterTwoRowsPeaksAtDelayTwo() {
    int n = 5000;
    int[] x = Seeds.symbols(random, n, 2);
    int[] y = IntStream.range(0, n).map(t -> t < 2 ? 0 : x[t - 2]).toArray();
    for (int delay = 1; delay <= 4; delay++) {
      double bits =
          DiscreteInformation.transferEntropyBits(
              Symbols.of(x), Symbols.of(y), new Embedding(1, 1, delay), Segments.whole(n));
      assertThat(bits).isEqualTo(delay == 2 ? 1 : 0, within(0.005));
    }
    assertThat(
            DiscreteInformation.transferEntropyBits(
                Symbols.of(y), Symbols.of(x), new Embedding(1, 1, 1), Segments.whole(n)))
        .isLessThan(0.005);
  }

  @Test
  void aConditionOnTheSourceTakesAllItsInformation() {
    int n = 400;
    Symbols x = Symbols.of(Seeds.symbols(random, n, 3));
    Symbols y = Symbols.of(Seeds.symbols(random, n, 3));
    Embedding e = new Embedding(1, 2, 2);
    assertThat(
            DiscreteInformation.conditionalTransferEntropyBits(
                x, y, List.of(new Condition(x, 2, 2)), e, Segments.whole(n)))
        .isZero();
  }

  @Test
  void aConstantInAnyRoleGivesExactlyZero() {
    int n = 97;
    Symbols constant = Symbols.of(new int[n], 5);
    Symbols x = Symbols.of(Seeds.symbols(random, n, 4));
    Embedding e = new Embedding(2, 2, 1);
    Segments whole = Segments.whole(n);
    assertThat(DiscreteInformation.transferEntropyBits(constant, x, e, whole)).isZero();
    assertThat(DiscreteInformation.transferEntropyBits(x, constant, e, whole)).isZero();
    assertThat(DiscreteInformation.activeInformationBits(constant, 3, whole)).isZero();
    assertThat(DiscreteInformation.entropyBits(constant)).isZero();
  }

  /// I(X; Y, Z) = I(X; Z) + I(X; Y | Z) and both ways of I(X; Y).
  @Test
  void theChainRuleAndSymmetryHold() {
    for (int i = 0; i < 100; i++) {
      int n = 1 + random.nextInt(300);
      int[] y = Seeds.symbols(random, n, 3);
      int[] z = Seeds.symbols(random, n, 4);
      Symbols x = Symbols.of(Seeds.symbols(random, n, 3));
      Symbols both = Symbols.of(IntStream.range(0, n).map(t -> 4 * y[t] + z[t]).toArray());
      double together = DiscreteInformation.mutualInformationBits(x, both);
      double apart =
          DiscreteInformation.mutualInformationBits(x, Symbols.of(z))
              + DiscreteInformation.conditionalMutualInformationBits(
                  x, Symbols.of(y), Symbols.of(z));
      assertThat(together).isEqualTo(apart, within(1e-13));
      assertThat(DiscreteInformation.mutualInformationBits(both, x)).isEqualTo(together);
    }
  }

  @Test
  void namesOfSymbolsAndOrderOfPairsDoNotMatter() {
    int n = 200;
    int[] x = Seeds.sticky(random, n, 4, 0.5);
    int[] y = Seeds.sticky(random, n, 3, 0.5);
    int[] names = {1_999_999_999, 0, 77, 12};
    int[] renamed = Arrays.stream(x).map(v -> names[v]).toArray();
    Embedding e = new Embedding(2, 2, 1);
    Segments whole = Segments.whole(n);
    SurrogateTest before =
        SurrogateTest.run(
            Samples.transfer(Symbols.of(x), Symbols.of(y), e, whole),
            Surrogates.Permutation.free(),
            50,
            3);
    SurrogateTest after =
        SurrogateTest.run(
            Samples.transfer(Symbols.of(renamed), Symbols.of(y, Integer.MAX_VALUE), e, whole),
            Surrogates.Permutation.free(),
            50,
            3);
    assertThat(after).isEqualTo(before);

    List<Integer> order = new ArrayList<>(IntStream.range(0, n).boxed().toList());
    Collections.shuffle(order, random);
    assertThat(
            DiscreteInformation.mutualInformationBits(
                Symbols.of(order.stream().mapToInt(i -> x[i]).toArray()),
                Symbols.of(order.stream().mapToInt(i -> y[i]).toArray())))
        .isEqualTo(DiscreteInformation.mutualInformationBits(Symbols.of(x), Symbols.of(y)));
  }

  /// 3 + 3 - 4 - 1 cells: x and y binary, one of the four pairs of each kind, n = 4.
  @Test
  void millerMadowTakesAwayTheExpectedBias() {
    Symbols x = symbols(0, 0, 1, 1);
    Symbols y = symbols(0, 1, 0, 1);
    double corrected = DiscreteInformation.bits(Samples.pairs(x, y), BiasCorrection.MILLER_MADOW);
    assertThat(corrected).isEqualTo((2 + 2 - 4 - 1) / (2 * 4 * Math.log(2)), within(1e-15));
  }

  /// Mean over 400 independent pairs; plug-in bias (3 - 1)(4 - 1)/(2n ln 2) = 0.0433 at n = 100,
  /// standard error sqrt(2 * 6)/(2n ln 2)/20 = 0.00125.
  @Test
  void theBiasIsAsInTheory() {
    double plugIn = 0;
    double corrected = 0;
    for (int i = 0; i < 400; i++) {
      Samples samples =
          Samples.pairs(
              Symbols.of(Seeds.symbols(random, 100, 3)), Symbols.of(Seeds.symbols(random, 100, 4)));
      plugIn += bits(samples) / 400;
      corrected += DiscreteInformation.bits(samples, BiasCorrection.MILLER_MADOW) / 400;
    }
    assertThat(plugIn).isEqualTo(6 / (200 * Math.log(2)), within(0.006));
    assertThat(corrected).isEqualTo(0, within(0.006));
  }

  /// 2^31 symbols and 24 rows of history; a dense table would have 2^(31 * 25) cells.
  @Test
  void longHistoriesAndHugeAlphabetsNeedNoMemory() {
    int n = 3000;
    Symbols x = Symbols.of(random.ints(n, 0, Integer.MAX_VALUE).toArray(), Integer.MAX_VALUE);
    Symbols y = Symbols.of(random.ints(n, 0, Integer.MAX_VALUE).toArray(), Integer.MAX_VALUE);
    Samples samples = Samples.transfer(x, y, new Embedding(12, 12, 3), Segments.whole(n));
    assertThat(samples.size()).isEqualTo(n - 14);
    assertThat(samples.distinctJoint()).isEqualTo(n - 14);
    assertThat(bits(samples)).isZero();
    assertThat(bits(Samples.activeInformation(x, 12, Segments.whole(n))))
        .isEqualTo(Math.log(n - 12) / Math.log(2), within(1e-12));
  }

  @Test
  void noSamplesGiveNoNumber() {
    Symbols x = symbols(0, 1, 0);
    assertThat(DiscreteInformation.activeInformationBits(x, 3, Segments.whole(3))).isNaN();
    assertThat(DiscreteInformation.entropyBits(symbols())).isNaN();
    assertThat(bits(Samples.pairs(x, x).where(row -> false))).isNaN();
  }

  @Test
  void misuseNamesTheValueAndTheBound() {
    Symbols x = symbols(0, 1, 0);
    assertThatThrownBy(() -> Samples.activeInformation(x, 0, Segments.whole(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("history = 0, expected history >= 1");
    assertThatThrownBy(() -> Samples.pairs(x, symbols(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("series of 1 rows, expected 3 like the segments");
    assertThatThrownBy(() -> new Embedding(-1, 1, 1)).hasMessageContaining("targetHistory = -1");
    assertThatThrownBy(() -> new Embedding(1, 0, 1)).hasMessageContaining("sourceHistory = 0");
    assertThatThrownBy(() -> new Embedding(1, 1, 0)).hasMessageContaining("delay = 0");
    assertThatThrownBy(() -> new Condition(x, 0, 0)).hasMessageContaining("history = 0");
    assertThatThrownBy(() -> new Condition(x, 1, -1)).hasMessageContaining("lag = -1");
    assertThatThrownBy(() -> Symbols.of(new int[] {0, 2}, 2))
        .hasMessage("values[1] = 2, expected 0 <= value < alphabet (alphabet = 2)");
    assertThatThrownBy(() -> Symbols.of(new int[] {-1})).hasMessageContaining("values[0] = -1");
    assertThatThrownBy(() -> DiscreteInformation.entropyBits()).hasMessageContaining("0 series");
  }
}
