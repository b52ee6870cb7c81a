package io.sheaf.text;

import java.util.Arrays;

/// Two texts as small numbers, one for each code point that the second text has.
///
/// Confined to one thread.
final class Symbols {
  /// What a code point is that the second text lacks.
  static final int ABSENT = 0;

  private static final int DIRECT = 0x250;
  private static final int AUTOJUNK_LENGTH = 200;

  private final int[] direct = new int[DIRECT];
  private int[] keys = new int[256];
  private int[] values = new int[256];
  private int[] first = new int[256];
  private int[] second = new int[256];
  private int[] counts = new int[256];
  private int firstLength;
  private int secondLength;
  private int size;
  private int hashed;
  private boolean anyPopular;

  void read(String firstText, String secondText, boolean autojunk) {
    size = 1;
    second = room(second, secondText.length());
    secondLength = 0;
    for (int i = 0; i < secondText.length(); ) {
      int point = point(secondText, i);
      i += Character.charCount(point);
      int symbol = symbol(point);
      if (symbol == ABSENT) {
        symbol = size++;
        put(point, symbol);
      }
      second[secondLength++] = symbol;
    }
    first = room(first, firstText.length());
    firstLength = 0;
    for (int i = 0; i < firstText.length(); ) {
      int point = point(firstText, i);
      i += Character.charCount(point);
      first[firstLength++] = symbol(point);
    }
    anyPopular = autojunk && secondLength >= AUTOJUNK_LENGTH;
    if (anyPopular) {
      count();
    }
  }

  private static int point(String text, int index) {
    char c = text.charAt(index);
    return Character.isHighSurrogate(c) ? text.codePointAt(index) : c;
  }

  private void count() {
    counts = room(counts, size);
    Arrays.fill(counts, 0, size, 0);
    for (int i = 0; i < secondLength; i++) {
      counts[second[i]]++;
    }
  }

  /// Whether blocks must not be found by this symbol.
  boolean isPopular(int symbol) {
    return anyPopular && counts[symbol] > secondLength / 100 + 1;
  }

  boolean mayBePopular() {
    return anyPopular;
  }

  int[] first() {
    return first;
  }

  int[] second() {
    return second;
  }

  int firstLength() {
    return firstLength;
  }

  int secondLength() {
    return secondLength;
  }

  /// One more than the largest symbol.
  int size() {
    return size;
  }

  private int symbol(int point) {
    return point < DIRECT ? direct[point] : values[slot(point)];
  }

  private void put(int point, int symbol) {
    if (point < DIRECT) {
      direct[point] = symbol;
      return;
    }
    if (2 * ++hashed > keys.length) {
      grow();
    }
    int slot = slot(point);
    keys[slot] = point;
    values[slot] = symbol;
  }

  private int slot(int point) {
    int mask = keys.length - 1;
    int slot = ((point * 0x9E3779B9) >>> 16) & mask;
    while (values[slot] != ABSENT && keys[slot] != point) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldValues = values;
    keys = new int[2 * oldKeys.length];
    values = new int[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != ABSENT) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  /// Forgets the texts.
  void clear() {
    Arrays.fill(direct, ABSENT);
    if (hashed > 0) {
      Arrays.fill(values, ABSENT);
      hashed = 0;
    }
  }

  private static int[] room(int[] array, int length) {
    return array.length >= length ? array : new int[Math.max(length, 2 * array.length)];
  }
}
