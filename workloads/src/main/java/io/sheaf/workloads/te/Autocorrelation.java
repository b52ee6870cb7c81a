package io.sheaf.workloads.te;

import io.sheaf.info.series.Null;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How much a column remembers of its last row, which permuting its samples forgets.
///
/// @param lagged correlation with itself one row later; 0 if constant
record Autocorrelation(String column, double lagged) {
  /// Two columns that remember by this product show too much under permutation.
  private static final double MOST_PRODUCT = 0.1;

  private static Autocorrelation of(SeriesTable table, String column) {
    double[] x = table.column(column);
    double mean = Arrays.stream(x).average().orElse(0);
    double squares = 0;
    double products = 0;
    for (int t = 0; t < x.length; t++) {
      squares += (x[t] - mean) * (x[t] - mean);
      products += t == 0 ? 0 : (x[t] - mean) * (x[t - 1] - mean);
    }
    return new Autocorrelation(column, squares > 0 ? products / squares : 0);
  }

  /// What casts doubt on the null: of a source and a target, other than it, those that remember
  /// most.
  static Optional<String> warning(
      Null how, SeriesTable table, List<String> sources, List<String> targets) {
    if (!(how instanceof Null.Permutation)) {
      return Optional.empty();
    }
    List<Autocorrelation> from = sources.stream().map(name -> of(table, name)).toList();
    List<Autocorrelation> to = targets.stream().map(name -> of(table, name)).toList();
    double most = MOST_PRODUCT;
    Optional<String> warning = Optional.empty();
    for (Autocorrelation source : from) {
      for (Autocorrelation target : to) {
        double product = source.lagged * target.lagged;
        if (product > most && !source.column.equals(target.column)) {
          most = product;
          warning = Optional.of(source.warningWith(target));
        }
      }
    }
    return warning;
  }

  private String warningWith(Autocorrelation target) {
    return String.format(
        Locale.ROOT,
        "columns `%s` and `%s` are autocorrelated (%.2f, %.2f at lag 1): p of the permutation null may be too small; consider shifts: --null shift, or null_model=shift",
        column,
        target.column,
        lagged,
        target.lagged);
  }
}
