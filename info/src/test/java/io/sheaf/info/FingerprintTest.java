package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One number for a fixed grid of results. If it changes, results that users have published change:
/// say so in the change log.
///
/// Bits enter rounded to 1e-9, far above rounding and far below meaning; counts enter exactly.
class FingerprintTest {
  @Test
  void aFixedGridOfResultsDoesNotChange() {
    Random random = Seeds.random(20261122);
    int n = 700;
    Symbols a = Symbols.of(Seeds.sticky(random, n, 5, 0.6));
    Symbols s = Symbols.of(Seeds.sticky(random, n, 2, 0.9));
    int[] hours = IntStream.range(0, n).map(i -> i / 50 % 6).toArray();
    Segments segments = Segments.of(n, new int[] {0, 300}, new int[] {290, 700});
    long fingerprint = 0;
    for (int k = 1; k <= 6; k++) {
      for (int delay = 1; delay <= 2; delay++) {
        Embedding e = new Embedding(k, k, delay);
        Condition hour = new Condition(Symbols.of(hours), 1, 1);
        for (Samples samples :
            List.of(
                Samples.transfer(a, s, e, segments),
                Samples.transfer(s, a, e, segments),
                Samples.conditionalTransfer(a, s, List.of(hour), e, segments),
                Samples.activeInformation(a, k, segments))) {
          for (Surrogates surrogates :
              List.of(
                  Surrogates.Permutation.free(),
                  Surrogates.Permutation.within(hours),
                  new Surrogates.CircularShift(),
                  new Surrogates.BlockPermutation(
                      IntStream.range(0, n).map(i -> i / 20).toArray()))) {
            SurrogateTest test = SurrogateTest.run(samples, surrogates, 50, k);
            fingerprint = 31 * fingerprint + Math.round(test.valueBits() * 1e9);
            fingerprint = 31 * fingerprint + Math.round(test.surrogateMeanBits() * 1e9);
            fingerprint = 31 * fingerprint + test.atLeast();
          }
        }
      }
    }
    assertThat(fingerprint).isEqualTo(2_471_543_990_097_612_776L);
  }
}
