package io.sheaf.workloads.cohort.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
  private static final long SEED = Long.getLong("seed", 20261122L);

  @Test
  void equalsTheJdkOnRandomDecimals() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 300_000; i++) {
      requireParity(decimal(random));
    }
  }

  @Test
  void equalsTheJdkOnShortestRepresentations() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 200_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        requireParity(Double.toString(value));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "+1",
        "1.",
        ".5",
        "-.5",
        "007",
        "1e22",
        "1e23",
        "1e-22",
        "1e-23",
        "1E5",
        "1e+5",
        "999999999999999",
        "9999999999999999",
        "0.000000000000001",
        "9007199254740993",
        "4.9e-324",
        "2.4e-324",
        "1.7976931348623157e308",
        "123456789012345678901234567890",
        "0.1000000000000000055511151231257827021181583404541015625",
        "1444079161"
      })
  void equalsTheJdkAtTheEdges(String text) {
    assertThat(bits(parse(text))).isEqualTo(bits(jdk(text)));
  }

  @Test
  void aHugeExponentCannotBeHiddenByAFraction() {
    assertThat(parse("0." + "0".repeat(100_000) + "1e200000")).isInfinite();
    assertThat(parse("1" + "0".repeat(1000) + "e-1000")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nan", "NaN", "NAN"})
  void isMissing(String text) {
    assertThat(parse(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"inf", "-Inf", "+INFINITY", "1e999", "-1e400"})
  void isInfinite(String text) {
    assertThat(parse(text)).isInfinite();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc", "1d", "1f", "0x10", "0x1p3", "1e", "1e+", "e5", ".", "-", "+", "--1", "1.2.3", " 1",
        "1 ", "1e1.5", "nano", "1,5", "٣", "1_000", "-nan"
      })
  void isNoNumber(String text) {
    assertThatThrownBy(() -> parse(text)).isInstanceOf(NumberFormatException.class);
  }

  /// An assertion only where it fails: half a million of them would take seconds.
  private static void requireParity(String text) {
    if (bits(parse(text)) != bits(jdk(text))) {
      assertThat(parse(text)).as("%s, seed %d", text, SEED).isEqualTo(jdk(text));
    }
  }

  private static double parse(String text) {
    char[] padded = ("9" + text + "9").toCharArray();
    return Decimal.parse(padded, 1, text.length());
  }

  private static double jdk(String text) {
    return Double.parseDouble(text);
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }

  private static String decimal(SplittableRandom random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
    int digits = 1 + random.nextInt(20);
    int point = random.nextInt(digits + 1);
    for (int i = 0; i < digits; i++) {
      text.append(i == point && i > 0 ? "." : "").append(random.nextInt(10));
    }
    if (random.nextInt(3) == 0) {
      text.append(random.nextBoolean() ? 'e' : 'E').append(random.nextInt(-30, 31));
    }
    return text.toString();
  }
}
