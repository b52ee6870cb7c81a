package io.sheaf.arc.value;

/// Spreads the bits of numbers over hash codes.
final class Mixing {
  private Mixing() {}

  /// The finalizer of MurmurHash3, folded to 32 bits.
  static int mix(long x) {
    long h = x * 0x9E3779B97F4A7C15L;
    h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return (int) (h ^ (h >>> 32));
  }

  /// A power of two that keeps a table of that many entries at most half full.
  static int slots(int entries) {
    return Integer.highestOneBit(Math.max(4, entries)) << 2;
  }
}
