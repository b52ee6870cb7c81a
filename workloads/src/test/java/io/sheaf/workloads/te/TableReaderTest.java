package io.sheaf.workloads.te;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
  @TempDir private Path directory;

  private TableReader table(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, text);
    return new TableReader(file);
  }

  private static SeriesTable only(TableReader reader, String... columns) throws IOException {
    Map<String, SeriesTable> groups = reader.read(List.of(columns), Optional.empty());
    assertThat(groups).containsOnlyKeys("");
    return groups.values().iterator().next();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "\t", ";", "  "})
  void everySeparatorGivesTheSame(String separator) throws IOException {
    String text = "a,heart rate,b\n# a remark\n1,2.5,-3\n\n4,5e-1,6\n".replace(" ", "_");
    SeriesTable read =
        only(
            table("t.csv", text.replace(",", separator).replace("a_remark", "")),
            "heart_rate",
            "0");
    assertThat(read.columns().get(0)).containsExactly(2.5, 0.5);
    assertThat(read.columns().get(1)).containsExactly(1, 4);
  }

  @Test
  void columnsWithoutAHeaderHaveNumbers() throws IOException {
    TableReader reader = table("t.txt", "   1.0e+00   2.0\n   3   4\n");
    assertThat(reader.names()).containsExactly("0", "1");
    assertThat(only(reader, "1").columns().getFirst()).containsExactly(2, 4);
  }

  @Test
  void quotesAndCompressionAreRead() throws IOException {
    Path file = directory.resolve("t.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("\uFEFF\"a, \"\"b\"\"\",c\n\"1\",2\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(only(new TableReader(file), "a, \"b\"").columns().getFirst()).containsExactly(1);
  }

  @Test
  void groupsKeepTheOrderOfTheirRows() throws IOException {
    Map<String, SeriesTable> groups =
        table("t.csv", "user,x\nv,1\nu,2\nv,3\n").read(List.of("x"), Optional.of("user"));
    assertThat(groups.keySet()).containsExactly("v", "u");
    assertThat(List.copyOf(groups.values()).getFirst().columns().getFirst()).containsExactly(1, 3);
  }

  @Test
  void errorsSayWhereAndWhatWasExpected() throws IOException {
    assertThatThrownBy(() -> only(table("t.csv", "heart,breath\n1,2\n"), "hart"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("unknown column `hart`; did you mean `heart`?");
    for (String bad : List.of("", "nan", "x", "Infinity", "1d", "5f", "2.5D", "1e3F")) {
      assertThatThrownBy(() -> only(table("t.csv", "a,b\n1,2\n3," + bad + "\n"), "b"))
          .hasMessageContaining("t.csv:3: column `b` has `" + bad + "`, expected a finite number");
    }
    assertThatThrownBy(() -> only(table("t.csv", "a,b\n1,2\n3\n"), "b"))
        .hasMessageContaining("t.csv:3: 1 cells, expected 2");
    assertThatThrownBy(() -> only(table("t.csv", "a,b\n"), "b")).hasMessageContaining("no rows");
    assertThatThrownBy(() -> only(table("t.csv", ""), "b")).hasMessageContaining("no rows");
  }

  @Test
  void saysWhichFileIsNoTable() throws IOException {
    assertThatThrownBy(() -> only(new TableReader(directory), "a"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(directory + ": a directory, expected a table");
    assertThatThrownBy(() -> only(table("plain.csv.gz", "a\n1\n"), "a"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("plain.csv.gz: not readable as .gz");
    assertThatThrownBy(() -> only(table("text.parquet", "a,b\n1,2\n3,4\n5,6\n"), "a"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("text.parquet: not readable as Parquet");
    Path cut = directory.resolve("cut.csv.gz");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write("a\n1\n2\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.write(cut, Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9));
    assertThatThrownBy(() -> only(new TableReader(cut), "a"))
        .isInstanceOf(IOException.class)
        .hasMessageMatching(".*cut.csv.gz:\\d+: the compressed data end early");
  }

  @Test
  void aNameThatStandsTwiceIsRefusedAndANumberIsNot() throws IOException {
    TableReader reader = table("t.csv", "a,a,b\n1,2,3\n");
    assertThatThrownBy(() -> only(reader, "a"))
        .hasMessageContaining(
            "t.csv: 2 columns are called `a`; rename them, or give their numbers");
    assertThat(only(reader, "1").columns().getFirst()).containsExactly(2);
    assertThat(only(reader, "b").columns().getFirst()).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0,1,2\n", ",0,1,2\n"})
  void aLineOfTheColumnsOwnNumbersIsAHeader(String header) throws IOException {
    String index = header.startsWith(",") ? "9," : "";
    TableReader reader = table("t.csv", header + index + "5,6,7\n" + index + "8,9,10\n");
    assertThat(only(reader, "1").columns().getFirst()).containsExactly(6, 9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0\n", "0,2\n", "1,2\n", "0,1.0\n"})
  void aLineOfOtherNumbersIsNone(String line) throws IOException {
    assertThat(only(table("t.csv", line + line), "0").rows()).isEqualTo(2);
  }

  @Test
  void aWrongSumNamesTheFile() throws IOException {
    Path file = directory.resolve("sum.csv.gz");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write("a\n1\n2\n".getBytes(StandardCharsets.UTF_8));
    }
    byte[] wrong = bytes.toByteArray();
    wrong[wrong.length - 8] ^= 1;
    Files.write(file, wrong);
    assertThatThrownBy(() -> only(new TableReader(file), "a"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("sum.csv.gz: not readable as .gz: ");
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> only(new TableReader(file), "a"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("sum.csv.gz: not readable as .gz: ");
  }

  @Test
  void aColumnHasOneName() throws IOException {
    TableReader reader = table("t.csv", "user,x,x\n1,2,3\n");
    assertThat(reader.canonical(reader.names(), List.of("0", "user", "2")))
        .containsExactly("user", "user", "2");
  }
}
