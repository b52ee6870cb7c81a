package io.sheaf.workloads.cohort.data;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Timestamps and some columns of one user.
///
/// Owns its arrays and hands them out: whoever reads them must not modify them.
public final class UserTable {
  private final long[] timestamps;
  private final Map<String, double[]> columns;

  private UserTable(long[] timestamps, Map<String, double[]> columns) {
    this.timestamps = timestamps;
    this.columns = columns;
  }

  /// Reads a file as it usually is: strictly ordered by the column `timestamp`.
  ///
  /// @param file plain, or compressed if the name ends in `.gz`
  /// @param columns the wanted columns besides the timestamp, each once
  /// @return the table
  /// @throws InputException if anything is wrong with the file
  /// @see UserTableReader
  public static UserTable read(Path file, List<String> columns) throws InputException {
    return new UserTableReader("timestamp", RowOrder.STRICT).read(file, columns);
  }

  /// A table of given arrays, which it owns from now on.
  ///
  /// @param timestamps epoch seconds
  /// @param columns values by column name, each as long as the timestamps
  /// @return the table
  /// @throws IllegalArgumentException if a length differs
  public static UserTable of(long[] timestamps, Map<String, double[]> columns) {
    columns.forEach(
        (name, values) -> {
          if (values.length != timestamps.length) {
            throw new IllegalArgumentException(
                "column %s has %d rows, expected %d as timestamps"
                    .formatted(InputException.shown(name), values.length, timestamps.length));
          }
        });
    return new UserTable(timestamps, Collections.unmodifiableMap(new LinkedHashMap<>(columns)));
  }

  /// Number of rows.
  public int rows() {
    return timestamps.length;
  }

  /// Epoch seconds of the rows; not to be modified.
  public long[] timestamps() {
    return timestamps;
  }

  /// Names of the columns, without the timestamp.
  public Set<String> columns() {
    return columns.keySet();
  }

  /// Values of one column, NaN where missing; not to be modified.
  ///
  /// @throws IllegalArgumentException if the table has no such column
  public double[] column(String name) {
    double[] values = columns.get(name);
    if (values == null) {
      throw new IllegalArgumentException(
          "the table has no column " + InputException.unknown(name, columns.keySet()));
    }
    return values;
  }
}
