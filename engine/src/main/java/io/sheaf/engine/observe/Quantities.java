package io.sheaf.engine.observe;

import io.sheaf.engine.schedule.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers as people read them.
public final class Quantities {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm");
  private static final double MINUTE_NANOS = 6e10;

  private Quantities() {}

  /// `1,234,567`.
  public static String count(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    for (int at = digits.length() - 3; at > (number < 0 ? 1 : 0); at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }

  /// Rounded down to a tenth: 100.0 means all.
  public static String percent(double percent) {
    return Math.floor(percent * 10) / 10 + " %";
  }

  /// In the unit in which the number can be read.
  public static String rate(double perSecond) {
    if (perSecond >= 0.1 || perSecond == 0) {
      return String.format(Locale.ROOT, perSecond >= 1000 ? "%,.0f/s" : "%.1f/s", perSecond);
    }
    return perSecond * 60 >= 0.1
        ? String.format(Locale.ROOT, "%.1f/min", perSecond * 60)
        : String.format(Locale.ROOT, "%.1f/h", perSecond * 3600);
  }

  /// `812 MiB`, `1.4 GiB`.
  public static String bytes(long bytes) {
    return bytes < 1L << 30
        ? (bytes >> 20) + " MiB"
        : String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }

  /// `0.004 s`, `3.21 s`, `12 m 3.1 s`: never coarser than a tenth of a second.
  public static String seconds(long nanos) {
    if (nanos < MINUTE_NANOS) {
      return String.format(Locale.ROOT, nanos < 1e9 ? "%.3f s" : "%.2f s", nanos / 1e9);
    }
    Duration time = Duration.ofNanos(nanos);
    return time.toHours() > 0
        ? "%d h %02d m %02d s".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : "%d m %02d s".formatted(time.toMinutes(), time.toSecondsPart());
  }

  /// A duration in at most two units: `8 s`, `3 m`, `2 h 10 m`, `3 d 4 h`.
  public static String words(Duration duration) {
    return TimeRange.words(duration);
  }

  /// The time a run has left, `unknown` if it runs and does not know, empty if it does not run.
  public static String left(RunView run) {
    return run.state() == RunView.State.RUNNING
        ? run.pace().remaining().map(TimeRange::toString).orElse("unknown")
        : "";
  }

  /// A time of day, with the day if it is another than now's.
  public static String time(Instant time, Instant now, ZoneId zone) {
    ZonedDateTime then = time.atZone(zone);
    boolean today = then.toLocalDate().equals(now.atZone(zone).toLocalDate());
    return then.format(today ? TIME : DAY);
  }
}
