package io.sheaf.cli;

import io.sheaf.engine.schedule.Progress;
import io.sheaf.engine.schedule.TimeRange;
import java.util.Locale;

/// A state of a run in words.
final class ProgressText {
  private static final int LEAST_BAR = 10;
  private static final int MOST_BAR = 40;

  private ProgressText() {}

  /// One line: `48/240 units (20.0 %), 12.3 units/s, 0 failed, 4 s elapsed, 14 s - 18 s left`.
  static String of(Progress progress) {
    return String.join(
        ", ",
        count(progress) + " units (" + percent(progress) + ")",
        rate(progress.unitsPerSecond()),
        progress.failed() + " failed",
        TimeRange.words(progress.elapsed()) + " elapsed",
        remaining(progress));
  }

  /// The same behind a bar, in fewer words where there is less room; never wraps.
  static String bar(Progress progress, int columns) {
    int room = columns - 1;
    String text = of(progress);
    if (text.length() + LEAST_BAR + 3 > room) {
      text =
          String.join(
              ", ",
              count(progress) + " (" + percent(progress) + ")",
              progress.failed() + " failed",
              remaining(progress));
    }
    int cells = Math.min(MOST_BAR, room - text.length() - 3);
    String line = cells < LEAST_BAR ? text : "[" + cells(progress, cells) + "] " + text;
    return line.substring(0, Math.min(line.length(), Math.max(0, room)));
  }

  private static String cells(Progress progress, int cells) {
    int full = (int) (progress.percent() / 100 * cells);
    return "#".repeat(full) + "-".repeat(cells - full);
  }

  private static String count(Progress progress) {
    return progress.done() + progress.failed() + "/" + progress.total();
  }

  /// Rounded down: 100 means all.
  private static String percent(Progress progress) {
    return String.format(Locale.ROOT, "%.1f %%", Math.floor(progress.percent() * 10) / 10);
  }

  /// In the unit in which the number can be read.
  private static String rate(double perSecond) {
    if (perSecond >= 0.1 || perSecond == 0) {
      return String.format(Locale.ROOT, "%.1f units/s", perSecond);
    }
    return perSecond * 60 >= 0.1
        ? String.format(Locale.ROOT, "%.1f units/min", perSecond * 60)
        : String.format(Locale.ROOT, "%.1f units/h", perSecond * 3600);
  }

  private static String remaining(Progress progress) {
    if (progress.done() + progress.failed() == progress.total()) {
      return "nothing left";
    }
    return progress.remaining().map(TimeRange::toString).orElse("unknown time") + " left";
  }
}
