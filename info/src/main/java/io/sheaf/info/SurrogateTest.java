package io.sheaf.info;

import io.sheaf.info.internal.Xoshiro256PlusPlus;

/// How an information compares with surrogates, in which the source is rearranged.
///
/// The observed arrangement counts as one of the surrogates, so p is never 0 and a test at level a
/// is wrong in at most a of all cases, for any number of surrogates. Without samples all numbers
/// are NaN, but for the counts. O(n) time for each surrogate, O(n) space.
///
/// @param valueBits the observed information
/// @param pValue (1 + atLeast)/(1 + surrogates)
/// @param atLeast surrogates that are at least the observed value, up to rounding (below 1e-12 bits
///   up to 20,000 samples, 1e-10 up to a million)
/// @param surrogates number of surrogates drawn
/// @param surrogateMeanBits their mean: the bias of the estimate
/// @param surrogateStandardDeviationBits their standard deviation, divisor surrogates - 1
/// @param distinctSurrogates number of arrangements there are: different orders of the source
///   states for a permutation, products of shifts or of factorials of the numbers of blocks;
///   infinite above 1e308
/// @param smallestPValue the smallest p these surrogates could show: 1/(1 + surrogates), or
///   1/distinctSurrogates where that is more
/// @see <a href="https://doi.org/10.2202/1544-6115.1585">Phipson, Smyth 2010</a>
public record SurrogateTest(
    double valueBits,
    double pValue,
    int atLeast,
    int surrogates,
    double surrogateMeanBits,
    double surrogateStandardDeviationBits,
    double distinctSurrogates,
    double smallestPValue) {

  /// Draws surrogates and compares. The same seed gives the same result everywhere.
  ///
  /// @param samples the samples
  /// @param surrogates how to rearrange the source
  /// @param count number of surrogates, at least 1
  /// @param seed of the random numbers
  /// @return the comparison
  /// @throws IllegalArgumentException if count < 1 or blocks or strata do not cover the rows
  public static SurrogateTest run(Samples samples, Surrogates surrogates, int count, long seed) {
    if (count < 1) {
      throw new IllegalArgumentException("count = " + count + ", expected count >= 1");
    }
    int n = samples.size();
    if (n == 0) {
      double none = Double.NaN;
      return new SurrogateTest(none, none, 0, count, none, none, none, none);
    }
    FixedPointEntropy entropy = new FixedPointEntropy(n);
    SurrogatePlan plan = SurrogatePlan.of(samples, surrogates, entropy);
    SurrogateSums sums = plan.sums();
    Xoshiro256PlusPlus random = new Xoshiro256PlusPlus(seed);
    int atLeast = 0;
    double mean = 0;
    double squares = 0;
    for (int i = 1; i <= count; i++) {
      long excess = sums.next(random) - sums.observed();
      atLeast += excess >= -entropy.tolerance() ? 1 : 0;
      double deviation = excess - mean;
      mean += deviation / i;
      squares += deviation * (excess - mean);
    }
    double value = DiscreteInformation.bits(samples, BiasCorrection.NONE);
    return new SurrogateTest(
        value,
        (1.0 + atLeast) / (1.0 + count),
        atLeast,
        count,
        value + entropy.bits(mean) / n,
        entropy.bits(Math.sqrt(squares / (count - 1))) / n,
        plan.distinct(),
        Math.max(1 / (1.0 + count), 1 / plan.distinct()));
  }

  /// The observed information less the mean of the surrogates: an estimate without most of the
  /// bias, comparable between alphabets. May be negative.
  ///
  /// @return bits
  public double effectiveBits() {
    return valueBits - surrogateMeanBits;
  }

  /// The effective information in standard deviations of the surrogates.
  ///
  /// @return the number of standard deviations; NaN if all surrogates are equal or there is one
  public double zScore() {
    return surrogateStandardDeviationBits > 0
        ? effectiveBits() / surrogateStandardDeviationBits
        : Double.NaN;
  }
}
