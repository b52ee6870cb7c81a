package io.sheaf.arc.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Failure;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every primitive against a table of arguments and results, order of sets included.
class PrimitiveTableTest {
  private static final List<String[]> ROWS = rows();

  private static List<String[]> rows() {
    try (InputStream in = PrimitiveTableTest.class.getResourceAsStream("primitives.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Primitive.class)
  void givesWhatTheTableSays(Primitive primitive) {
    List<String[]> rows = ROWS.stream().filter(row -> row[0].equals(primitive.word())).toList();
    assertThat(rows).as("rows of " + primitive.word()).hasSizeGreaterThanOrEqualTo(3);
    for (String[] row : rows) {
      Value[] arguments =
          Arrays.stream(row, 1, row.length - 1).map(Literal::of).toArray(Value[]::new);
      assertThat(result(primitive, arguments))
          .as(String.join(" | ", row))
          .isEqualTo(row[row.length - 1]);
    }
  }

  private static String result(Primitive primitive, Value... arguments) {
    try {
      return Literal.text(primitive.call(new Meter(Budget.USUAL), arguments));
    } catch (Failure _) {
      return "!";
    }
  }

  @Test
  void hasAllPrimitivesAndConstants() {
    assertThat(Primitive.values()).hasSize(160);
    assertThat(Constant.values()).hasSize(28);
    assertThat(ROWS).hasSizeGreaterThan(1000);
  }
}
