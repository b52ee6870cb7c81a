package io.sheaf.info;

import java.util.Arrays;

/// The hot loop: sums c log2(c) over the counts of (next, source, past), less those of (source,
/// past), for source states laid over a [CellLayout]. Confined to one thread.
///
/// Counts are cleared once for each arrangement and not for each past: the samples of a past (and
/// of a cell) count from a tag, the number of its first place. Whatever was counted before is at
/// most the tag, and so reads as 0. Only increments of c log2(c) are summed. In the first cell of a
/// past both counts are equal and their increments cancel, so it is counted but not summed.
///
/// The readable twin is in the tests.
final class CellCounter {
  private final int[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final int[] pastStarts;
  private final int[] cellStarts;
  private final long[] increments;
  private final int[] inPast;
  private final int[] inCell;

  CellCounter(CountingRuns runs, int sourceStates, FixedPointEntropy entropy) {
    kinds = runs.kinds();
    starts = runs.starts();
    ends = runs.ends();
    pastStarts = runs.pastStarts();
    cellStarts = runs.cellStarts();
    increments = entropy.increments();
    inPast = new int[sourceStates];
    inCell = new int[sourceStates];
  }

  /// The sum for one arrangement.
  ///
  /// @param sources source state at each place; not modified
  long sum(int[] sources) {
    Arrays.fill(inPast, 0);
    Arrays.fill(inCell, 0);
    long sum = 0;
    for (int r = 0; r < kinds.length; r++) {
      switch (kinds[r]) {
        case CountingRuns.FIRST_CELL -> countFirst(sources, starts[r], ends[r]);
        case CountingRuns.MIXED -> sum += countMixed(sources, starts[r], ends[r]);
        default -> sum -= increments[1] * equalPairs(sources, starts[r], ends[r]);
      }
    }
    return sum;
  }

  private void countFirst(int[] sources, int start, int end) {
    int[] past = inPast;
    for (int i = start; i < end; i++) {
      int y = sources[i];
      past[y] = Math.max(past[y], start) + 1;
    }
  }

  private long countMixed(int[] sources, int start, int end) {
    int[] past = inPast;
    int[] cell = inCell;
    long[] increment = increments;
    long sum = 0;
    for (int i = start; i < end; i++) {
      int y = sources[i];
      int pastTag = pastStarts[i];
      int cellTag = cellStarts[i];
      int p = Math.max(past[y], pastTag);
      int c = Math.max(cell[y], cellTag);
      past[y] = p + 1;
      cell[y] = c + 1;
      sum += increment[c - cellTag] - increment[p - pastTag];
    }
    return sum;
  }

  private static int equalPairs(int[] sources, int start, int end) {
    int equal = 0;
    for (int i = start; i < end; i += 2) {
      equal += sources[i] == sources[i + 1] ? 1 : 0;
    }
    return equal;
  }
}
