package io.sheaf.workloads.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import io.sheaf.workloads.parquet.ParquetFile;
import io.sheaf.workloads.parquet.ParquetRows;
import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is written is read by a reader that others wrote.
class ParquetFileTest {
  private static final Table TABLE =
      new Table(
          "t",
          List.of(
              new Table.Column("text", Table.Type.TEXT, false),
              new Table.Column("whole", Table.Type.WHOLE, false),
              new Table.Column("number", Table.Type.NUMBER, false)),
          List.of("whole"),
          Table.Presence.ALWAYS);

  @TempDir private Path root;

  private Records roundTrip(List<Row> rows) throws IOException {
    Path file = root.resolve("file.parquet");
    ParquetFile.write(file, TABLE, rows);
    return Records.read(file.toString());
  }

  private static Row row(String text, long whole, double number) {
    return new Row("t", Arrays.asList(text, whole, number));
  }

  @Test
  void isReadBackExactly() throws IOException {
    SplittableRandom random = new SplittableRandom(Long.getLong("seed", 1));
    List<Row> rows = new ArrayList<>();
    rows.add(row("", Long.MIN_VALUE, -0.0));
    rows.add(row("a \"b\", c\r\n\0\u0301 \ud83d\ude00", Long.MAX_VALUE, Double.MIN_VALUE));
    for (int i = 0; i < 25_000; i++) {
      rows.add(row("row " + i, random.nextLong(), random.nextDouble()));
    }
    Records read = roundTrip(rows);
    assertThat(read.columns()).containsExactly("text", "whole", "number");
    assertThat(read.rows())
        .isEqualTo(
            rows.stream().map(row -> List.of(row.text(0), row.text(1), row.text(2))).toList());
  }

  /// Files that DuckDB 2.0.0 wrote: 200 rows of a text, a whole number that is missing in each
  /// fifth row, and a number.
  @ParameterizedTest
  @ValueSource(strings = {"snappy", "zstd", "gzip"})
  void othersMayHaveWrittenIt(String compression) throws Exception {
    URL file = ParquetFileTest.class.getResource(compression + ".parquet");
    Records read = Records.read(Path.of(file.toURI()).toString());
    assertThat(read.columns()).containsExactly("text", "whole", "number");
    assertThat(read.rows()).hasSize(200);
    assertThat(read.rows().get(0)).containsExactly("row 0 café", "", "0.0");
    assertThat(read.rows().get(13)).containsExactly("row 6 café", "13", "1.625");
  }

  @Test
  void mayHaveNoRows() throws IOException {
    assertThat(roundTrip(List.of()).rows()).isEmpty();
  }

  @Test
  void hasNoEmptyCells() {
    Row empty = new Row("t", Arrays.asList(null, 1L, 2.0));
    assertThatThrownBy(() -> roundTrip(List.of(empty)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("empty cell");
  }

  @Test
  void hasNoCellsOfAnotherType() {
    Row wrong = new Row("t", Arrays.asList("a", 1.5, 2.0));
    assertThatThrownBy(() -> roundTrip(List.of(wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column `whole` has `1.5`, expected WHOLE");
  }

  /// A file that gives nothing but its footer.
  private static final class Broken implements InputFile {
    private final InputFile whole;
    private boolean isClosed;

    Broken(Path file) {
      whole = InputFile.of(file);
    }

    @Override
    public void open() throws IOException {
      whole.open();
    }

    @Override
    public ByteBuffer readRange(long from, int length) throws IOException {
      if (from < 100) {
        throw new IOException("broken");
      }
      return whole.readRange(from, length);
    }

    @Override
    public long length() throws IOException {
      return whole.length();
    }

    @Override
    public String name() {
      return whole.name();
    }

    @Override
    public void close() throws IOException {
      isClosed = true;
      whole.close();
    }
  }

  @Test
  void isClosedWhateverHappens() throws IOException {
    Path file = root.resolve("file.parquet");
    ParquetFile.write(file, TABLE, List.of(row("a", 1, 2)));
    Broken broken = new Broken(file);
    assertThatThrownBy(
            () -> {
              try (ParquetRows rows = ParquetRows.open(broken, "broken.parquet")) {
                rows.next();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken.parquet: not readable as Parquet");
    assertThat(broken.isClosed).isTrue();
  }

  @Test
  void saysWhichFileIsNone() throws IOException {
    Path file = root.resolve("none.parquet");
    Files.writeString(file, "not Parquet, but long enough");
    assertThatThrownBy(() -> Records.read(file.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none.parquet");
  }
}
