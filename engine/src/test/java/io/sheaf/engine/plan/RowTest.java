package io.sheaf.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
  @Test
  void takesNumbersTextsFlagsAndNothing() {
    Row row = new Row("t", Arrays.asList(1, 2L, 0.5, "x", true, null, Double.NaN));
    assertThat(row.cells()).containsExactly(1L, 2L, 0.5, "x", true, null, null);
    assertThat(row.number(2)).isEqualTo(0.5);
    assertThat(row.number(0)).isEqualTo(1);
    assertThat(row.number(5)).isNaN();
    assertThat(row.text(3)).isEqualTo("x");
    assertThat(row.with(0, 9).cells().getFirst()).isEqualTo(9L);
  }

  @Test
  void refusesTheRest() {
    assertThatThrownBy(() -> new Row("t", List.of(Double.NEGATIVE_INFINITY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("infinite");
    assertThatThrownBy(() -> new Row("t", List.of(BigInteger.ONE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.math.BigInteger");
  }

  @Test
  void tablesHavePlainNamesAndKnownColumns() {
    assertThatThrownBy(() -> new Table("../t", List.of(), List.of(), Table.Presence.ALWAYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("../t");
    Table table = new Table("t", List.of(), List.of(), Table.Presence.ALWAYS);
    assertThat(table.fileName()).isEqualTo("t.csv");
    assertThatThrownBy(() -> table.index("c")).hasMessageContaining("no column c");
  }
}
