package io.sheaf.web.report;

import java.util.Locale;

/// Numbers as people read them, where a column does not give the unit.
final class Words {
  private Words() {}

  /// `12.3`, `0.004`: seconds without their unit.
  static String seconds(double seconds) {
    return String.format(
        Locale.ROOT, seconds < 1 ? "%.3f" : seconds < 100 ? "%.2f" : "%,.0f", seconds);
  }

  /// A round time: `2 µs`, `5 ms`, `20 s`, `2 h`.
  static String time(double seconds) {
    if (seconds < 0.999e-3) {
      return "%.0f µs".formatted(seconds * 1e6);
    }
    if (seconds < 0.999) {
      return "%.0f ms".formatted(seconds * 1e3);
    }
    return seconds < 9999 ? "%.0f s".formatted(seconds) : "%,.1f h".formatted(seconds / 3600);
  }

  /// `12 B`, `3.1 MiB`.
  static String bytes(long bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
  }
}
