package io.sheaf.workloads.parquet;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The rows of a Parquet file of plain columns as text, one after the other. Confined to a thread.
public final class ParquetRows implements Closeable {
  /// Held, as the level of a logger that nobody holds is forgotten.
  private static final Logger READER = Logger.getLogger("dev.hardwood");

  static {
    // It would tell everybody that it does without vector instructions.
    READER.setLevel(Level.WARNING);
  }

  private final String name;
  private final ParquetFileReader file;
  private final List<String> columns;
  private final RowReader rows;

  private ParquetRows(String name, ParquetFileReader file) {
    this.name = name;
    this.file = file;
    columns = file.getFileSchema().getColumns().stream().map(ColumnSchema::name).toList();
    rows = file.rowReader();
  }

  /// Opens a file.
  ///
  /// @param name of the file, for messages
  /// @throws IOException if it is no Parquet of plain columns, or compressed by something that is
  ///   not there
  public static ParquetRows open(InputFile input, String name) throws IOException {
    try {
      return open(ParquetFileReader.open(input), name);
    } catch (IOException | RuntimeException | LinkageError e) {
      throw unreadable(name, e);
    }
  }

  /// Takes over the file, or closes it.
  private static ParquetRows open(ParquetFileReader file, String name) throws IOException {
    try {
      if (!file.getFileSchema().isFlatSchema()) {
        throw new IOException("nested columns, expected plain ones");
      }
      return new ParquetRows(name, file);
    } catch (IOException | RuntimeException | LinkageError e) {
      file.close();
      throw e;
    }
  }

  private static IOException unreadable(String name, Throwable e) {
    return new IOException("%s: not readable as Parquet: %s".formatted(name, e.getMessage()), e);
  }

  /// The names of the columns.
  public List<String> columns() {
    return columns;
  }

  /// The cells of the next row, empty where there is no value; null after the last.
  public @Nullable List<String> next() throws IOException {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      rows.next();
      List<String> cells = new ArrayList<>(columns.size());
      for (int i = 0; i < columns.size(); i++) {
        cells.add(rows.isNull(i) ? "" : text(rows.getValue(i)));
      }
      return cells;
    } catch (RuntimeException | LinkageError e) {
      throw unreadable(name, e);
    }
  }

  private static String text(@Nullable Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(value);
  }

  @Override
  public void close() throws IOException {
    try (file) {
      rows.close();
    }
  }
}
