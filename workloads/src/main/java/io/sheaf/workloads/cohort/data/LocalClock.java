package io.sheaf.workloads.cohort.data;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/// Hours and dates that a clock on the wall of a zone shows.
public final class LocalClock {
  private static final int DAY_SECONDS = 86_400;
  private static final int HOUR_SECONDS = 3_600;

  private final ZoneRules rules;

  /// A clock of one zone.
  ///
  /// @param zone where the clock hangs
  public LocalClock(ZoneId zone) {
    rules = zone.getRules();
  }

  /// Hour of the day of each timestamp.
  ///
  /// @param timestamps epoch seconds, fastest in order of time; not modified
  /// @return 0 to 23
  public int[] hours(long[] timestamps) {
    long[] local = localSeconds(timestamps);
    int[] hours = new int[local.length];
    for (int i = 0; i < hours.length; i++) {
      hours[i] = (int) (Math.floorMod(local[i], (long) DAY_SECONDS) / HOUR_SECONDS);
    }
    return hours;
  }

  /// Local date of each timestamp, as days since 1970-01-01.
  ///
  /// @param timestamps epoch seconds, fastest in order of time; not modified
  /// @return as [java.time.LocalDate#toEpochDay()]
  public int[] epochDays(long[] timestamps) {
    long[] local = localSeconds(timestamps);
    int[] days = new int[local.length];
    for (int i = 0; i < days.length; i++) {
      days[i] = Math.toIntExact(Math.floorDiv(local[i], (long) DAY_SECONDS));
    }
    return days;
  }

  /// Timestamps plus the offset of their moment; one look-up serves until the next transition.
  private long[] localSeconds(long[] timestamps) {
    long[] local = new long[timestamps.length];
    long from = 0;
    long until = 0;
    long offset = 0;
    for (int i = 0; i < local.length; i++) {
      long time = timestamps[i];
      if (time < from || time >= until) {
        offset = rules.getOffset(Instant.ofEpochSecond(time)).getTotalSeconds();
        from = lastTransition(time);
        until = nextTransition(time);
      }
      local[i] = time + offset;
    }
    return local;
  }

  private long lastTransition(long time) {
    ZoneOffsetTransition last = rules.previousTransition(Instant.ofEpochSecond(time + 1));
    return last == null ? Long.MIN_VALUE : last.toEpochSecond();
  }

  private long nextTransition(long time) {
    ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(time));
    return next == null ? Long.MAX_VALUE : next.toEpochSecond();
  }
}
