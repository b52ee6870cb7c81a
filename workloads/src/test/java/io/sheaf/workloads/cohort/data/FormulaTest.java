package io.sheaf.workloads.cohort.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
  private static final long SEED = Long.getLong("seed", 20261122L);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1 + 2 * 3; 7",
        "(1 + 2) * 3; 9",
        "10 - 4 - 3; 3",
        "8 / 4 / 2; 1",
        "-2 * -3; 6",
        "1--1; 2",
        "- (1 + 2); -3",
        "1e3 + 2.5E-1 + .5; 1000.75",
        "1e+2-1; 99",
        "abs(-3) + sqrt(16); 7",
        "min(2, -1) + max(2, 5); 4",
        "pow(2, 10); 1024",
        "log(1); 0",
        "[raw:x] + `raw:x`; 4",
        "[a b*c]; 3",
        "1/0; Infinity",
        "0/0; NaN",
        "sqrt(-1); NaN",
        "[gone] * 0; NaN",
        "min([gone], 1); NaN",
        "abs([gone]); NaN"
      })
  void evaluates(String formula, Double expected) {
    assertThat(value(formula)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0.6 * * 2; 7; expected a number, a name, a [column] or ( but found `*`",
        "1 +; 4; expected a number, a name, a [column] or ( but found the end",
        "(1 + 2; 7; expected ) but found the end",
        "1 2; 3; expected an operator but found `2`",
        "min(1); 6; expected , but found `)`",
        "squrt(2); 1; unknown function `squrt` (did you mean `sqrt`?)",
        "1 + [x; 5; the column name is not closed with ]",
        "1 + ``; 5; the column name is empty",
        "1.2.3; 1; `1.2.3` is not a number",
        "2e; 1; `2e` is not a number",
        "1e999; 1; `1e999` is too large",
        "2 ^ 3; 3; expected an operator but found `^`"
      })
  void namesThePositionOfAFault(String formula, int position, String fault) {
    assertThatThrownBy(() -> Formula.parse(formula))
        .isInstanceOf(FormulaException.class)
        .hasMessage("position %d of `%s`: %s", position, formula, fault);
  }

  @Test
  void limitsDepthAndLength() {
    assertThat(value("(".repeat(90) + "1" + ")".repeat(90))).isEqualTo(1);
    assertThatThrownBy(() -> Formula.parse("(".repeat(500)))
        .hasMessageContaining("nested deeper than 100");
    assertThatThrownBy(() -> Formula.parse("-".repeat(1500) + "1"))
        .hasMessageContaining("nested deeper than 100");
    assertThat(value("1" + "+1".repeat(999))).isEqualTo(1000);
    assertThatThrownBy(() -> Formula.parse("1" + "+1".repeat(1000)))
        .hasMessageContaining("has 2,001 characters, expected at most 2,000");
  }

  @Test
  void listsWhatItNeedsInOrderOfFirstUse() {
    Formula formula = Formula.parse("[b] + later * [a] + [b] - sooner");
    assertThat(formula.columns()).containsExactly("b", "a");
    assertThat(formula.features()).containsExactly("later", "sooner");
  }

  @Test
  void roundsAfterEveryWrittenOperation() {
    SplittableRandom random = new SplittableRandom(SEED);
    double[][] v = new double[3][1000];
    for (double[] column : v) {
      for (int i = 0; i < column.length; i++) {
        column[i] = random.nextDouble() - 0.5;
      }
    }
    UserTable table = UserTable.of(new long[1000], Map.of("x", v[0], "y", v[1], "z", v[2]));
    double[] composite =
        FeatureSet.parse(
                Map.of(
                    "sma", "(abs([x]) + abs([y]) + abs([z])) / 3",
                    "rms", "sqrt([x] * [x] + [y] * [y] + [z] * [z])",
                    "composite", "0.6 * sma + 0.4 * rms"))
            .evaluate("composite", table);
    for (int i = 0; i < composite.length; i++) {
      double x = v[0][i];
      double y = v[1][i];
      double z = v[2][i];
      double sma = (Math.abs(x) + Math.abs(y) + Math.abs(z)) / 3;
      double rms = Math.sqrt(x * x + y * y + z * z);
      assertThat(composite[i]).as("seed %d", SEED).isEqualTo(0.6 * sma + 0.4 * rms);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[x]", "f", "-[x]", "[x] + [x]", "f * [x]"})
  void leavesItsInputsAlone(String formula) {
    double[] x = {1, 2};
    FeatureSet features = FeatureSet.parse(Map.of("f", "[x]", "g", formula));
    double[] result = features.evaluate("g", UserTable.of(new long[2], Map.of("x", x)));
    assertThat(x).containsExactly(1, 2);
    assertThat(result).isNotSameAs(x);
  }

  private static double value(String formula) {
    UserTable table =
        UserTable.of(
            new long[1],
            Map.of(
                "raw:x", new double[] {2},
                "a b*c", new double[] {3},
                "gone", new double[] {Double.NaN}));
    return FeatureSet.parse(Map.of("f", formula)).evaluate("f", table)[0];
  }
}
