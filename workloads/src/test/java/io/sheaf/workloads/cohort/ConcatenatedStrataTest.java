package io.sheaf.workloads.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.info.Embedding;
import io.sheaf.info.Samples;
import io.sheaf.info.Segments;
import io.sheaf.info.SurrogateTest;
import io.sheaf.info.Surrogates;
import io.sheaf.info.Symbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The original's combination of strata, which its tables do not let one check.
class ConcatenatedStrataTest {
  private static final int SURROGATES = 40;
  private static final long SEED = Long.getLong("seed", 20261122L);

  private record Stratum(int rows, double bits, double p) {}

  @ParameterizedTest
  @EnumSource(names = {"INDEPENDENT", "AUTOCORRELATED", "ACTIVITY_TO_SITTING"})
  void combinesTheStrata(SimulatedUser.Kind kind) {
    UserSeries series = SimulatedUser.series(kind, SEED);
    HistoryChoice k = new HistoryChoice(1, 1, "off", Map.of());
    Methods.Task task = new Methods.Task(series, Direction.A2S, new Histories(k, k, 0), 1, SEED);
    List<Stratum> strata = strata(series);
    Estimate found = new ConcatenatedStrata(SURROGATES).estimate(task);
    double rows = strata.stream().mapToInt(Stratum::rows).sum();
    double mean = strata.stream().mapToDouble(s -> s.rows() * s.bits() / rows).sum();
    assertThat(strata).hasSizeGreaterThan(2);
    assertThat(found.bits()).isEqualTo(mean, within(1e-12));
    assertThat(found.p()).isEqualTo(fisher(strata), within(1e-12));
  }

  /// Rows of each bin joined, with the seeds that the bins draw in turn.
  private static List<Stratum> strata(UserSeries series) {
    SplittableRandom seeds = new SplittableRandom(SEED);
    List<Stratum> strata = new ArrayList<>();
    for (int bin = 0; bin < series.condition().alphabet(); bin++) {
      int number = bin;
      long seed = seeds.nextLong();
      int[] rows =
          IntStream.range(0, series.rows())
              .filter(row -> series.condition().at(row) == number)
              .toArray();
      if (rows.length >= 50) {
        Samples samples =
            Samples.transfer(
                Symbols.of(IntStream.of(rows).map(series.activity()::at).toArray()),
                Symbols.of(IntStream.of(rows).map(series.sitting()::at).toArray()),
                new Embedding(1, 1, 1),
                Segments.whole(rows.length));
        SurrogateTest test =
            SurrogateTest.run(samples, Surrogates.Permutation.free(), SURROGATES, seed);
        strata.add(
            new Stratum(rows.length, test.valueBits(), (double) test.atLeast() / SURROGATES));
      }
    }
    return strata;
  }

  /// The tail of chi-square with 2m degrees of freedom as the finite sum it is.
  private static double fisher(List<Stratum> strata) {
    double product = strata.stream().mapToDouble(Stratum::p).reduce(1, (x, y) -> x * y);
    double term = product;
    double tail = product;
    for (int i = 1; i < strata.size(); i++) {
      term *= -Math.log(product) / i;
      tail += term;
    }
    return product == 0 ? 0 : tail;
  }
}
