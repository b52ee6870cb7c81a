package io.sheaf.workloads.cohort.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserTableReaderTest {
  private static final String SITTING = "label:SITTING";
  private static final String GOOD =
      """
      timestamp,raw_acc:3d:mean_x,note,label:SITTING
      1444079161,0.25,some words,1
      1444079221,nan,,
      1444079281,-1e-3,"a, b",0.0
      """;

  @TempDir Path root;
  private Path file;

  @BeforeEach
  void name() {
    file = root.resolve("A.features_labels.csv");
  }

  @Test
  void readsTheWantedColumnsOnly() throws IOException {
    UserTable table = read(GOOD, SITTING, "raw_acc:3d:mean_x");
    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.timestamps()).containsExactly(1444079161, 1444079221, 1444079281);
    assertThat(table.columns()).containsExactly(SITTING, "raw_acc:3d:mean_x");
    assertThat(table.column(SITTING)).containsExactly(1, Double.NaN, 0);
    assertThat(table.column("raw_acc:3d:mean_x")).containsExactly(0.25, Double.NaN, -0.001);
    assertThatThrownBy(() -> table.column("label:SITING"))
        .hasMessage("the table has no column `label:SITING` (did you mean `label:SITTING`?)");
  }

  @Test
  void acceptsCrLfByteOrderMarkQuotesAndBlankLines() throws IOException {
    String text =
        "\uFEFF\"timestamp\",x\r\n\r\n\"1444079161\",\"0.5\"\r\n\r\n1444079221,\"na\"\"n\"\r\n";
    assertThat(read(text.replace("\"\"", ""), "x").column("x")).containsExactly(0.5, Double.NaN);
    assertThat(fault(text, "x")).isEqualTo(":5: column `x`: `na\"n` is not a number");
  }

  @Test
  void acceptsAMissingLastLineEnd() throws IOException {
    assertThat(read("timestamp,x\n1,2", "x").column("x")).containsExactly(2);
    assertThat(read("timestamp,x\n1,", "x").column("x")).containsExactly(Double.NaN);
  }

  @Test
  void growsBeyondTheFirstCapacity() throws IOException {
    StringBuilder text = new StringBuilder("timestamp,x\n");
    for (int i = 0; i < 20_000; i++) {
      text.append(i).append(',').append(i * 0.5).append('\n');
    }
    UserTable table = read(text.toString(), "x");
    assertThat(table.rows()).isEqualTo(20_000);
    assertThat(table.timestamps()[19_999]).isEqualTo(19_999);
    assertThat(table.column("x")[19_999]).isEqualTo(9_999.5);
  }

  @Test
  void readsCompressedFiles() throws IOException {
    file = root.resolve("A.features_labels.csv.gz");
    Files.write(file, gzip(GOOD));
    assertThat(UserTable.read(file, List.of(SITTING)).column(SITTING))
        .containsExactly(1, Double.NaN, 0);
  }

  @Test
  void namesTruncatedAndCorruptCompressedFiles() throws IOException {
    file = root.resolve("A.features_labels.csv.gz");
    byte[] whole = gzip(GOOD);
    Files.write(file, Arrays.copyOf(whole, whole.length - 12));
    assertThat(fault(SITTING)).matches(":\\d: the compressed data end early");
    Files.write(file, Arrays.copyOf(whole, 5));
    assertThat(fault(SITTING)).isEqualTo(": the compressed data end early");
    whole[whole.length - 6] ^= 1;
    Files.write(file, whole);
    assertThat(fault(SITTING)).matches(":\\d: cannot be read: Corrupt GZIP trailer");
    Files.writeString(file, GOOD);
    assertThat(fault(SITTING)).isEqualTo(": cannot be read: Not in GZIP format");
    Files.write(file, new byte[0]);
    assertThat(fault(SITTING)).isEqualTo(": empty file, expected a header line and rows");
  }

  @Test
  void namesAllMissingColumnsWithTheNearestOnes() throws IOException {
    assertThat(fault(GOOD, "label:SITING", "raw_acc:3d:mean_X", "elsewhere"))
        .isEqualTo(
            ":1: missing columns `label:SITING` (did you mean `label:SITTING`?),"
                + " `raw_acc:3d:mean_X` (did you mean `raw_acc:3d:mean_x`?), `elsewhere`");
    assertThat(fault("time,x\n1,2\n", "x")).isEqualTo(":1: missing column `timestamp`");
  }

  @Test
  void namesDuplicateHeaders() throws IOException {
    assertThat(fault("timestamp,a,x,a\n1,2,3,4\n", "x"))
        .isEqualTo(":1: column `a` stands twice in the header, as fields 2 and 4");
  }

  @Test
  void namesRowsOfAnotherLength() throws IOException {
    assertThat(fault("timestamp,x\n1,2\n2\n", "x"))
        .isEqualTo(":3: the row has 1 fields, expected 2 as in the header");
    assertThat(fault("timestamp,x\n1,2,3\n", "x"))
        .isEqualTo(":2: the row has 3 fields, expected 2 as in the header");
    assertThat(fault("timestamp,x,y\n1,2,3\n2,abc\n", "x")).contains(":3: the row has 2 fields");
  }

  @Test
  void namesCellsThatAreNoNumbers() throws IOException {
    assertThat(fault(GOOD.replace("0.0", "abc"), SITTING))
        .isEqualTo(":4: column `label:SITTING`: `abc` is not a number");
    assertThat(fault("timestamp,x\n1,inf\n", "x")).isEqualTo(":2: column `x`: `inf` is infinite");
    assertThat(fault("timestamp,x\n1,-1e999\n", "x"))
        .isEqualTo(":2: column `x`: `-1e999` is infinite");
  }

  @Test
  void showsCellsShortAndWithoutControlCharacters() throws IOException {
    assertThat(fault("timestamp,x\n1,\"\u001b[31m\nred\"\n", "x"))
        .isEqualTo(":2: column `x`: `�[31m�red` is not a number");
    assertThat(fault("timestamp,x\n1," + "a".repeat(100) + "\n", "x"))
        .isEqualTo(":2: column `x`: `" + "a".repeat(60) + "…` is not a number");
  }

  @Test
  void namesTimestampsThatAreNone() throws IOException {
    String column = ":2: column `timestamp`: ";
    assertThat(fault("timestamp,x\n,1\n", "x"))
        .isEqualTo(column + "`` is missing, expected epoch seconds");
    assertThat(fault("timestamp,x\n1.5,1\n", "x"))
        .isEqualTo(column + "`1.5` is not an integer, expected epoch seconds");
    String range = " is out of range, expected epoch seconds from 0 to 253402300799";
    assertThat(fault("timestamp,x\n-1,1\n", "x")).isEqualTo(column + "`-1`" + range);
    assertThat(fault("timestamp,x\n1444079161000,1\n", "x"))
        .isEqualTo(column + "`1444079161000`" + range);
    assertThat(fault("timestamp,x\ninf,1\n", "x")).isEqualTo(column + "`inf`" + range);
  }

  @Test
  void namesTimestampsOutOfOrder() throws IOException {
    assertThat(fault("timestamp,x\n5,1\n\n4,1\n", "x"))
        .isEqualTo(
            ":4: column `timestamp`: 4 is earlier than 5 of line 2, expected increasing"
                + " timestamps");
    assertThat(fault("timestamp,x\n5,1\n5,1\n", "x"))
        .isEqualTo(":3: column `timestamp`: 5 repeats 5 of line 2, expected increasing timestamps");
  }

  @Test
  void takesAnyOrderWhereAsked() throws IOException {
    Files.writeString(file, "time,x\n5,1\n4,2\n4,3\n");
    UserTable table = new UserTableReader("time", RowOrder.AS_IS).read(file, List.of("x"));
    assertThat(table.timestamps()).containsExactly(5, 4, 4);
    assertThat(table.column("x")).containsExactly(1, 2, 3);
  }

  @Test
  void namesEmptyFiles() throws IOException {
    assertThat(fault("", "x")).isEqualTo(": empty file, expected a header line and rows");
    assertThat(fault("\n\n", "x")).isEqualTo(": empty file, expected a header line and rows");
    assertThat(fault("timestamp,x\n", "x"))
        .isEqualTo(": no rows below the header, expected a header line and rows");
  }

  @Test
  void namesFilesThatAreNotThere() throws IOException {
    assertThat(fault("x")).isEqualTo(": no such file");
    Files.createDirectory(file);
    assertThat(fault("x")).endsWith(": cannot be read: Is a directory");
  }

  @Test
  void limitsTheLengthOfLines() throws IOException {
    String commas = ",".repeat(UserTableReader.LINE_LIMIT);
    assertThat(fault("timestamp,x\n1,2\n" + commas, "x"))
        .isEqualTo(":3: the line is longer than 1,048,576 characters");
    assertThat(fault(commas, "x")).isEqualTo(":1: the line is longer than 1,048,576 characters");
    assertThat(fault("timestamp,x\n1,2\n2,\"" + "\n1,2".repeat(300_000), "x"))
        .startsWith(":3: The maximum buffer size of 1048576 is insufficient");
  }

  @Test
  void namesBrokenQuotes() throws IOException {
    assertThat(fault("timestamp,x\n1,\"2\"3\n", "x"))
        .isEqualTo(":2: Unexpected character after closing quote: '3' (0x33)");
  }

  @Test
  void refusesColumnsAskedForTwice() {
    assertThatThrownBy(() -> UserTable.read(file, List.of("x", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("columns = [x, x], expected each once and not timestamp");
    assertThatThrownBy(() -> UserTable.read(file, List.of("timestamp")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private UserTable read(String text, String... columns) throws IOException {
    Files.writeString(file, text);
    return UserTable.read(file, List.of(columns));
  }

  private String fault(String text, String... columns) throws IOException {
    Files.writeString(file, text);
    return fault(List.of(columns));
  }

  private String fault(String column) {
    return fault(List.of(column));
  }

  /// The message without the path; it is always one line.
  private String fault(List<String> columns) {
    InputException fault =
        catchThrowableOfType(InputException.class, () -> UserTable.read(file, columns));
    String message = String.valueOf(fault.getMessage());
    assertThat(message).startsWith(file.toString()).doesNotContain("\n");
    return message.substring(file.toString().length());
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
