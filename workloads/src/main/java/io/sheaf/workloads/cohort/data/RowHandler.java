package io.sheaf.workloads.cohort.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Takes the fields of a CSV file as they are scanned and keeps the wanted numbers.
///
/// Its records are faults: a good row yields none, so whoever iterates gets the first fault or
/// nothing. Confined to one thread and one file.
final class RowHandler extends AbstractBaseCsvCallbackHandler<String> {
  private static final int FIRST_CAPACITY = 4096;

  /// The last second of the year 9999; milliseconds are beyond it since 1978.
  private static final double LAST_TIMESTAMP = 253_402_300_799.0;

  private final List<String> names = new ArrayList<>();
  private final List<String> header = new ArrayList<>();
  private final RowOrder order;

  /// Values by wanted column, then row; column 0 holds the timestamps.
  private final double[][] values;

  /// By field, the wanted column or -1; empty until the header is complete.
  private int[] targets = {};

  private int count;
  private long characters;
  private long previousLine;
  private @Nullable String fault;

  RowHandler(String timestampColumn, List<String> columns, RowOrder order) {
    names.add(timestampColumn);
    names.addAll(columns);
    this.order = order;
    values = new double[names.size()][FIRST_CAPACITY];
  }

  boolean hasHeader() {
    return targets.length > 0;
  }

  int count() {
    return count;
  }

  long line() {
    return getStartingLineNumber();
  }

  UserTable table() {
    long[] timestamps = new long[count];
    for (int i = 0; i < count; i++) {
      timestamps[i] = (long) values[0][i];
    }
    Map<String, double[]> columns = new LinkedHashMap<>();
    for (int i = 1; i < values.length; i++) {
      columns.put(names.get(i), Arrays.copyOf(values[i], count));
    }
    return UserTable.of(timestamps, columns);
  }

  @Override
  protected void handleBegin(long line) {
    characters = 0;
    fault = null;
  }

  @Override
  protected void handleField(int field, char[] text, int from, int length, boolean quoted) {
    characters += length + 1;
    if (characters > UserTableReader.LINE_LIMIT) {
      throw new CsvParseException(
          "the line is longer than %,d characters".formatted(UserTableReader.LINE_LIMIT));
    }
    if (!hasHeader()) {
      header.add(new String(text, from, length));
    } else if (field < targets.length && targets[field] >= 0) {
      store(targets[field], text, from, length);
    }
  }

  private void store(int target, char[] text, int from, int length) {
    double value;
    try {
      value = Decimal.parse(text, from, length);
    } catch (NumberFormatException e) {
      note(target, text, from, length, "is not a number");
      return;
    }
    if (target == 0 && !(value >= 0 && value <= LAST_TIMESTAMP && value == Math.rint(value))) {
      note(target, text, from, length, timestampFault(value));
    } else if (Double.isInfinite(value)) {
      note(target, text, from, length, "is infinite");
    }
    values[target][count] = value;
  }

  private static String timestampFault(double value) {
    if (Double.isNaN(value)) {
      return "is missing, expected epoch seconds";
    }
    boolean inRange = value >= 0 && value <= LAST_TIMESTAMP;
    return inRange
        ? "is not an integer, expected epoch seconds"
        : "is out of range, expected epoch seconds from 0 to %.0f".formatted(LAST_TIMESTAMP);
  }

  private void note(int target, char[] text, int from, int length, String what) {
    if (fault == null) {
      fault =
          "column %s: %s %s"
              .formatted(
                  InputException.shown(names.get(target)),
                  InputException.shown(new String(text, from, length)),
                  what);
    }
  }

  @Override
  protected @Nullable String buildRecord() {
    if (getRecordType() != RecordType.DATA) {
      return null;
    }
    return hasHeader() ? row() : header();
  }

  private @Nullable String header() {
    Header columns = new Header(header);
    targets = columns.targets(names);
    return columns.fault(names);
  }

  private @Nullable String row() {
    if (getFieldCount() != targets.length) {
      return "the row has %d fields, expected %d as in the header"
          .formatted(getFieldCount(), targets.length);
    }
    if (fault != null) {
      return fault;
    }
    if (order == RowOrder.STRICT && count > 0 && values[0][count] <= values[0][count - 1]) {
      return disorder(values[0][count - 1], values[0][count]);
    }
    previousLine = line();
    count++;
    if (count == values[0].length) {
      Arrays.setAll(values, i -> Arrays.copyOf(values[i], 2 * count));
    }
    return null;
  }

  private String disorder(double previous, double next) {
    return "column %s: %.0f %s %.0f of line %d, expected increasing timestamps"
        .formatted(
            InputException.shown(names.getFirst()),
            next,
            next == previous ? "repeats" : "is earlier than",
            previous,
            previousLine);
  }
}
