package io.sheaf.info.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Xoshiro256PlusPlusTest {
  /// The vector in the tests of the Rust crate rand_xoshiro, there made with the authors' C code at
  /// prng.di.unimi.it from the state 1, 2, 3, 4.
  @Test
  void givesTheReferenceSequence() {
    Xoshiro256PlusPlus random = new Xoshiro256PlusPlus(1, 2, 3, 4);
    long[] expected = {
      41943041L,
      58720359L,
      3588806011781223L,
      3591011842654386L,
      Long.parseUnsignedLong("9228616714210784205"),
      Long.parseUnsignedLong("9973669472204895162"),
      Long.parseUnsignedLong("14011001112246962877"),
      Long.parseUnsignedLong("12406186145184390807"),
      Long.parseUnsignedLong("15849039046786891736"),
      Long.parseUnsignedLong("10450023813501588000")
    };
    assertThat(Arrays.stream(expected).map(e -> random.nextLong())).containsExactly(box(expected));
  }

  private static Long[] box(long[] values) {
    return Arrays.stream(values).boxed().toArray(Long[]::new);
  }

  /// The vector on rosettacode.org, "Pseudo-random numbers/Splitmix64", seed 1234567.
  @Test
  void isSeededBySplitMix64() {
    long golden = 0x9E37_79B9_7F4A_7C15L;
    assertThat(Xoshiro256PlusPlus.splitMix64(1234567 + golden)).isEqualTo(6457827717110365317L);
    assertThat(Xoshiro256PlusPlus.splitMix64(1234567 + golden + golden))
        .isEqualTo(3203168211198807973L);
  }

  /// 60,000 draws of each of 6 places: standard deviation of a count is sqrt(60000 5/36) = 91.
  @Test
  void everyPermutationIsEquallyLikely() {
    Xoshiro256PlusPlus random = new Xoshiro256PlusPlus(7);
    int[] counts = new int[27];
    int[] urn = {0, 1, 2};
    for (int i = 0; i < 60_000; i++) {
      random.draw(urn, 0, 3, 0);
      counts[urn[0] * 9 + urn[1] * 3 + urn[2]]++;
    }
    assertThat(Arrays.stream(counts).filter(c -> c > 0)).hasSize(6);
    assertThat(Arrays.stream(counts).filter(c -> c > 0)).allMatch(c -> Math.abs(c - 10_000) < 455);
  }

  @Test
  void thePlacesThatRestGetWhatRemains() {
    Xoshiro256PlusPlus random = new Xoshiro256PlusPlus(8);
    int[] urn = {9, 0, 1, 2, 3, 4, 9};
    int[] counts = new int[5];
    for (int i = 0; i < 50_000; i++) {
      random.draw(urn, 1, 6, 3);
      counts[urn[5]]++;
      counts[urn[4]]++;
    }
    assertThat(urn[0]).isEqualTo(9);
    assertThat(urn[6]).isEqualTo(9);
    // Binomial(50000, 2/5): standard deviation 110.
    assertThat(Arrays.stream(counts)).allMatch(c -> Math.abs(c - 20_000) < 550);
  }
}
