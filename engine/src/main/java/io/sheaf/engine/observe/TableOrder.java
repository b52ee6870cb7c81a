package io.sheaf.engine.observe;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// The rows of a table that contain a text, in an order: their numbers, which takes one or two
/// passes over the file. Owns its array; does not change.
///
/// A column is ordered as numbers if all its cells are numbers or empty. Empty cells come last.
final class TableOrder {
  /// More would not fit into the memory of a dashboard.
  static final int MOST_ROWS = 1_000_000;

  /// Of longer cells only the beginning counts.
  private static final int LONGEST_KEY = 60;

  private final int[] rows;

  private TableOrder(int[] rows) {
    this.rows = rows;
  }

  /// One at a time, so that no more memory is taken than for the largest.
  ///
  /// @param column by which rows are ordered, -1: as they stand in the file
  /// @throws IllegalArgumentException if there are too many rows
  static synchronized TableOrder of(Path file, TableQuery query, int column) throws IOException {
    Keys keys = new Keys();
    try (CsvReader<CsvRecord> records = CsvReader.builder().ofCsvRecord(file)) {
      String text = query.text().toLowerCase(Locale.ROOT);
      int row = -1;
      for (CsvRecord one : records) {
        if (row >= 0 && (text.isEmpty() || contains(one, text))) {
          if (keys.size() == MOST_ROWS) {
            throw new IllegalArgumentException(
                "%s: more than %,d rows, which is too many to find or order here; ask for a text that fewer have, or download the file"
                    .formatted(file.getFileName(), MOST_ROWS));
          }
          keys.add(row, column < 0 ? "" : one.getField(column));
        }
        row++;
      }
    }
    return new TableOrder(column < 0 ? keys.rows() : keys.ordered(query.isDescending()));
  }

  private static boolean contains(CsvRecord record, String text) {
    return record.getFields().stream()
        .anyMatch(field -> field.toLowerCase(Locale.ROOT).contains(text));
  }

  int size() {
    return rows.length;
  }

  /// Numbers of rows, from 0.
  IntStream rows(int from, int to) {
    return Arrays.stream(rows, from, to);
  }

  /// What rows are ordered by.
  private static final class Keys {
    private final List<String> words = new ArrayList<>();
    private int[] rows = new int[1024];
    private boolean areNumbers = true;

    void add(int row, String cell) {
      if (words.size() == rows.length) {
        rows = Arrays.copyOf(rows, 2 * rows.length);
      }
      rows[words.size()] = row;
      words.add(cell.length() > LONGEST_KEY ? cell.substring(0, LONGEST_KEY) : cell);
      areNumbers = areNumbers && (cell.isEmpty() || number(cell).isPresent());
    }

    int size() {
      return words.size();
    }

    int[] rows() {
      return Arrays.copyOf(rows, words.size());
    }

    int[] ordered(boolean isDescending) {
      return areNumbers ? byNumber(isDescending) : byWord(isDescending);
    }

    private int[] byNumber(boolean isDescending) {
      int[] ordered = rows();
      long[] keys = new long[ordered.length];
      for (int i = 0; i < keys.length; i++) {
        OptionalDouble number = number(words.get(i));
        keys[i] =
            number.isEmpty() || Double.isNaN(number.getAsDouble())
                ? Long.MAX_VALUE
                : isDescending ? -rank(number.getAsDouble()) : rank(number.getAsDouble());
      }
      new Selection(keys, ordered).settle(0, ordered.length);
      return ordered;
    }

    /// A whole number in the order of the numbers.
    private static long rank(double number) {
      long bits = Double.doubleToLongBits(number + 0.0);
      return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    private int[] byWord(boolean isDescending) {
      Comparator<String> order = Comparator.naturalOrder();
      Comparator<String> wanted = isDescending ? order.reversed() : order;
      return IntStream.range(0, words.size())
          .boxed()
          .sorted(
              Comparator.comparing((Integer i) -> words.get(i).isEmpty())
                  .thenComparing(words::get, wanted))
          .mapToInt(i -> rows[i])
          .toArray();
    }

    private static OptionalDouble number(String cell) {
      // A letter in front that no number begins with: most words need no exception.
      if (cell.isEmpty() || (Character.isLetter(cell.charAt(0)) && !cell.startsWith("nan"))) {
        return OptionalDouble.empty();
      }
      try {
        return OptionalDouble.of(cell.equals("nan") ? Double.NaN : Double.parseDouble(cell));
      } catch (NumberFormatException _) {
        return OptionalDouble.empty();
      }
    }
  }
}
