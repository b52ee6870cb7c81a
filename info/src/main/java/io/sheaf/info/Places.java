package io.sheaf.info;

import java.util.Arrays;

/// Orders of samples as arrays of sample numbers.
final class Places {
  private Places() {}

  /// The values in a given order.
  static int[] gather(int[] values, int[] order) {
    int[] gathered = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      gathered[i] = values[order[i]];
    }
    return gathered;
  }

  /// Where each sample stands in an order.
  static int[] inverse(int[] order) {
    int[] inverse = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      inverse[order[i]] = i;
    }
    return inverse;
  }

  /// The numbers 0, 1, … in the order of their keys; equal keys keep their order.
  static int[] sorted(int[] keys, int keyCount) {
    int[] order = new int[keys.length];
    Arrays.setAll(order, i -> i);
    return sorted(order, keys, keyCount);
  }

  /// Items in the order of their keys in [0, keyCount], by counting; equal keys keep their order.
  static int[] sorted(int[] items, int[] keys, int keyCount) {
    int[] place = new int[keyCount + 2];
    for (int item : items) {
      place[keys[item] + 1]++;
    }
    Arrays.parallelPrefix(place, Integer::sum);
    int[] sorted = new int[items.length];
    for (int item : items) {
      sorted[place[keys[item]]++] = item;
    }
    return sorted;
  }
}
