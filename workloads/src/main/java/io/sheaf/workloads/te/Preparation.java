package io.sheaf.workloads.te;

import io.sheaf.engine.plan.Seeds;
import io.sheaf.info.Segments;
import io.sheaf.info.series.DiscreteEstimator;
import io.sheaf.info.series.Estimator;
import io.sheaf.info.series.GaussianEstimator;
import io.sheaf.info.series.KsgEstimator;
import io.sheaf.info.series.SymbolicSeries;
import io.sheaf.info.series.Variable;
import io.sheaf.info.series.Workers;
import io.sheaf.workloads.te.Question.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How columns become what an estimator takes, and which estimator.
///
/// @param k length of patterns
/// @param tau rows from one row of a pattern to the next
/// @param seed of the noise
record Preparation(Question.Estimation estimation, int k, int tau, long seed) {
  private static final double MOST_TIES = 0.05;
  private static final int MOST_SYMBOL = Integer.MAX_VALUE - 1;

  static Preparation of(Question question) {
    return new Preparation(
        question.estimation(),
        question.histories().k(),
        question.histories().tau(),
        question.comparison().seed());
  }

  Estimator estimator(Workers workers) {
    return switch (estimation.method()) {
      case DISCRETE, SYMBOLIC -> new DiscreteEstimator(estimation.correction());
      case GAUSSIAN -> new GaussianEstimator(estimation.unbiased());
      case KSG1 -> new KsgEstimator(1, estimation.neighbours(), estimation.theiler(), workers);
      case KSG2 -> new KsgEstimator(2, estimation.neighbours(), estimation.theiler(), workers);
    };
  }

  boolean isSymbolic() {
    return estimation.method() == Method.SYMBOLIC;
  }

  /// Whether the estimator counts symbols, which have no size.
  boolean isCounted() {
    return isSymbolic() || estimation.method() == Method.DISCRETE;
  }

  Variable variable(SeriesTable table, List<String> names) {
    Variable raw = table.variable(names);
    boolean evens = estimation.normalise() == Question.Normalise.SERIES && !isCounted();
    Variable even = evens ? raw.standardised() : raw;
    Variable noisy =
        estimation.noise() > 0
            ? even.withNoise(estimation.noise(), Seeds.of(seed, String.join(",", names), "noise"))
            : even;
    return switch (estimation.method()) {
      case DISCRETE ->
          estimation
              .bins()
              .map(bins -> DiscreteEstimator.binned(noisy, bins, estimation.quantiles()))
              .orElseGet(() -> symbols(noisy, table, names));
      case SYMBOLIC -> SymbolicSeries.of(noisy, k, tau, Segments.whole(table.rows())).patterns();
      case GAUSSIAN, KSG1, KSG2 -> noisy;
    };
  }

  /// The variable itself, once its values are known to be symbols.
  private static Variable symbols(Variable variable, SeriesTable table, List<String> names) {
    for (String name : names) {
      double[] values = table.column(name);
      for (int row = 0; row < values.length; row++) {
        if (values[row] != (int) values[row] || values[row] < 0 || values[row] > MOST_SYMBOL) {
          throw new IllegalArgumentException(
              "column `%s` has %s in row %d, expected a symbol: a whole number in [0, %d]; else choose bins"
                  .formatted(name, values[row], row, MOST_SYMBOL));
        }
      }
    }
    return variable;
  }

  /// What about a column casts doubt on estimates.
  Optional<String> warning(SeriesTable table, String name) {
    Variable one = table.variable(List.of(name));
    if (one.hasConstant()) {
      return Optional.of("column `%s` is constant: it carries no information".formatted(name));
    }
    boolean nearest = estimation.method() == Method.KSG1 || estimation.method() == Method.KSG2;
    if (nearest && estimation.noise() == 0 && one.tiedShare() > MOST_TIES) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%.0f %% of column `%s` are ties, which nearest neighbours are not made for: consider --noise 1e-8, or --estimator discrete",
              100 * one.tiedShare(),
              name));
    }
    return Optional.empty();
  }
}
