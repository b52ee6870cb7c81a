package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.Seeded;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTablesTest {
  static Stream<String> pythonNumbers() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CsvTablesTest.class.getResourceAsStream("python-repr.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines().skip(1).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pythonNumbers")
  void writesNumbersAsPythonDoes(String line) {
    String[] parts = line.split(",", 2);
    double number = Double.longBitsToDouble(Long.parseUnsignedLong(parts[0], 16));
    assertThat(CsvTables.text(number)).isEqualTo(parts[1]);
  }

  @Test
  void writesNumbersThatReadBack() {
    SplittableRandom random = Seeded.random("CsvTablesTest");
    for (int i = 0; i < 100_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        assertThat(Double.parseDouble(CsvTables.text(number))).isEqualTo(number);
      }
    }
  }

  @Test
  void writesEveryKindOfCell() {
    assertThat(CsvTables.text(null)).isEmpty();
    assertThat(CsvTables.text(true)).isEqualTo("True");
    assertThat(CsvTables.text(false)).isEqualTo("False");
    assertThat(CsvTables.text(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
    assertThat(CsvTables.text("text")).isEqualTo("text");
  }

  @Test
  void quotesWhatNeedsIt() throws IOException {
    Table table =
        new Table(
            "t",
            List.of(
                new Table.Column("a,b", Table.Type.TEXT, false),
                new Table.Column("c", Table.Type.TEXT, false)),
            List.of(),
            Table.Presence.ALWAYS);
    Row row = new Row("t", Arrays.asList("say \"so\"\n", "é"));
    StringWriter text = new StringWriter();
    CsvTables.write(table, List.of(row), text);
    assertThat(text).hasToString("\"a,b\",c\n\"say \"\"so\"\"\n\",é\n");
  }
}
