package io.sheaf.info.series;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/// The analytic nulls of the Gaussian estimate, for samples whose regression residuals are
/// independent: valid for autocorrelated series if the target's own past is in the condition and
/// long enough, not for mutual information between autocorrelated series. Costs one estimate.
///
/// @param valueNats the information, not corrected
/// @param statistic F, or chi-square
/// @param numerator degrees of freedom of the numerator, or of chi-square
/// @param denominator degrees of freedom of the denominator; infinite for chi-square
/// @param pValue probability of a statistic this great without any information
public record GaussianTest(
    double valueNats, double statistic, double numerator, double denominator, double pValue) {

  /// The F test that the source improves the linear prediction of the target: exact for independent
  /// Gaussian samples, not for short autoregressions. This is the test of Granger causality, which
  /// is twice the value.
  ///
  /// @param o the samples; target or source has one dimension
  /// @return the comparison
  /// @throws IllegalArgumentException if target and source have more dimensions or samples are few
  /// @see <a href="https://doi.org/10.2307/1912791">Granger 1969</a>
  public static GaussianTest f(Observations o) {
    int many = Math.max(o.targetDimensions(), o.sourceDimensions());
    if (Math.min(o.targetDimensions(), o.sourceDimensions()) > 1) {
      throw new IllegalArgumentException(
          "target and source of %d and %d dimensions, expected one of them to have 1"
              .formatted(o.targetDimensions(), o.sourceDimensions()));
    }
    double value = new GaussianEstimator(false).nats(o);
    double freedom = o.size() - 1.0 - o.conditionDimensions() - many;
    double statistic = Math.max(0, Math.expm1(2 * value) * freedom / many);
    double p =
        Double.isInfinite(statistic)
            ? 0
            : Beta.regularizedBeta(freedom / (freedom + many * statistic), freedom / 2, many / 2.0);
    return new GaussianTest(value, statistic, many, freedom, p);
  }

  /// The likelihood-ratio test: 2n times the value against chi-square with dim(X) dim(Y) degrees of
  /// freedom. Approximate, too eager in small samples; for any dimensions.
  ///
  /// @param o the samples
  /// @return the comparison
  /// @throws IllegalArgumentException if samples are few
  /// @see <a href="https://doi.org/10.1103/PhysRevLett.109.138105">Barnett, Bossomaier 2012</a>
  public static GaussianTest chiSquare(Observations o) {
    double value = new GaussianEstimator(false).nats(o);
    double freedom = (double) o.targetDimensions() * o.sourceDimensions();
    double statistic = Math.max(0, 2.0 * o.size() * value);
    double p =
        Double.isInfinite(statistic) ? 0 : Gamma.regularizedGammaQ(freedom / 2, statistic / 2);
    return new GaussianTest(value, statistic, freedom, Double.POSITIVE_INFINITY, p);
  }

  /// Geweke's measure of Granger causality, ln(residual variance without / with the source).
  ///
  /// @return nats, twice the information
  /// @see <a href="https://doi.org/10.1080/01621459.1982.10477803">Geweke 1982</a>
  public double grangerNats() {
    return 2 * valueNats;
  }
}
