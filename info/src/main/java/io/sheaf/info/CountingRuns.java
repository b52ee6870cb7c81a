package io.sheaf.info;

import java.util.Arrays;

/// What a counter does at each place, as runs of places in their order. Confined.
///
/// A place also knows where its past and its cell start; see [CellCounter].
final class CountingRuns {
  /// The first and largest cell of a past: counted, adds nothing to the sum.
  static final int FIRST_CELL = 0;

  /// Any other places: later cells, and small pasts as a whole, where another run would cost more
  /// than it saves.
  static final int MIXED = 1;

  /// Pasts of two samples with different nexts: compared, not counted.
  static final int PAIRS = 2;

  /// Below this many samples a first cell is not worth a run. Found by measurement; 8 to 32 are
  /// about equal.
  private static final int FEWEST_FIRST = 12;

  private final int[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final int[] pastStarts;
  private final int[] cellStarts;
  private int count;
  private int pastStart;

  CountingRuns(int cells, int places) {
    kinds = new int[cells];
    starts = new int[cells];
    ends = new int[cells];
    pastStarts = new int[places];
    cellStarts = new int[places];
  }

  /// Adds the next cell.
  ///
  /// @param start its first place
  /// @param first whether it is the first of its past
  void add(int start, int cellSize, int pastSize, boolean first) {
    pastStart = first ? start : pastStart;
    Arrays.fill(pastStarts, start, start + cellSize, pastStart);
    Arrays.fill(cellStarts, start, start + cellSize, start);
    int kind = pastSize == 2 ? PAIRS : first && cellSize >= FEWEST_FIRST ? FIRST_CELL : MIXED;
    if (kind != FIRST_CELL && count > 0 && kinds[count - 1] == kind && ends[count - 1] == start) {
      ends[count - 1] += cellSize;
      return;
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count++] = start + cellSize;
  }

  int[] kinds() {
    return Arrays.copyOf(kinds, count);
  }

  int[] starts() {
    return Arrays.copyOf(starts, count);
  }

  int[] ends() {
    return Arrays.copyOf(ends, count);
  }

  /// The first place of the past of each place.
  int[] pastStarts() {
    return pastStarts;
  }

  /// The first place of the cell of each place.
  int[] cellStarts() {
    return cellStarts;
  }
}
