package io.sheaf.info.series;

import io.sheaf.info.internal.Xoshiro256PlusPlus;

/// Orders of samples for the nulls that rearrange them. Immutable.
final class Arrangements {
  private final int[] segmentEnds;

  /// @param segmentEnds number of the sample after the last of each segment; not modified
  Arrangements(int[] segmentEnds) {
    this.segmentEnds = segmentEnds;
  }

  int size() {
    return segmentEnds.length == 0 ? 0 : segmentEnds[segmentEnds.length - 1];
  }

  int[] permuted(Xoshiro256PlusPlus random) {
    int[] order = new int[size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    random.draw(order, 0, order.length, 0);
    return order;
  }

  /// Blocks are laid from a random offset, so that borders lie elsewhere in each arrangement.
  int[] blocks(int length, Xoshiro256PlusPlus random) {
    int[] order = new int[size()];
    int start = 0;
    for (int end : segmentEnds) {
      int offset = random.below(Math.min(length, end - start));
      int blocks =
          (int) (((long) end - start - offset + length - 1) / length) + (offset > 0 ? 1 : 0);
      int[] which = new int[blocks];
      for (int b = 0; b < blocks; b++) {
        which[b] = b;
      }
      random.draw(which, 0, blocks, 0);
      int place = start;
      for (int b : which) {
        int shift = offset == 0 ? 0 : length - offset;
        long first = Math.max(start, start + (long) b * length - shift);
        long last = Math.min(end, start + (b + 1L) * length - shift);
        for (long i = first; i < last; i++) {
          order[place++] = (int) i;
        }
      }
      start = end;
    }
    return order;
  }

  static double[][] gather(double[][] columns, int[] order) {
    double[][] moved = new double[columns.length][order.length];
    for (int d = 0; d < columns.length; d++) {
      for (int i = 0; i < order.length; i++) {
        moved[d][i] = columns[d][order[i]];
      }
    }
    return moved;
  }
}
