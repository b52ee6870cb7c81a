package io.sheaf.workloads.cohort.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// Reads the wanted columns of CSV files with a header line.
///
/// Cells are decimal numbers; empty and `nan` in any case are missing. Fields may be quoted, lines
/// end in LF or CRLF, a byte order mark and blank lines are passed over. Unwanted cells are not
/// looked at. Lines are at most [#LINE_LIMIT] characters long.
///
/// @param timestampColumn the name of the column that holds epoch seconds
/// @param order what is asked of the order of the rows
public record UserTableReader(String timestampColumn, RowOrder order) {
  /// The most characters of a line.
  public static final int LINE_LIMIT = 1 << 20;

  private static final int GZIP_BUFFER_BYTES = 1 << 16;

  /// Reads one file.
  ///
  /// @param file plain, or compressed if the name ends in `.gz`
  /// @param columns the wanted columns besides the timestamp, each once
  /// @return the table, with at least one row
  /// @throws InputException if the file cannot be read, lacks a column, has a malformed row or
  ///   cell, a timestamp out of order, or no rows
  /// @throws IllegalArgumentException if a wanted column stands twice or is the timestamp
  public UserTable read(Path file, List<String> columns) throws InputException {
    if (columns.contains(timestampColumn) || Set.copyOf(columns).size() < columns.size()) {
      throw new IllegalArgumentException(
          "columns = %s, expected each once and not %s".formatted(columns, timestampColumn));
    }
    RowHandler rows = new RowHandler(timestampColumn, columns, order);
    try (InputStream bytes = open(file);
        CsvReader<String> faults = csv(rows, bytes)) {
      Iterator<String> fault = faults.iterator();
      if (fault.hasNext()) {
        throw new InputException(file, rows.line(), fault.next());
      }
    } catch (InputException e) {
      throw e;
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw failure(file, rows.line(), e);
    }
    if (rows.count() == 0) {
      String fault = rows.hasHeader() ? "no rows below the header" : "empty file";
      throw new InputException(file, fault + ", expected a header line and rows");
    }
    return rows.table();
  }

  private static CsvReader<String> csv(RowHandler rows, InputStream bytes) {
    return CsvReader.builder()
        .detectBomHeader(true)
        .maxBufferSize(LINE_LIMIT)
        .build(rows, bytes, StandardCharsets.UTF_8);
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    if (!isGzip(file) || Files.size(file) == 0) {
      return bytes;
    }
    try {
      return new GZIPInputStream(bytes, GZIP_BUFFER_BYTES);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private static boolean isGzip(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  /// FastCSV wraps whatever comes up while it parses, errors of the machine too.
  private static InputException failure(Path file, long line, Exception e) {
    Throwable cause = e.getCause();
    Throwable origin = e instanceof IOException || cause == null ? e : cause;
    String fault =
        switch (origin) {
          case Error error -> throw error;
          case NoSuchFileException _ -> "no such file";
          case AccessDeniedException _ -> "no permission to read it";
          case EOFException _ -> "the compressed data end early";
          case IOException io -> "cannot be read: " + io.getMessage();
          case CsvParseException malformed -> String.valueOf(malformed.getMessage()).strip();
          case RuntimeException bug -> throw bug;
          default -> throw new IllegalStateException(origin);
        };
    return new InputException(file, line, fault, origin);
  }
}
