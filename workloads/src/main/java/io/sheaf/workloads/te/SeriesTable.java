package io.sheaf.workloads.te;

import io.sheaf.info.series.Variable;
import java.util.List;

/// Some columns of a table, each of equal length.
///
/// @param names of the columns, as asked for
/// @param columns their values; not modified
public record SeriesTable(List<String> names, List<double[]> columns) {
  /// The number of rows.
  public int rows() {
    return columns.getFirst().length;
  }

  double[] column(String name) {
    return columns.get(names.indexOf(name));
  }

  /// Columns as one variable.
  Variable variable(List<String> wanted) {
    return Variable.of(wanted.stream().map(this::column).toArray(double[][]::new));
  }
}
