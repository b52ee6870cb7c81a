package io.sheaf.info.series;

import io.sheaf.info.internal.Xoshiro256PlusPlus;

/// Orders of samples in which each segment has moved on around a circle, by number. Immutable,
/// thread-safe.
///
/// Short series have few shifts. Drawn with replacement and without the observed order, a test of n
/// samples would be wrong in at least 1/n of all cases, at any level. So all shifts come once, in
/// random order, then the observed order, and so on.
final class CircularShifts {
  /// More shifts than this are drawn with replacement: a repetition hardly matters.
  private static final int MOST_LISTED = 1 << 20;

  private final int[] segmentEnds;
  private final int least;
  private final int[] listed;

  /// @param segmentEnds number of the sample after the last of each segment; not modified
  CircularShifts(int[] segmentEnds, int least, long seed) {
    this.segmentEnds = segmentEnds;
    this.least = least;
    long all = 1;
    for (int s = 0; s < segmentEnds.length && all <= MOST_LISTED; s++) {
      all *= shifts(length(s));
    }
    listed = new int[all <= MOST_LISTED ? (int) all : 0];
    for (int i = 0; i < listed.length; i++) {
      listed[i] = i;
    }
    Xoshiro256PlusPlus.stream(seed, -1).draw(listed, 0, listed.length, 0);
  }

  private int length(int segment) {
    return segmentEnds[segment] - (segment == 0 ? 0 : segmentEnds[segment - 1]);
  }

  private int room(int length) {
    return length - 2L * least + 1 > 0 ? least : 1;
  }

  /// How many shifts a segment has; one that cannot move has one.
  private int shifts(int length) {
    return length < 2 ? 1 : length - 2 * room(length) + 1;
  }

  int[] order(int number, Xoshiro256PlusPlus random) {
    int turn = listed.length == 0 ? 0 : number % (listed.length + 1);
    boolean observed = listed.length > 0 && turn == listed.length;
    int which = listed.length == 0 || observed ? 0 : listed[turn];
    int[] order = new int[segmentEnds.length == 0 ? 0 : segmentEnds[segmentEnds.length - 1]];
    int start = 0;
    for (int end : segmentEnds) {
      int length = end - start;
      int shifts = shifts(length);
      int one = listed.length == 0 ? random.below(shifts) : which % shifts;
      which /= shifts;
      int shift = observed || length < 2 ? 0 : room(length) + one;
      for (int i = 0; i < length; i++) {
        order[start + (i + shift) % length] = start + i;
      }
      start = end;
    }
    return order;
  }
}
