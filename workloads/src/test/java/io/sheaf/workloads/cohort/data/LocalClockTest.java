package io.sheaf.workloads.cohort.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalClockTest {
  private static final long SEED = Long.getLong("seed", 20261122L);
  private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

  @Test
  void showsTheRepeatedHourOfAutumnTwice() {
    long[] hourly = from("2015-11-01T06:30:00Z", 3600, 6);
    LocalClock clock = new LocalClock(LOS_ANGELES);
    assertThat(clock.hours(hourly)).containsExactly(23, 0, 1, 1, 2, 3);
    assertThat(clock.epochDays(hourly)).containsExactly(16739, 16740, 16740, 16740, 16740, 16740);
  }

  @Test
  void skipsTheHourOfSpring() {
    long[] seconds = from("2016-03-13T09:59:59Z", 1, 2);
    assertThat(new LocalClock(LOS_ANGELES).hours(seconds)).containsExactly(1, 3);
  }

  @Test
  void knowsUtcAndTimesBeforeTheEpoch() {
    long[] times = {-1, 0, 86_399, 86_400};
    LocalClock clock = new LocalClock(ZoneId.of("UTC"));
    assertThat(clock.hours(times)).containsExactly(23, 0, 23, 0);
    assertThat(clock.epochDays(times)).containsExactly(-1, 0, 0, 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/Los_Angeles",
        "UTC",
        "Z",
        "+05:45",
        "Australia/Lord_Howe",
        "Asia/Kolkata"
      })
  void agreesWithTheJdkInAnyOrder(String zone) {
    SplittableRandom random = new SplittableRandom(SEED);
    long[] times = random.longs(5_000, -4_000_000_000L, 10_000_000_000L).toArray();
    ZoneId id = ZoneId.of(zone);
    ZonedDateTime[] expected =
        LongStream.of(times)
            .mapToObj(time -> Instant.ofEpochSecond(time).atZone(id))
            .toArray(ZonedDateTime[]::new);
    int[] hours = new LocalClock(id).hours(times);
    int[] days = new LocalClock(id).epochDays(times);
    for (int i = 0; i < times.length; i++) {
      assertThat(hours[i]).as("%s, seed %d", expected[i], SEED).isEqualTo(expected[i].getHour());
      assertThat((long) days[i])
          .as("%s, seed %d", expected[i], SEED)
          .isEqualTo(expected[i].toLocalDate().toEpochDay());
    }
  }

  private static long[] from(String start, long step, int count) {
    return LongStream.iterate(Instant.parse(start).getEpochSecond(), time -> time + step)
        .limit(count)
        .toArray();
  }
}
