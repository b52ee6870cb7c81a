package io.sheaf.info.series;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.special.Gamma;

/// Information between variables that are jointly Gaussian, from their covariances. Immutable.
///
/// Sees linear dependence only. I(X;Y|Z) = 1/2 ln(|C(X|Z)| / |C(X|Y,Z)|), where C are residual
/// covariances of linear regressions; twice the transfer entropy is Granger causality. O(n d²) time
/// for d dimensions in all, O(n d) space.
///
/// - a column that depends linearly on others adds nothing; a constant carries 0 nats
/// - a target that source and condition determine, but the condition alone does not: infinite
///
/// The plug-in value of independent variables is too large by about dim(X) dim(Y)/(2n). The
/// corrected one subtracts the exact expectation for independent Gaussian samples.
///
/// @param corrected whether to subtract the bias
/// @see <a href="https://doi.org/10.1103/PhysRevLett.103.238701">Barnett, Barrett, Seth 2009</a>
public record GaussianEstimator(boolean corrected) implements Estimator {
  @Override
  public double nats(Observations o) {
    return prepared(o).nats(o.source());
  }

  /// The estimate as a function of the source.
  SourceInformation prepared(Observations o) {
    requireSamples(o);
    Parts parts = Parts.of(o);
    Correlations fixed = new Correlations(parts.fixed());
    double bias = corrected ? biasNats(o) : 0;
    return source ->
        new Factors(parts, new Correlations(fixed, Moments.standardised(source))).nats() - bias;
  }

  @Override
  public double[] localNats(Observations o) {
    requireSamples(o);
    Parts parts = Parts.of(o);
    double[][] columns =
        Stream.of(parts.fixed(), Moments.standardised(o.source()))
            .flatMap(Arrays::stream)
            .toArray(double[][]::new);
    Factors factors = new Factors(parts, new Correlations(columns));
    return IntStream.range(0, o.size()).mapToDouble(factors::localNats).toArray();
  }

  /// The entropy of a Gaussian variable, d/2 ln(2 pi e) + 1/2 ln|C|, divisor of C n - 1. The
  /// correction makes it unbiased. A column that depends linearly on others, such as a constant:
  /// negative infinity.
  ///
  /// @see <a href="https://doi.org/10.1109/18.30996">Ahmed, Gokhale 1989</a>
  @Override
  public double entropyNats(Variable variable) {
    int d = variable.dimensions();
    int n = variable.rows();
    if (n < d + 1) {
      throw new IllegalArgumentException("rows = %d, expected rows > %d".formatted(n, d));
    }
    Correlations.Factor factor =
        new Correlations(Moments.standardised(variable.columns()))
            .factor(IntStream.range(0, d).toArray());
    double nats = d / 2.0 * Math.log(2 * Math.PI * Math.E);
    for (int j = 0; j < d; j++) {
      nats += 0.5 * Math.log(factor.pivot(j)) + Moments.logDeviation(variable.columns()[j]);
      if (corrected) {
        nats -= 0.5 * (Gamma.digamma((n - 1 - j) / 2.0) - Math.log((n - 1) / 2.0));
      }
    }
    return nats;
  }

  /// By the chain rule: the sum of I(X_i; X_1 … X_i-1).
  @Override
  public double multiInformationNats(List<Variable> variables) {
    if (variables.size() < 2) {
      throw new IllegalArgumentException(variables.size() + " variables, expected at least 2");
    }
    return IntStream.range(1, variables.size())
        .mapToDouble(
            i ->
                nats(Observations.pairs(variables.get(i), Variable.joint(variables.subList(0, i)))))
        .sum();
  }

  @Override
  public String describe() {
    return corrected ? "gaussian, bias subtracted" : "gaussian";
  }

  /// What the plug-in value of independent variables is expected to be: with residuals of n - 1 -
  /// dim(Z) degrees of freedom, |C(X|Y,Z)|/|C(X|Z)| is Wilks' product of beta variables.
  ///
  /// @param o the samples
  /// @return nats
  /// @throws IllegalArgumentException if there are too few samples
  public static double biasNats(Observations o) {
    requireSamples(o);
    int freedom = o.size() - 1 - o.conditionDimensions();
    double nats = 0;
    for (int j = 0; j < o.targetDimensions(); j++) {
      double half = (freedom - j) / 2.0;
      nats += 0.5 * (Gamma.digamma(half) - Gamma.digamma(half - o.sourceDimensions() / 2.0));
    }
    return nats;
  }

  static void requireSamples(Observations o) {
    int d = o.targetDimensions() + o.sourceDimensions() + o.conditionDimensions();
    if (o.size() < d + 1) {
      throw new IllegalArgumentException(
          "samples = %d, expected samples > %d (dimensions of all variables)"
              .formatted(o.size(), d));
    }
  }

  /// Which column is what: condition, target, source.
  private static final class Parts {
    private final double[][] fixed;
    private final int conditions;
    private final int targets;
    private final int sources;

    Parts(double[][] fixed, int conditions, int targets, int sources) {
      this.fixed = fixed;
      this.conditions = conditions;
      this.targets = targets;
      this.sources = sources;
    }

    double[][] fixed() {
      return fixed;
    }

    int conditions() {
      return conditions;
    }

    int targets() {
      return targets;
    }

    int sources() {
      return sources;
    }

    static Parts of(Observations o) {
      double[][] fixed =
          Stream.of(o.condition(), o.target())
              .flatMap(Arrays::stream)
              .map(Moments::standardised)
              .toArray(double[][]::new);
      return new Parts(fixed, o.condition().length, o.target().length, o.source().length);
    }

    /// Condition and target.
    int[] without() {
      return IntStream.range(0, conditions + targets).toArray();
    }

    /// Condition, source and target.
    int[] with() {
      int rest = conditions + targets;
      return IntStream.of(0)
          .flatMap(
              i ->
                  IntStream.concat(
                      IntStream.concat(
                          IntStream.range(0, conditions), IntStream.range(rest, rest + sources)),
                      IntStream.range(conditions, rest)))
          .toArray();
    }
  }

  /// The target after the condition, and after condition and source.
  private record Factors(Parts parts, Correlations.Factor without, Correlations.Factor with) {
    Factors(Parts parts, Correlations all) {
      this(parts, all.factor(parts.without()), all.factor(parts.with()));
    }

    double nats() {
      return IntStream.range(0, parts.targets()).mapToDouble(this::nats).sum();
    }

    private double nats(int target) {
      double before = without.pivot(parts.conditions() + target);
      double after = with.pivot(parts.conditions() + parts.sources() + target);
      return before == 0 ? 0 : 0.5 * Math.log(before / after);
    }

    double localNats(int sample) {
      double[] before = without.whitened(sample);
      double[] after = with.whitened(sample);
      double nats = 0;
      for (int j = 0; j < parts.targets(); j++) {
        double u = before[parts.conditions() + j];
        double v = after[parts.conditions() + parts.sources() + j];
        nats += nats(j) + (u * u - v * v) / 2;
      }
      return nats;
    }
  }
}
