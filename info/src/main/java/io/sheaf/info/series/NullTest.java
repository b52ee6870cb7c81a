package io.sheaf.info.series;

import io.sheaf.info.internal.Xoshiro256PlusPlus;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How an information compares with surrogates of its source.
///
/// The observed source counts as one of the surrogates, so that p is never 0 and a test at level a
/// is wrong in at most a of all cases where the null is valid, for any number of surrogates, also
/// if drawing ended early: p = h/l where the l-th surrogate was the h-th that is enough. Costs one
/// estimate and one for each surrogate; KSG 1 prepares what all of them share.
///
/// @param valueNats the observed information
/// @param pValue (1 + atLeast)/(1 + surrogates), or atLeast/surrogates if drawing ended early
/// @param atLeast surrogates at least as great as the value, up to rounding
/// @param surrogates number of surrogates drawn
/// @param meanNats their mean: the bias of the estimate
/// @param standardDeviationNats their standard deviation, divisor surrogates - 1
/// @see <a href="https://doi.org/10.2202/1544-6115.1585">Phipson, Smyth 2010</a>
/// @see <a href="https://doi.org/10.1093/biomet/78.2.301">Besag, Clifford 1991</a>
public record NullTest(
    double valueNats,
    double pValue,
    int atLeast,
    int surrogates,
    double meanNats,
    double standardDeviationNats) {
  /// Values this close, beside 1 or beside themselves, are equal but for rounding.
  private static final double ROUNDING = 1e-12;

  /// Draws surrogates and compares.
  ///
  /// @param o the samples
  /// @param estimator of the information
  /// @param how to make surrogates
  /// @param count how many
  /// @return the comparison
  /// @throws IllegalArgumentException if there are too few samples, or the estimator is discrete
  ///   and surrogates are IAAFT
  public static NullTest run(Observations o, Estimator estimator, Null how, SurrogateCount count) {
    requireSuited(estimator, how);
    if (estimator instanceof DiscreteEstimator discrete
        && how instanceof Null.Permutation
        && count.enough() == 0
        && discrete.isPlugIn()) {
      return discrete.permuted(o, count);
    }
    SourceInformation information = SourceInformation.of(o, estimator);
    SourceSurrogates surrogates = new SourceSurrogates(o, how, count.seed());
    return drawn(information.nats(o.source()), i -> information.nats(surrogates.columns(i)), count);
  }

  /// Compares a multi-information with that of independent variables: the first stays as it is,
  /// each other one gets surrogates of its own. Each of them leaves the first; of three or more,
  /// two may by chance move nearly alike, as by near shifts, and a surrogate in which they do keeps
  /// what they share. That makes p greater, never too small. Costs as many estimates as there are
  /// surrogates, and one.
  ///
  /// @param variables at least 2, of equal length, each of any dimension
  /// @param estimator of the multi-information
  /// @param how to make surrogates
  /// @param count how many
  /// @return the comparison
  /// @throws IllegalArgumentException if there are too few rows or variables, lengths differ, or
  ///   the estimator is discrete and surrogates are IAAFT
  public static NullTest multiInformation(
      List<Variable> variables, Estimator estimator, Null how, SurrogateCount count) {
    requireSuited(estimator, how);
    double value = estimator.multiInformationNats(variables);
    Variable first = variables.getFirst();
    List<SourceSurrogates> others =
        IntStream.range(1, variables.size())
            .mapToObj(
                v ->
                    new SourceSurrogates(
                        Observations.pairs(first, variables.get(v)),
                        how,
                        Xoshiro256PlusPlus.stream(count.seed(), v).nextLong()))
            .toList();
    return drawn(
        value,
        i ->
            estimator.multiInformationNats(
                Stream.concat(
                        Stream.of(first), others.stream().map(one -> Variable.of(one.columns(i))))
                    .toList()),
        count);
  }

  private static void requireSuited(Estimator estimator, Null how) {
    if (estimator instanceof DiscreteEstimator && how instanceof Null.Iaaft) {
      throw new IllegalArgumentException("IAAFT surrogates of symbols, expected another null");
    }
  }

  private static NullTest drawn(double value, IntToDoubleFunction surrogate, SurrogateCount count) {
    double[] drawn = new double[count.most()];
    int size = 0;
    int batch = count.enough() == 0 ? drawn.length : Math.max(8, 4 * count.workers().threads());
    while (size < drawn.length && !ended(drawn, size, value, count.enough())) {
      int from = size;
      int to = Math.min(drawn.length, from + batch);
      count
          .workers()
          .forAll(
              to - from,
              (first, last) -> {
                for (int i = from + first; i < from + last; i++) {
                  drawn[i] = surrogate.applyAsDouble(i);
                }
              });
      size = to;
    }
    return of(value, Arrays.copyOf(drawn, size), count.enough());
  }

  private static boolean ended(double[] drawn, int size, double value, int enough) {
    return enough > 0
        && Arrays.stream(drawn, 0, size).filter(s -> isAtLeast(s, value)).count() >= enough;
  }

  static boolean isAtLeast(double surrogate, double value) {
    // Without the first, infinite values would not be equal: infinity less infinity is not a
    // number.
    return surrogate >= value || surrogate >= value - ROUNDING * Math.max(1, Math.abs(value));
  }

  /// The comparison with values of surrogates, in the order in which they are drawn. Those after
  /// the one that is enough do not count.
  ///
  /// @param value the observed information
  /// @param drawn at least one value; not modified
  /// @param enough as in [SurrogateCount]
  static NullTest of(double value, double[] drawn, int enough) {
    int atLeast = 0;
    double mean = 0;
    double squares = 0;
    int size = 0;
    while (size < drawn.length && (enough == 0 || atLeast < enough)) {
      double next = drawn[size++];
      atLeast += isAtLeast(next, value) ? 1 : 0;
      double deviation = next - mean;
      mean += deviation / size;
      squares += deviation * (next - mean);
    }
    boolean early = enough > 0 && atLeast == enough;
    double p = early ? (double) atLeast / size : (1.0 + atLeast) / (1.0 + size);
    return new NullTest(value, p, atLeast, size, mean, Math.sqrt(squares / (size - 1)));
  }

  /// The observed information less the mean of the surrogates: an estimate without most of the
  /// bias. May be negative.
  ///
  /// @return nats
  public double effectiveNats() {
    return valueNats - meanNats;
  }

  /// The effective information in standard deviations of the surrogates.
  ///
  /// @return the number of standard deviations; NaN if all surrogates are equal or there is one
  public double zScore() {
    return standardDeviationNats > 0 ? effectiveNats() / standardDeviationNats : Double.NaN;
  }
}
