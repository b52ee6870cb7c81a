package io.sheaf.info;

import java.util.Arrays;

/// An order of the samples in which surrogates are quick to draw and to count: by stratum, then by
/// past, then by cell (samples of equal past and next). Immutable; arrays are shared, not modified.
///
/// A past with a single next value says the same whatever the source: it is idle and is not
/// counted. Each stratum begins with its rest: its idle samples or its largest other cell,
/// whichever is more. All others are drawn, and the rest gets what remains, in any order. Within a
/// past the largest cell stands first.
final class CellLayout {
  private static final int REST = 0;
  private static final int ACTIVE = 1;
  private static final int IDLE = 2;

  private final Cells cells;
  private final int[] rank;
  private final Urns urns;
  private final int[] samples;

  /// The layout of samples in strata.
  ///
  /// @param strata stratum of each sample; equal pasts must have equal strata
  CellLayout(Samples of, States strata) {
    cells = new Cells(of, strata);
    int[] rests = new int[strata.count()];
    rank = ranks(cells, rests);
    urns = new Urns(strata, rests);
    samples = samplesByCell(order());
  }

  /// The sample at each place.
  int[] samples() {
    return samples;
  }

  /// What is drawn, by stratum.
  Urns urns() {
    return urns;
  }

  /// The runs of places to count.
  CountingRuns runs() {
    CountingRuns runs = new CountingRuns(cells.size.length, samples.length);
    int place = 0;
    int open = -1;
    for (int cell : order()) {
      int past = cells.past[cell];
      if (!cells.idle(cell)) {
        runs.add(place, cells.size[cell], cells.pastSize[past], past != open);
      }
      open = past;
      place += cells.size[cell];
    }
    return runs;
  }

  /// What becomes of each cell; fills in the size of the rest of each stratum.
  private static int[] ranks(Cells cells, int[] rests) {
    int[] idle = new int[rests.length];
    int[] largest = new int[rests.length];
    Arrays.fill(largest, -1);
    for (int c = 0; c < cells.size.length; c++) {
      int s = cells.stratum[c];
      if (cells.idle(c)) {
        idle[s] += cells.size[c];
      } else if (largest[s] < 0 || cells.size[c] > cells.size[largest[s]]) {
        largest[s] = c;
      }
    }
    boolean[] restIsPast = new boolean[cells.pastSize.length];
    boolean[] restIsIdle = new boolean[rests.length];
    for (int s = 0; s < rests.length; s++) {
      restIsIdle[s] = largest[s] < 0 || cells.size[largest[s]] <= idle[s];
      rests[s] = restIsIdle[s] ? idle[s] : cells.size[largest[s]];
      if (!restIsIdle[s]) {
        restIsPast[cells.past[largest[s]]] = true;
      }
    }
    int[] rank = new int[cells.size.length];
    for (int c = 0; c < rank.length; c++) {
      boolean idleCell = cells.idle(c);
      boolean rest = idleCell ? restIsIdle[cells.stratum[c]] : restIsPast[cells.past[c]];
      rank[c] = rest ? REST : idleCell ? IDLE : ACTIVE;
    }
    return rank;
  }

  /// The cells by stratum, rank, size of the past, past, size of the cell; sizes descend.
  private int[] order() {
    int n = cells.samples.length;
    int[] order = new int[cells.size.length];
    Arrays.setAll(order, c -> c);
    int[] key = new int[order.length];
    Arrays.setAll(key, c -> n - cells.size[c]);
    order = Places.sorted(order, key, n);
    order = Places.sorted(order, cells.past, n);
    Arrays.setAll(key, c -> n - cells.pastSize[cells.past[c]]);
    order = Places.sorted(order, key, n);
    order = Places.sorted(order, rank, 3);
    return Places.sorted(order, cells.stratum, n);
  }

  private int[] samplesByCell(int[] order) {
    int[] place = new int[order.length];
    int next = 0;
    for (int cell : order) {
      place[cell] = next;
      next += cells.size[cell];
    }
    int[] byCell = new int[next];
    for (int i = 0; i < next; i++) {
      byCell[place[cells.samples[i]]++] = i;
    }
    return byCell;
  }

  /// The cells of samples, with their pasts and strata.
  private static final class Cells {
    final int[] samples;
    final int[] size;
    final int[] past;
    final int[] stratum;
    final int[] pastSize;

    Cells(Samples of, States strata) {
      States cells = of.past().and(of.next());
      samples = cells.ids();
      size = cells.occurrences();
      pastSize = of.past().occurrences();
      past = new int[size.length];
      stratum = new int[size.length];
      for (int i = 0; i < samples.length; i++) {
        past[samples[i]] = of.past().ids()[i];
        stratum[samples[i]] = strata.ids()[i];
      }
    }

    /// Whether the cell is all of its past.
    boolean idle(int cell) {
      return size[cell] == pastSize[past[cell]];
    }
  }
}
