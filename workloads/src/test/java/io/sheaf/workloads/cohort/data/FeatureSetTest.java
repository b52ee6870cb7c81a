package io.sheaf.workloads.cohort.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureSetTest {
  @Test
  void refersInAnyOrder() {
    FeatureSet features =
        parse("whole", "left + right", "left", "[a] + [b]", "right", "left * [c] + left");
    UserTable table =
        UserTable.of(
            new long[2],
            Map.of("a", new double[] {1, 2}, "b", new double[] {3, 4}, "c", new double[] {5, 6}));
    assertThat(features.names()).containsExactly("whole", "left", "right");
    assertThat(features.columns("whole")).containsExactly("a", "b", "c");
    assertThat(features.columns("left")).containsExactly("a", "b");
    assertThat(features.evaluate("whole", table)).containsExactly(28, 48);
  }

  @Test
  void evaluatesSharedReferencesOnce() {
    Map<String, String> definitions = new LinkedHashMap<>();
    definitions.put("f0", "[a]");
    for (int i = 1; i <= 60; i++) {
      definitions.put("f" + i, "f%d + f%d".formatted(i - 1, i - 1));
    }
    UserTable table = UserTable.of(new long[1], Map.of("a", new double[] {1}));
    assertThat(FeatureSet.parse(definitions).evaluate("f60", table)).containsExactly(0x1p60);
  }

  @Test
  void namesTheFeatureOfAFault() {
    assertThatThrownBy(() -> parse("bad", "1 +"))
        .isInstanceOf(FormulaException.class)
        .hasMessageStartingWith("feature `bad`: position 4 of `1 +`: expected");
  }

  @Test
  void namesUnknownNamesWithTheNearestOne() {
    assertThatThrownBy(() -> parse("sma_only", "[x]", "composite", "0.6 * sma_onyl"))
        .isInstanceOf(FormulaException.class)
        .hasMessage(
            "feature `composite`: unknown name `sma_onyl` (did you mean `sma_only`?);"
                + " a column is written [name]");
  }

  @Test
  void refusesCircles() {
    assertThatThrownBy(() -> parse("a", "b", "b", "c + 1", "c", "[x] + b"))
        .isInstanceOf(FormulaException.class)
        .hasMessage("feature `b`: refers to itself: a -> b -> c -> b");
    assertThatThrownBy(() -> parse("a", "a")).hasMessage("feature `a`: refers to itself: a -> a");
  }

  @Test
  void refusesUnknownFeaturesAndColumns() {
    FeatureSet features = parse("sma", "[x]");
    assertThatThrownBy(() -> features.columns("smaa"))
        .hasMessage("no feature `smaa` (did you mean `sma`?)");
    assertThatThrownBy(() -> features.evaluate("sma", UserTable.of(new long[0], Map.of())))
        .hasMessage("the table has no column `x`");
  }

  @Test
  void aTableHasColumnsOfOneLength() {
    assertThatThrownBy(() -> UserTable.of(new long[2], Map.of("x", new double[3])))
        .hasMessage("column `x` has 3 rows, expected 2 as timestamps");
  }

  private static FeatureSet parse(String... namesAndFormulas) {
    Map<String, String> definitions = new LinkedHashMap<>();
    for (int i = 0; i < namesAndFormulas.length; i += 2) {
      definitions.put(namesAndFormulas[i], namesAndFormulas[i + 1]);
    }
    return FeatureSet.parse(definitions);
  }
}
