package io.sheaf.arc.value;

import java.util.Arrays;

/// Different longs in the order in which they came, with a table to find them by. The table is made
/// when it is first needed. Not thread-safe while it grows.
final class LongTable {
  private static final int FEW = 8;

  private long[] items;
  private int size;
  // Position + 1 of the item that hashes there. Set last, and whole, once the items are final.
  private volatile int[] slots = new int[0];

  LongTable(int capacity) {
    items = new long[capacity];
  }

  /// A table of items that are known to be different; owns them.
  LongTable(long[] items) {
    this.items = items;
    this.size = items.length;
  }

  int size() {
    return size;
  }

  long get(int index) {
    return items[index];
  }

  /// The items, exactly as many as there are; not to be modified.
  long[] items() {
    if (items.length != size) {
      items = Arrays.copyOf(items, size);
    }
    return items;
  }

  /// Adds an item that is not there yet.
  boolean add(long item) {
    if (contains(item)) {
      return false;
    }
    if (size == items.length) {
      items = Arrays.copyOf(items, Math.max(FEW, size * 2));
    }
    items[size++] = item;
    if (slots.length > 0) {
      if (size * 2 > slots.length) {
        slots = index();
      } else {
        put(slots, size - 1);
      }
    }
    return true;
  }

  boolean contains(long item) {
    if (size <= FEW) {
      for (int i = 0; i < size; i++) {
        if (items[i] == item) {
          return true;
        }
      }
      return false;
    }
    int[] table = slots;
    if (table.length == 0) {
      table = index();
      slots = table;
    }
    for (int at = Mixing.mix(item) & table.length - 1; table[at] != 0; at = next(at, table)) {
      if (items[table[at] - 1] == item) {
        return true;
      }
    }
    return false;
  }

  private int[] index() {
    int[] table = new int[Mixing.slots(size)];
    for (int i = 0; i < size; i++) {
      put(table, i);
    }
    return table;
  }

  private void put(int[] table, int index) {
    int at = Mixing.mix(items[index]) & table.length - 1;
    while (table[at] != 0) {
      at = next(at, table);
    }
    table[at] = index + 1;
  }

  private static int next(int at, int[] table) {
    return at + 1 & table.length - 1;
  }

  /// The same for the same items in any order.
  int hash() {
    int sum = size;
    for (int i = 0; i < size; i++) {
      sum += Mixing.mix(items[i]);
    }
    return sum;
  }
}
