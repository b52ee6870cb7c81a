package io.sheaf.workloads.te;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads some columns of a text table: separated by tabs, commas, semicolons or white space, plain
/// or compressed (.gz), with or without a header line. Cells may be quoted; quoted line breaks are
/// not known. Lines that are empty or begin with # are passed over. Columns without a header have
/// the numbers 0, 1, 2 … as names. Only the columns asked for are kept.
public final class TableReader {
  private static final Pattern WHITE = Pattern.compile("\\s+");

  private final Path file;

  /// A reader of a file.
  public TableReader(Path file) {
    this.file = file;
  }

  /// The names of all columns.
  public List<String> names() throws IOException {
    try (BufferedReader reader = open()) {
      Layout layout = layout(reader);
      return layout.names();
    }
  }

  /// Reads columns by name or number.
  ///
  /// @param wanted columns of numbers
  /// @param groupBy a column of any text that splits the table
  /// @return the groups in order of first appearance; one with an empty name if nothing splits it
  /// @throws ConfigurationException for an unknown column or a cell that is no finite number
  public Map<String, SeriesTable> read(List<String> wanted, Optional<String> groupBy)
      throws IOException {
    try (BufferedReader reader = open()) {
      Layout layout = layout(reader);
      List<Integer> places = wanted.stream().map(name -> place(layout, name)).toList();
      int group = groupBy.map(name -> place(layout, name)).orElse(-1);
      Map<String, Growing> groups = new LinkedHashMap<>();
      int number = layout.line();
      for (String line = layout.first(); line != null; line = reader.readLine(), number++) {
        if (isData(line)) {
          String[] cells = layout.split(line);
          if (cells.length != layout.names().size()) {
            throw new ConfigurationException(
                "%s:%d: %d cells, expected %d"
                    .formatted(file, number, cells.length, layout.names().size()));
          }
          groups
              .computeIfAbsent(group < 0 ? "" : cells[group], _ -> new Growing(wanted))
              .add(cells, places, file + ":" + number);
        }
      }
      Map<String, SeriesTable> tables = new LinkedHashMap<>();
      groups.forEach((name, rows) -> tables.put(name, rows.table()));
      if (tables.isEmpty()) {
        throw new ConfigurationException(file + ": no rows");
      }
      return tables;
    }
  }

  private int place(Layout layout, String name) {
    int place = layout.names().indexOf(name);
    if (place < 0 && name.matches("\\d{1,9}") && Integer.parseInt(name) < layout.names().size()) {
      place = Integer.parseInt(name);
    }
    if (place < 0) {
      throw new ConfigurationException(
          "%s: unknown column `%s`%s (there are: %s)"
              .formatted(
                  file,
                  name,
                  Nearest.hint(name, layout.names()),
                  String.join(", ", layout.names().stream().limit(20).toList())
                      + (layout.names().size() > 20 ? ", …" : "")));
    }
    return place;
  }

  private BufferedReader open() throws IOException {
    InputStream bytes = Files.newInputStream(file);
    InputStream plain =
        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
  }

  private static boolean isData(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }

  /// @param first the first line of data
  /// @param line its number
  private record Layout(char separator, List<String> names, @Nullable String first, int line) {
    String[] split(String line) {
      if (separator == ' ') {
        return WHITE.split(line.strip());
      }
      return line.indexOf('"') < 0 ? plain(line) : quoted(line);
    }

    private String[] plain(String line) {
      String[] cells = line.split(String.valueOf(separator), -1);
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cells[i].strip();
      }
      return cells;
    }

    private String[] quoted(String line) {
      List<String> cells = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean inside = false;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == '"' && inside && i + 1 < line.length() && line.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else if (c == '"') {
          inside = !inside;
        } else if (c == separator && !inside) {
          cells.add(cell.toString().strip());
          cell.setLength(0);
        } else {
          cell.append(c);
        }
      }
      cells.add(cell.toString().strip());
      return cells.toArray(String[]::new);
    }
  }

  private Layout layout(BufferedReader reader) throws IOException {
    int number = 1;
    String line = reader.readLine();
    while (line != null && !isData(line)) {
      line = reader.readLine();
      number++;
    }
    if (line == null) {
      throw new ConfigurationException(file + ": no rows");
    }
    String text = line.startsWith("\uFEFF") ? line.substring(1) : line;
    char separator =
        text.indexOf('\t') >= 0
            ? '\t'
            : text.indexOf(',') >= 0 ? ',' : text.indexOf(';') >= 0 ? ';' : ' ';
    Layout plain = new Layout(separator, List.of(), text, number);
    String[] cells = plain.split(text);
    if (Arrays.stream(cells).allMatch(TableReader::isNumber)) {
      List<String> numbers = IntStream.range(0, cells.length).mapToObj(String::valueOf).toList();
      return new Layout(separator, numbers, text, number);
    }
    return new Layout(separator, List.of(cells), reader.readLine(), number + 1);
  }

  private static boolean isNumber(String cell) {
    try {
      Double.parseDouble(cell);
      return true;
    } catch (NumberFormatException _) {
      return cell.equalsIgnoreCase("nan") || cell.isEmpty();
    }
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

    void add(String[] cells, List<Integer> places, String where) {
      for (int i = 0; i < columns.length; i++) {
        if (rows == columns[i].length) {
          columns[i] = Arrays.copyOf(columns[i], rows + (rows >> 1));
        }
        columns[i][rows] = number(cells[places.get(i)], where, names.get(i));
      }
      rows++;
    }

    private static double number(String cell, String where, String name) {
      double value = Double.NaN;
      try {
        value = Double.parseDouble(cell);
      } catch (NumberFormatException _) {
        // Reported below, with what else is no finite number.
      }
      if (!Double.isFinite(value)) {
        throw new ConfigurationException(
            "%s: column `%s` has `%s`, expected a finite number".formatted(where, name, cell));
      }
      return value;
    }

    SeriesTable table() {
      return new SeriesTable(
          names, Arrays.stream(columns).map(column -> Arrays.copyOf(column, rows)).toList());
    }
  }
}
