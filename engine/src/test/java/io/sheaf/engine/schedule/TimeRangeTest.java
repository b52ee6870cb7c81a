package io.sheaf.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "499, 0 s",
    "500, 1 s",
    "59499, 59 s",
    "60000, 1 m 0 s",
    "599000, 9 m 59 s",
    "600000, 10 m",
    "3599000, 59 m",
    "7860000, 2 h 11 m",
    "86400000, 1 d 0 h",
    "-5, 0 s"
  })
  void saysADurationInTwoUnits(long millis, String words) {
    assertThat(TimeRange.words(Duration.ofMillis(millis))).isEqualTo(words);
  }

  @Test
  void isOneValueWhereBothReadTheSame() {
    assertThat(new TimeRange(Duration.ofMillis(7900), Duration.ofMillis(8100))).hasToString("~8 s");
    assertThat(new TimeRange(Duration.ofMinutes(3), Duration.ofMinutes(8)))
        .hasToString("3 m 0 s - 8 m 0 s");
  }

  @Test
  void survivesTheLongestDuration() {
    assertThat(TimeRange.words(Duration.ofNanos(Long.MAX_VALUE))).isEqualTo("106751 d 23 h");
  }
}
