package io.sheaf.workloads.cohort;

import io.sheaf.info.Embedding;
import io.sheaf.info.Samples;
import io.sheaf.info.Segments;
import io.sheaf.info.SurrogateTest;
import io.sheaf.info.Surrogates;
import io.sheaf.info.Symbols;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.special.Gamma;

/// The original's stratified conditional transfer entropy, with what was wrong in it: the rows of a
/// bin are joined although they come from different days, and a lag above 1 is applied by shifting
/// the source and then once more inside the stratum, so that tau means tau + 1.
///
/// The p of the strata are combined by Fisher's method; a p of 0 makes the result 0.
final class ConcatenatedStrata {
  private final int surrogates;

  ConcatenatedStrata(int surrogates) {
    this.surrogates = surrogates;
  }

  Estimate estimate(Methods.Task task) {
    UserSeries series = task.series();
    int shift = task.delay() > 1 ? task.delay() : 0;
    Symbols source = task.direction().source(series);
    Symbols target = task.direction().target(series);
    Symbols bins = series.condition();
    int k = task.histories().target(task.direction());
    SplittableRandom seeds = new SplittableRandom(task.seed());
    Total total = new Total();
    for (int bin = 0; bin < bins.alphabet(); bin++) {
      int number = bin;
      int[] rows =
          IntStream.range(shift, series.rows()).filter(row -> bins.at(row) == number).toArray();
      long seed = seeds.nextLong();
      if (rows.length < Methods.FEWEST_PER_BIN) {
        continue;
      }
      Samples samples =
          Samples.transfer(
              Symbols.of(IntStream.of(rows).map(row -> source.at(row - shift)).toArray()),
              Symbols.of(IntStream.of(rows).map(target::at).toArray()),
              new Embedding(k, k, 1),
              Segments.whole(rows.length));
      if (samples.size() > 0) {
        total.add(
            SurrogateTest.run(samples, Surrogates.Permutation.free(), surrogates, seed),
            samples,
            rows.length);
      }
    }
    return total.estimate();
  }

  /// Sums over strata.
  private static final class Total {
    private double weights;
    private double bits;
    private double means;
    private double logP;
    private double lastP;
    private int strata;
    private int samples;
    private int states;

    void add(SurrogateTest test, Samples stratum, int weight) {
      strata++;
      weights += weight;
      bits += weight * test.valueBits();
      means += weight * test.surrogateMeanBits();
      lastP = Estimate.plainP(test);
      logP += Math.log(lastP);
      samples += stratum.size();
      states += stratum.distinctJoint();
    }

    Estimate estimate() {
      if (strata == 0) {
        return Estimate.NONE;
      }
      double value = bits / weights;
      return new Estimate(
          value, p(), value - means / weights, Double.NaN, Double.NaN, samples, states);
    }

    /// Upper tail of chi-square with 2 · strata degrees of freedom at -2 · logP.
    private double p() {
      if (strata == 1) {
        return lastP;
      }
      return Double.isInfinite(logP) ? 0 : Gamma.regularizedGammaQ(strata, -logP);
    }
  }
}
