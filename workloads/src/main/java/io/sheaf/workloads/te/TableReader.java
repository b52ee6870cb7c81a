package io.sheaf.workloads.te;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads some columns of a table: text, separated by tabs, commas, semicolons or white space, plain
/// or compressed (.gz), or Parquet (.parquet). Columns without a header have the numbers 0, 1, 2 …
/// as names, and any column may be called by its number. Only the columns asked for are kept.
public final class TableReader {
  private final Path file;

  /// A reader of a file.
  public TableReader(Path file) {
    this.file = file;
  }

  /// The names of all columns.
  public List<String> names() throws IOException {
    try (TableRows rows = TableRows.open(file)) {
      return rows.names();
    }
  }

  /// The names of columns that may be called by their numbers. One whose name others have as well
  /// is left with its number.
  ///
  /// @param all names of the table
  /// @throws ConfigurationException for an unknown column, or a name that others have as well
  List<String> canonical(List<String> all, List<String> wanted) {
    return wanted.stream()
        .map(name -> all.get(place(all, name)).equals(name) ? name : unique(all, name))
        .toList();
  }

  private static String unique(List<String> all, String number) {
    String name = all.get(Integer.parseInt(number));
    return Collections.frequency(all, name) == 1 ? name : number;
  }

  /// Reads columns by name or number.
  ///
  /// @param wanted columns of numbers
  /// @param groupBy a column of any text that splits the table
  /// @return the groups in order of first appearance; one with an empty name if nothing splits it
  /// @throws ConfigurationException for an unknown column or a cell that is no finite number
  public Map<String, SeriesTable> read(List<String> wanted, Optional<String> groupBy)
      throws IOException {
    try (TableRows rows = TableRows.open(file)) {
      List<Integer> places = wanted.stream().map(name -> place(rows.names(), name)).toList();
      int group = groupBy.map(name -> place(rows.names(), name)).orElse(-1);
      Map<String, Growing> groups = new LinkedHashMap<>();
      for (List<String> cells = rows.next(); cells != null; cells = rows.next()) {
        if (cells.size() != rows.names().size()) {
          throw new ConfigurationException(
              "%s: %d cells, expected %d"
                  .formatted(rows.where(), cells.size(), rows.names().size()));
        }
        groups
            .computeIfAbsent(group < 0 ? "" : cells.get(group), _ -> new Growing(wanted))
            .add(cells, places, rows);
      }
      Map<String, SeriesTable> tables = new LinkedHashMap<>();
      groups.forEach((name, columns) -> tables.put(name, columns.table()));
      if (tables.isEmpty()) {
        throw new ConfigurationException(file + ": no rows");
      }
      return tables;
    }
  }

  private int place(List<String> names, String name) {
    int place = names.indexOf(name);
    if (place != names.lastIndexOf(name)) {
      throw new ConfigurationException(
          "%s: %d columns are called `%s`; rename them, or give their numbers, from 0"
              .formatted(file, Collections.frequency(names, name), name));
    }
    if (place < 0 && name.matches("0|[1-9]\\d{0,8}") && Integer.parseInt(name) < names.size()) {
      place = Integer.parseInt(name);
    }
    if (place < 0) {
      throw new ConfigurationException(
          "%s: unknown column `%s`%s (there are: %s)"
              .formatted(
                  file,
                  name,
                  Nearest.hint(name, names),
                  String.join(", ", names.stream().limit(20).toList())
                      + (names.size() > 20 ? ", …" : "")));
    }
    return place;
  }

  /// Columns that grow row by row.
  private static final class Growing {
    private final List<String> names;
    private final double[][] columns;
    private int rows;

    Growing(List<String> names) {
      this.names = names;
      columns = new double[names.size()][256];
    }

    void add(List<String> cells, List<Integer> places, TableRows from) {
      for (int i = 0; i < columns.length; i++) {
        if (rows == columns[i].length) {
          columns[i] = Arrays.copyOf(columns[i], rows + (rows >> 1));
        }
        columns[i][rows] = number(cells.get(places.get(i)), from, names.get(i));
      }
      rows++;
    }

    private static double number(String cell, TableRows from, String name) {
      double value = TextRows.number(cell);
      if (!Double.isFinite(value)) {
        throw new ConfigurationException(
            "%s: column `%s` has `%s`, expected a finite number"
                .formatted(from.where(), name, cell));
      }
      return value;
    }

    SeriesTable table() {
      return new SeriesTable(
          names, Arrays.stream(columns).map(column -> Arrays.copyOf(column, rows)).toList());
    }
  }
}
