package io.sheaf.info.series;

import io.sheaf.info.BiasCorrection;
import io.sheaf.info.DiscreteInformation;
import io.sheaf.info.Discretizer;
import io.sheaf.info.Samples;
import io.sheaf.info.SurrogateTest;
import io.sheaf.info.Surrogates;
import io.sheaf.info.Symbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Information between variables whose values are symbols 0, 1, 2 …: counts how often each joint
/// state occurs. Immutable.
///
/// The numbers are names; their order and distance mean nothing. Make them of real values with
/// [#binned(Variable, int, boolean)] or [SymbolicSeries]. Sparse: O(n d) time and space whatever
/// the alphabets. See [DiscreteInformation] for bias.
///
/// @param correction what to do about bias
/// @see <a href="https://doi.org/10.1162/089976603321780272">Paninski 2003</a>
public record DiscreteEstimator(BiasCorrection correction) implements Estimator {
  private static final double LN_2 = Math.log(2);

  @Override
  public double nats(Observations o) {
    return DiscreteInformation.bits(samples(o), correction) * LN_2;
  }

  @Override
  public double[] localNats(Observations o) {
    return Arrays.stream(DiscreteInformation.localBits(samples(o)))
        .map(bits -> bits * LN_2)
        .toArray();
  }

  SourceInformation prepared(Observations o) {
    Symbols target = joint(o.target(), o.size());
    Symbols condition = joint(o.condition(), o.size());
    return source ->
        DiscreteInformation.bits(
                Samples.of(target, joint(source, o.size()), condition, o.sampleSegments()),
                correction)
            * LN_2;
  }

  /// The samples as the discrete measures take them, such as [io.sheaf.info.ChiSquareTest].
  ///
  /// @param o the samples, of symbols
  /// @return the same samples, all histories of a role joined
  /// @throws IllegalArgumentException if a value is no symbol
  public Samples samples(Observations o) {
    return Samples.of(
        joint(o.target(), o.size()),
        joint(o.source(), o.size()),
        joint(o.condition(), o.size()),
        o.sampleSegments());
  }

  boolean isPlugIn() {
    return correction == BiasCorrection.NONE;
  }

  /// The test that counts surrogates without making them.
  NullTest permuted(Observations o, SurrogateCount count) {
    SurrogateTest test =
        SurrogateTest.run(samples(o), Surrogates.Permutation.free(), count.most(), count.seed());
    return new NullTest(
        test.valueBits() * LN_2,
        test.pValue(),
        test.atLeast(),
        test.surrogates(),
        test.surrogateMeanBits() * LN_2,
        test.surrogateStandardDeviationBits() * LN_2);
  }

  @Override
  public double entropyNats(Variable variable) {
    return DiscreteInformation.entropyBits(joint(variable.columns(), variable.rows()), correction)
        * LN_2;
  }

  @Override
  public double multiInformationNats(List<Variable> variables) {
    if (variables.size() < 2) {
      throw new IllegalArgumentException(variables.size() + " variables, expected at least 2");
    }
    return variables.stream().mapToDouble(this::entropyNats).sum()
        - entropyNats(Variable.joint(variables));
  }

  @Override
  public String describe() {
    return correction == BiasCorrection.NONE
        ? "discrete, plug-in"
        : "discrete, " + correction.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// All columns as one series of symbols.
  private static Symbols joint(double[][] columns, int size) {
    return Arrays.stream(columns)
        .map(DiscreteEstimator::symbols)
        .reduce(Symbols::and)
        .orElseGet(() -> Symbols.of(new int[size]));
  }

  private static Symbols symbols(double[] values) {
    int[] symbols = new int[values.length];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = (int) values[i];
      if (symbols[i] != values[i] || symbols[i] < 0 || symbols[i] == Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "value = %s, expected a symbol: a whole number in [0, 2147483646]; else choose bins"
                .formatted(values[i]));
      }
    }
    return Symbols.of(symbols);
  }

  /// The bins of a variable's values, each dimension by itself.
  ///
  /// @param variable the variable
  /// @param bins number of bins of a dimension, at least 1; heavy ties may give fewer
  /// @param quantiles whether bins hold equal shares of the rows instead of having equal widths
  /// @return a variable of symbols
  /// @throws IllegalArgumentException if bins < 1 or there is no row
  public static Variable binned(Variable variable, int bins, boolean quantiles) {
    return Variable.of(
        Arrays.stream(variable.columns())
            .map(column -> binned(column, bins, quantiles))
            .toArray(double[][]::new));
  }

  private static double[] binned(double[] values, int bins, boolean quantiles) {
    double[] column = enlarged(values);
    Discretizer bounds =
        quantiles ? Discretizer.quantiles(column, bins) : Discretizer.equalWidth(column, bins);
    Symbols symbols = bounds.symbols(column);
    return IntStream.range(0, column.length).mapToDouble(symbols::at).toArray();
  }

  /// Values whose range is below 1 times a power of 2, which is exact, so that it is about 1: edges
  /// that are close in absolute terms are merged, whatever the unit.
  private static double[] enlarged(double[] values) {
    double range = Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
    int power = range > 0 && range < 1 ? -Math.getExponent(range) : 0;
    return Arrays.stream(values).map(value -> Math.scalb(value, power)).toArray();
  }
}
