package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.schedule.Progress;
import io.sheaf.engine.schedule.TimeRange;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTextTest {
  private static Progress progress(long done, double rate) {
    TimeRange range = new TimeRange(Duration.ofMinutes(11), Duration.ofMinutes(15));
    return new Progress(done, 2, 300, 2, Duration.ofSeconds(4), rate, Optional.of(range));
  }

  @Test
  void saysHowFarHowFastAndHowLong() {
    assertThat(ProgressText.of(progress(46, 12.34)))
        .isEqualTo("48/300 units (16.0 %), 12.3 units/s, 2 failed, 4 s elapsed, 11 m - 15 m left");
  }

  @Test
  void admitsThatItDoesNotKnow() {
    Progress begun = new Progress(0, 0, 300, 2, Duration.ZERO, 0, Optional.empty());
    assertThat(ProgressText.of(begun)).endsWith("unknown time left");
  }

  @Test
  void reachesHundredPercentOnlyAtTheEnd() {
    assertThat(ProgressText.of(progress(297, 1))).contains("(99.6 %)");
    assertThat(ProgressText.of(progress(298, 1))).contains("(100.0 %)").endsWith("nothing left");
  }

  @ParameterizedTest
  @CsvSource({"0.05, 3.0 units/min", "0.001, 3.6 units/h", "250, 250.0 units/s"})
  void givesRatesInAUnitThatCanBeRead(double perSecond, String text) {
    assertThat(ProgressText.of(progress(46, perSecond))).contains(" " + text + ",");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 40, 60, 80, 100, 120, 200})
  void barNeverWraps(int columns) {
    assertThat(ProgressText.bar(progress(46, 12.34), columns)).hasSizeLessThan(columns);
  }

  @Test
  void barGrowsWithTheScreen() {
    assertThat(ProgressText.bar(progress(148, 12.34), 80))
        .isEqualTo(
            "[################----------------] 150/300 (50.0 %), 2 failed, 11 m - 15 m left");
    assertThat(ProgressText.bar(progress(148, 12.34), 200))
        .startsWith("[####################--------------------] 150/300 units");
  }
}
