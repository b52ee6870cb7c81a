package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.info.PlainInformation.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every measure equals its readable twin on random series.
///
/// Tolerance: n <= 400 terms of a few bits, each rounded to about 1e-16, stay below 1e-12.
class PlainTwinTest {
  private static final double TOLERANCE = 1e-12;
  private static final int CASES = 400;

  private final Random random = Seeds.random(PlainTwinTest.class);

  private Segments anySegments(int n) {
    return random.nextBoolean() ? Segments.whole(n) : Seeds.segments(random, n);
  }

  private static void assertTwins(Samples samples, List<Sample> plain) {
    assertThat(samples.size()).isEqualTo(plain.size());
    assertThat(IntStream.range(0, plain.size()).map(samples::time))
        .containsExactlyElementsOf(plain.stream().map(Sample::row).toList());
    if (plain.isEmpty()) {
      assertThat(DiscreteInformation.bits(samples, BiasCorrection.NONE)).isNaN();
      return;
    }
    assertThat(DiscreteInformation.bits(samples, BiasCorrection.NONE))
        .isEqualTo(PlainInformation.bits(plain), within(TOLERANCE))
        .isGreaterThan(-TOLERANCE);
    assertThat(DiscreteInformation.localBits(samples))
        .containsExactly(PlainInformation.localBits(plain), within(TOLERANCE));
    assertThat(samples.distinctPasts())
        .isEqualTo((int) plain.stream().map(Sample::past).distinct().count());
    assertThat(samples.distinctSources())
        .isEqualTo((int) plain.stream().map(Sample::source).distinct().count());
    assertThat(samples.distinctNexts())
        .isEqualTo((int) plain.stream().map(Sample::next).distinct().count());
    assertThat(samples.distinctJoint())
        .isEqualTo(
            (int)
                plain.stream()
                    .map(s -> List.of(s.next(), s.source(), s.past()))
                    .distinct()
                    .count());
    double entropies =
        PlainInformation.entropyBits(plain.stream().map(s -> List.of(s.next(), s.past())).toList())
            + PlainInformation.entropyBits(
                plain.stream().map(s -> List.of(s.source(), s.past())).toList())
            - PlainInformation.entropyBits(
                plain.stream().map(s -> List.of(s.next(), s.source(), s.past())).toList())
            - PlainInformation.entropyBits(plain.stream().map(Sample::past).toList());
    assertThat(DiscreteInformation.bits(samples, BiasCorrection.NONE))
        .isEqualTo(entropies, within(TOLERANCE));
  }

  @Test
  void conditionalTransferEntropyIsItsTwin() {
    for (int i = 0; i < CASES; i++) {
      int n = 1 + random.nextInt(400);
      int[] source = Seeds.sticky(random, n, 1 + random.nextInt(4), random.nextDouble());
      int[] target = Seeds.sticky(random, n, 1 + random.nextInt(6), random.nextDouble());
      Segments s = anySegments(n);
      Embedding e = new Embedding(random.nextInt(4), 1 + random.nextInt(3), 1 + random.nextInt(4));
      List<Condition> conditions = new ArrayList<>();
      for (int c = random.nextInt(3); c > 0; c--) {
        Symbols symbols = Symbols.of(Seeds.symbols(random, n, 3));
        conditions.add(new Condition(symbols, 1 + random.nextInt(2), random.nextInt(3)));
      }
      Samples samples =
          Samples.conditionalTransfer(
              Symbols.of(source), Symbols.of(target, 1000), conditions, e, s);
      List<Sample> plain = PlainInformation.transfer(source, target, conditions, e, s);
      assertTwins(samples, plain);
      int modulus = 2 + random.nextInt(3);
      assertTwins(
          samples.where(row -> row % modulus == 0),
          plain.stream().filter(sample -> sample.row() % modulus == 0).toList());
    }
  }

  @Test
  void activeInformationIsItsTwin() {
    for (int i = 0; i < CASES; i++) {
      int n = 1 + random.nextInt(300);
      int[] x = Seeds.sticky(random, n, 1 + random.nextInt(5), random.nextDouble());
      Segments s = anySegments(n);
      int history = 1 + random.nextInt(12);
      assertTwins(
          Samples.activeInformation(Symbols.of(x), history, s),
          PlainInformation.activeInformation(x, history, s));
    }
  }

  @Test
  void entropyAndMutualInformationAreSumsOfPlainEntropies() {
    for (int i = 0; i < CASES; i++) {
      int n = 1 + random.nextInt(300);
      int[] x = Seeds.symbols(random, n, 1 + random.nextInt(8));
      int[] y = Seeds.symbols(random, n, 1 + random.nextInt(3));
      int[] z = Seeds.symbols(random, n, 1 + random.nextInt(3));
      List<Integer> rows = IntStream.range(0, n).boxed().toList();
      double hx = PlainInformation.entropyBits(rows.stream().map(t -> x[t]).toList());
      double hy = PlainInformation.entropyBits(rows.stream().map(t -> y[t]).toList());
      double hz = PlainInformation.entropyBits(rows.stream().map(t -> z[t]).toList());
      double hxy =
          PlainInformation.entropyBits(rows.stream().map(t -> List.of(x[t], y[t])).toList());
      double hxz =
          PlainInformation.entropyBits(rows.stream().map(t -> List.of(x[t], z[t])).toList());
      double hyz =
          PlainInformation.entropyBits(rows.stream().map(t -> List.of(y[t], z[t])).toList());
      double hxyz =
          PlainInformation.entropyBits(rows.stream().map(t -> List.of(x[t], y[t], z[t])).toList());
      Symbols sx = Symbols.of(x);
      Symbols sy = Symbols.of(y);
      Symbols sz = Symbols.of(z);
      assertThat(DiscreteInformation.entropyBits(sx)).isEqualTo(hx, within(TOLERANCE));
      assertThat(DiscreteInformation.entropyBits(sx, sy, sz)).isEqualTo(hxyz, within(TOLERANCE));
      assertThat(DiscreteInformation.mutualInformationBits(sx, sy))
          .isEqualTo(hx + hy - hxy, within(TOLERANCE));
      assertThat(DiscreteInformation.conditionalMutualInformationBits(sx, sy, sz))
          .isEqualTo(hxz + hyz - hxyz - hz, within(TOLERANCE));
    }
  }
}
