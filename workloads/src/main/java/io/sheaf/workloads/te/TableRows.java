package io.sheaf.workloads.te;

import dev.hardwood.InputFile;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.workloads.parquet.ParquetRows;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a table, one after the other. Confined to a thread.
interface TableRows extends Closeable {
  /// The names of all columns.
  List<String> names();

  /// The cells of the next row; null after the last.
  @Nullable List<String> next() throws IOException;

  /// Where the row is that was handed out last.
  String where();

  /// Opens a file: Parquet by its ending, else text.
  static TableRows open(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new ConfigurationException(file + ": a directory, expected a table");
    }
    return file.toString().endsWith(".parquet")
        ? new OfParquet(file, ParquetRows.open(InputFile.of(file), file.toString()))
        : TextRows.open(file);
  }

  /// Rows of a Parquet file.
  final class OfParquet implements TableRows {
    private final Path file;
    private final ParquetRows rows;
    private long row;

    OfParquet(Path file, ParquetRows rows) {
      this.file = file;
      this.rows = rows;
    }

    @Override
    public List<String> names() {
      return rows.columns();
    }

    @Override
    public @Nullable List<String> next() throws IOException {
      row++;
      return rows.next();
    }

    @Override
    public String where() {
      return file + ", row " + row;
    }

    @Override
    public void close() throws IOException {
      rows.close();
    }
  }
}
