package io.sheaf.engine.observe;

/// Brings a stretch of an order to its place without ordering the rest: a page of a million units
/// takes a few passes over them. Works on the arrays it is given; confined to one thread.
///
/// Hoare's quickselect, the pivot the middle one of three.
final class Selection {
  private final long[] keys;
  private final int[] items;

  /// @param keys by which items are ordered, equal ones by the items themselves
  Selection(long[] keys, int[] items) {
    this.keys = keys;
    this.items = items;
  }

  /// Afterwards the items from one place to another are those that belong there, in order.
  void settle(int from, int to) {
    settle(0, keys.length - 1, from, to);
  }

  private void settle(int first, int last, int from, int to) {
    int low = first;
    int high = last;
    while (low < high && low < to && high >= from) {
      int split = partition(low, high);
      if (split - low < high - split) {
        settle(low, split, from, to);
        low = split + 1;
      } else {
        settle(split + 1, high, from, to);
        high = split;
      }
    }
  }

  /// Small ones to the left of the place that is returned, itself included, large ones right.
  private int partition(int low, int high) {
    int middle = (low + high) >>> 1;
    order(low, middle);
    order(middle, high);
    order(low, middle);
    long key = keys[middle];
    int item = items[middle];
    int i = low - 1;
    int j = high + 1;
    while (true) {
      do {
        i++;
      } while (isLess(keys[i], items[i], key, item));
      do {
        j--;
      } while (isLess(key, item, keys[j], items[j]));
      if (i >= j) {
        return j;
      }
      swap(i, j);
    }
  }

  private void order(int a, int b) {
    if (isLess(keys[b], items[b], keys[a], items[a])) {
      swap(a, b);
    }
  }

  private static boolean isLess(long keyA, int itemA, long keyB, int itemB) {
    return keyA < keyB || (keyA == keyB && itemA < itemB);
  }

  private void swap(int a, int b) {
    long key = keys[a];
    keys[a] = keys[b];
    keys[b] = key;
    int item = items[a];
    items[a] = items[b];
    items[b] = item;
  }
}
