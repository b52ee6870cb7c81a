package io.sheaf.web.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
  @Test
  void putsEndsAtEnds() {
    Scale scale = Scale.over(-2, 6, 100, 500);
    assertThat(scale.at(-2)).isEqualTo(100);
    assertThat(scale.at(6)).isEqualTo(500);
    assertThat(scale.at(0)).isEqualTo(200);
  }

  @Test
  void ticksAreRoundAndWithin() {
    assertThat(Scale.over(-0.013, 0.029, 0, 1).ticks(5)).containsExactly(-0.01, 0.0, 0.01, 0.02);
    assertThat(Scale.over(0, 60, 0, 1).ticks(6))
        .containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0);
  }

  @ParameterizedTest
  @CsvSource({"0", "5", "-3", "1e300", "1e-300"})
  void hasALengthWhereAllValuesAreTheSame(double value) {
    Scale scale = Scale.over(value, value, 10, 20);
    assertThat(scale.at(value)).isCloseTo(10, within(1e-9));
    assertThat(scale.ticks(5)).isNotEmpty().hasSizeLessThan(20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "0.5|0.5",
        "12.346|12.35",
        "1234.5|1,235",
        "0.00012345|0.0001235",
        "2e-7|2.0e-07",
        "3400000|3.4 M",
        "2e9|2 G",
        "-0.25|-0.25",
        "100|100",
        "1e15|1.00e+15"
      })
  void numbersHaveAtMostFourDigits(double value, String words) {
    assertThat(Scale.words(value)).isEqualTo(words);
  }
}
