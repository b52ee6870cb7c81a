package io.sheaf.info;

/// The states of n samples, numbered 0, 1, 2, … in order of first appearance. Immutable; the arrays
/// are shared inside the package and not modified.
///
/// Joint states are built one variable at a time and renumbered each time, so that numbers stay
/// below n however long the history and however large the alphabet. Numbering by appearance makes
/// every result, random ones included, independent of how symbols are labelled.
final class States {
  private final int[] ids;
  private final int count;

  private States(int[] ids, int count) {
    this.ids = ids;
    this.count = count;
  }

  /// One state for all samples.
  static States single(int size) {
    return new States(new int[size], Math.min(size, 1));
  }

  /// The states of symbols.
  static States of(int[] symbols) {
    return single(symbols.length).and(symbols);
  }

  int[] ids() {
    return ids;
  }

  /// Number of different states.
  int count() {
    return count;
  }

  int size() {
    return ids.length;
  }

  /// How often each state occurs.
  int[] occurrences() {
    int[] occurrences = new int[count];
    for (int id : ids) {
      occurrences[id]++;
    }
    return occurrences;
  }

  /// The states at some of the samples, renumbered.
  States at(int[] samples) {
    int[] selected = new int[samples.length];
    for (int i = 0; i < samples.length; i++) {
      selected[i] = ids[samples[i]];
    }
    return of(selected);
  }

  States and(States other) {
    return and(other.ids);
  }

  /// The joint states of these and one more variable with any int values.
  States and(int[] values) {
    int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, ids.length)) * 4);
    long[] keys = new long[capacity];
    int[] slots = new int[capacity];
    int[] joint = new int[ids.length];
    int next = 0;
    for (int i = 0; i < joint.length; i++) {
      long key = ((long) ids[i] << 32) | (values[i] & 0xFFFF_FFFFL);
      int slot = slot(key, capacity);
      while (slots[slot] != 0 && keys[slot] != key) {
        slot = (slot + 1) & (capacity - 1);
      }
      if (slots[slot] == 0) {
        keys[slot] = key;
        slots[slot] = ++next;
      }
      joint[i] = slots[slot] - 1;
    }
    return new States(joint, next);
  }

  /// Fibonacci hashing: the top bits of the key times 2^64 / golden ratio.
  private static int slot(long key, int capacity) {
    long mixed = (key ^ (key >>> 32)) * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> (Long.numberOfLeadingZeros(capacity) + 1));
  }
}
