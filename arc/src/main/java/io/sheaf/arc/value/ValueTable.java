package io.sheaf.arc.value;

import java.util.Arrays;

/// Different values in the order in which they came, with a table to find them by.
final class ValueTable {
  private Value[] items;
  private int[] slots;
  private int size;

  ValueTable(int capacity) {
    items = new Value[capacity];
    slots = new int[Mixing.slots(capacity)];
  }

  int size() {
    return size;
  }

  Value get(int index) {
    return items[index];
  }

  Value[] items() {
    return Arrays.copyOf(items, size);
  }

  boolean contains(Value item) {
    return slots[find(item)] != 0;
  }

  boolean add(Value item) {
    int at = find(item);
    if (slots[at] != 0) {
      return false;
    }
    if (size == items.length) {
      items = Arrays.copyOf(items, Math.max(8, size * 2));
    }
    items[size++] = item;
    slots[at] = size;
    if (size * 2 > slots.length) {
      grow();
    }
    return true;
  }

  /// Where it is, or the empty slot where it would be.
  private int find(Value item) {
    int at = item.hashCode() & slots.length - 1;
    while (slots[at] != 0 && !items[slots[at] - 1].equals(item)) {
      at = at + 1 & slots.length - 1;
    }
    return at;
  }

  private void grow() {
    slots = new int[Mixing.slots(size)];
    for (int i = 0; i < size; i++) {
      slots[find(items[i])] = i + 1;
    }
  }
}
