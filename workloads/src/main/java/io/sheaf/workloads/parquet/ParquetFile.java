package io.sheaf.workloads.parquet;

import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a table without empty cells as Parquet: plain, not compressed, so that the bytes hang on
/// the rows and on nothing else. O(bytes of a row group) memory.
///
/// @see <a href="https://github.com/apache/parquet-format">the format</a>
public final class ParquetFile {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int GROUP_ROWS = 10_000;
  private static final int PLAIN = 0;
  private static final int LEVELS = 3;
  private static final int UTF8 = 0;
  private static final byte[] TEXT =
      ThriftWriter.structure(union -> union.structure(1, ThriftWriter.structure(_ -> {})));

  private final Table table;
  private final OutputStream out;
  private final List<byte[]> groups = new ArrayList<>();
  private long written;

  private ParquetFile(Table table, OutputStream out) {
    this.table = table;
    this.out = out;
  }

  /// Writes rows.
  ///
  /// @throws IllegalArgumentException if a cell is empty or not of its column's type
  public static void write(Path file, Table table, List<Row> rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      new ParquetFile(table, out).write(rows);
    }
  }

  private void write(List<Row> rows) throws IOException {
    put(MAGIC);
    for (int from = 0; from < rows.size(); from += GROUP_ROWS) {
      group(rows.subList(from, Math.min(rows.size(), from + GROUP_ROWS)));
    }
    byte[] footer =
        ThriftWriter.structure(
            file -> {
              file.number(1, 1);
              file.structures(2, schema());
              file.number(3, (long) rows.size());
              file.structures(4, groups);
              file.text(6, "sheaf");
            });
    put(footer);
    put(little(Integer.BYTES).putInt(footer.length).array());
    put(MAGIC);
  }

  private void put(byte[] bytes) throws IOException {
    out.write(bytes);
    written += bytes.length;
  }

  private List<byte[]> schema() {
    List<byte[]> schema = new ArrayList<>();
    schema.add(
        ThriftWriter.structure(
            root -> {
              root.text(4, "schema");
              root.number(5, table.columns().size());
            }));
    for (Table.Column column : table.columns()) {
      schema.add(
          ThriftWriter.structure(
              element -> {
                element.number(1, type(column));
                element.number(3, 0);
                element.text(4, column.name());
                if (column.type() == Table.Type.TEXT) {
                  element.number(6, UTF8);
                  element.structure(10, TEXT);
                }
              }));
    }
    return schema;
  }

  private static int type(Table.Column column) {
    return switch (column.type()) {
      case WHOLE -> 2;
      case NUMBER -> 5;
      case TEXT -> 6;
      case FLAG -> throw new IllegalArgumentException(column.name() + " is a flag");
    };
  }

  private void group(List<Row> rows) throws IOException {
    long start = written;
    List<byte[]> chunks = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      chunks.add(chunk(i, rows));
    }
    long bytes = written - start;
    groups.add(
        ThriftWriter.structure(
            group -> {
              group.structures(1, chunks);
              group.number(2, bytes);
              group.number(3, (long) rows.size());
            }));
  }

  private byte[] chunk(int column, List<Row> rows) throws IOException {
    byte[] values = values(column, rows);
    long start = written;
    put(page(values.length, rows.size()));
    put(values);
    long bytes = written - start;
    byte[] facts =
        ThriftWriter.structure(
            chunk -> {
              chunk.number(1, type(table.columns().get(column)));
              chunk.numbers(2, PLAIN);
              chunk.texts(3, table.columns().get(column).name());
              chunk.number(4, 0);
              chunk.number(5, (long) rows.size());
              chunk.number(6, bytes);
              chunk.number(7, bytes);
              chunk.number(9, start);
            });
    return ThriftWriter.structure(
        chunk -> {
          chunk.number(2, start);
          chunk.structure(3, facts);
        });
  }

  private static byte[] page(int bytes, int rows) {
    byte[] data =
        ThriftWriter.structure(
            header -> {
              header.number(1, rows);
              header.number(2, PLAIN);
              header.number(3, LEVELS);
              header.number(4, LEVELS);
            });
    return ThriftWriter.structure(
        header -> {
          header.number(1, 0);
          header.number(2, bytes);
          header.number(3, bytes);
          header.structure(5, data);
        });
  }

  private byte[] values(int column, List<Row> rows) {
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    for (Row row : rows) {
      values.writeBytes(value(table.columns().get(column), row.cells().get(column)));
    }
    return values.toByteArray();
  }

  private static byte[] value(Table.Column column, @Nullable Object cell) {
    return switch (cell) {
      case Long whole when column.type() == Table.Type.WHOLE ->
          little(Long.BYTES).putLong(whole).array();
      case Double number when column.type() == Table.Type.NUMBER ->
          little(Double.BYTES).putDouble(number).array();
      case String text when column.type() == Table.Type.TEXT -> text(text);
      case null ->
          throw new IllegalArgumentException("column `" + column.name() + "` has an empty cell");
      default ->
          throw new IllegalArgumentException(
              "column `%s` has `%s`, expected %s".formatted(column.name(), cell, column.type()));
    };
  }

  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return little(Integer.BYTES + bytes.length).putInt(bytes.length).put(bytes).array();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
