package io.sheaf.engine.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tables as CSV: comma, header, `\n`, empty for no value, True and False, shortest numbers that
/// read back exactly, written as Python writes them.
public final class CsvTables {
  private CsvTables() {}

  /// A table in a file.
  static Content content(Table table, List<Row> rows) {
    return out -> write(table, rows, new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /// Leaves the writer open and flushed.
  ///
  /// @throws IOException if it cannot be written
  public static void write(Table table, List<Row> rows, Writer text) throws IOException {
    try {
      CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
      csv.writeRecord(table.columns().stream().map(Table.Column::name).toList());
      rows.forEach(row -> csv.writeRecord(row.cells().stream().map(CsvTables::text).toList()));
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// A cell's text.
  static String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case Boolean flag -> flag ? "True" : "False";
      case Double number -> number(number);
      default -> cell.toString();
    };
  }

  /// Plain between 1e-4 and 1e16, with an exponent elsewhere: `0.25`, `3.0`, `1.5e-07`.
  private static String number(double number) {
    if (number == 0) {
      return Double.toString(number);
    }
    BigDecimal decimal = shortest(number);
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = decimal.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    String digits = decimal.unscaledValue().abs().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    return String.format(
        Locale.ROOT,
        "%s%se%s%02d",
        number < 0 ? "-" : "",
        mantissa,
        exponent < 0 ? "-" : "+",
        Math.abs(exponent));
  }

  /// Java writes at least two digits, 4.9E-324 where 5E-324 reads back as well.
  private static BigDecimal shortest(double number) {
    BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    BigDecimal oneDigit = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
    return oneDigit.doubleValue() == number ? oneDigit.stripTrailingZeros() : decimal;
  }
}
