package io.sheaf.workloads.cohort.data;

import java.util.Arrays;

/// Stretches of rows without a missing row or a gap in time, inside which histories may reach back.
///
/// Owns its arrays and hands them out: whoever reads them must not modify them.
public final class UsableRuns {
  private final int[] starts;
  private final int[] ends;

  private UsableRuns(int[] starts, int[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /// The maximal runs of usable rows whose neighbours are 1 to `maxGapSeconds` apart.
  ///
  /// A row that does not advance in time begins a new run.
  ///
  /// @param timestamps epoch seconds of the rows; not modified
  /// @param missing which rows are unusable, as long as the timestamps; not modified
  /// @param maxGapSeconds the longest step inside a run, at least 1
  /// @return the runs in the order of the rows
  /// @throws IllegalArgumentException if the lengths differ or the gap is below 1
  public static UsableRuns of(long[] timestamps, boolean[] missing, long maxGapSeconds) {
    if (missing.length != timestamps.length) {
      throw new IllegalArgumentException(
          "missing has %d rows, expected %d as timestamps"
              .formatted(missing.length, timestamps.length));
    }
    if (maxGapSeconds < 1) {
      throw new IllegalArgumentException(
          "maxGapSeconds = %d, expected at least 1".formatted(maxGapSeconds));
    }
    int[] starts = new int[timestamps.length];
    int[] ends = new int[timestamps.length];
    int count = 0;
    for (int i = 0; i < timestamps.length; i++) {
      if (missing[i]) {
        continue;
      }
      if (i == 0 || missing[i - 1] || !adjacent(timestamps[i - 1], timestamps[i], maxGapSeconds)) {
        starts[count++] = i;
      }
      ends[count - 1] = i + 1;
    }
    return new UsableRuns(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
  }

  private static boolean adjacent(long before, long after, long maxGapSeconds) {
    long gap = after - before;
    return gap >= 1 && gap <= maxGapSeconds;
  }

  /// Number of runs.
  public int count() {
    return starts.length;
  }

  /// First row of each run; not to be modified.
  public int[] starts() {
    return starts;
  }

  /// Row behind the last one of each run; not to be modified.
  public int[] ends() {
    return ends;
  }
}
