package io.sheaf.workloads.augment;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads Parquet files of plain columns as text.
final class ParquetRecords {
  private ParquetRecords() {}

  static Records read(byte[] bytes, String name) throws IOException {
    try (ParquetFileReader file = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(bytes)))) {
      if (!file.getFileSchema().isFlatSchema()) {
        throw new IOException("nested columns, expected plain ones");
      }
      List<String> columns =
          file.getFileSchema().getColumns().stream().map(ColumnSchema::name).toList();
      return records(file, columns);
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new IOException("%s: not readable as Parquet: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static Records records(ParquetFileReader file, List<String> columns) {
    List<List<String>> rows = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    try (RowReader reader = file.rowReader()) {
      while (reader.hasNext()) {
        reader.next();
        List<String> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
          cells.add(reader.isNull(i) ? "" : text(reader.getValue(i)));
        }
        rows.add(cells);
        lines.add((long) rows.size());
      }
    }
    return new Records(columns, rows, lines);
  }

  private static String text(Object value) {
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : value.toString();
  }
}
