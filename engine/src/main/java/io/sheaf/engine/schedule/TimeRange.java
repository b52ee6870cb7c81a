package io.sheaf.engine.schedule;

import java.time.Duration;

/// A time that is not known exactly.
///
/// @param low one in ten ends sooner
/// @param high one in ten ends later
public record TimeRange(Duration low, Duration high) {
  /// `3 m - 8 m`, or one value where both read the same.
  @Override
  public String toString() {
    String from = words(low);
    String to = words(high);
    return from.equals(to) ? "~" + to : from + " - " + to;
  }

  /// A duration in at most two units: `8 s`, `3 m`, `2 h 10 m`, `3 d 4 h`.
  public static String words(Duration duration) {
    long seconds = Math.max(0, duration.toMillis() + 500) / 1000;
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 600) {
      return seconds / 60 + " m " + seconds % 60 + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " m";
    }
    if (seconds < 86_400) {
      return seconds / 3600 + " h " + seconds % 3600 / 60 + " m";
    }
    return seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
  }
}
