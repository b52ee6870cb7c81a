package io.sheaf.workloads.cohort;

import io.sheaf.info.Samples;
import io.sheaf.info.SurrogateTest;

/// An information with its test, in one direction.
///
/// @param bits the plug-in value
/// @param p of the surrogate test
/// @param effectiveBits value less the surrogates' mean; NaN if all surrogates are the data again
/// @param z effective value in standard deviations of the surrogates
/// @param smallestP the smallest p that the surrogates could show
/// @param samples embedded samples
/// @param states observed joint states
record Estimate(
    double bits,
    double p,
    double effectiveBits,
    double z,
    double smallestP,
    int samples,
    int states) {

  static final Estimate NONE = none(0);

  /// No estimate, for want of samples.
  static Estimate none(int samples) {
    return new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, samples, 0);
  }

  static Estimate of(SurrogateTest test, Samples samples) {
    return new Estimate(
        test.valueBits(),
        test.pValue(),
        test.distinctSurrogates() > 1 ? test.effectiveBits() : Double.NaN,
        test.zScore(),
        test.smallestPValue(),
        samples.size(),
        samples.distinctJoint());
  }

  /// The share of surrogates at or above the value, as the original counted it: may be 0.
  static double plainP(SurrogateTest test) {
    return (double) test.atLeast() / test.surrogates();
  }

  Estimate withP(double other) {
    return new Estimate(bits, other, effectiveBits, z, smallestP, samples, states);
  }
}
