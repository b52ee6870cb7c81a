package io.sheaf.engine.execute;

/// How long units take, as far as a pool has seen. Confined to one thread.
///
/// Units of more than a few milliseconds are sent one at a time, so that the next goes to whoever
/// is free first; of shorter ones so many are sent together that a worker does not wait for its
/// coordinator.
final class Pace {
  private static final double GROUP_NANOS = 5e6;
  private static final int MOST = 512;
  private static final double MEMORY = 0.98;
  private static final int FEWEST = 10;
  private static final double SLOW = 3;
  private static final double SHORT_NANOS = 5e9;

  private double units;
  private double nanos;
  private long count;
  private double allWeight;
  private double allNanos;

  /// A unit of that weight took that long.
  void took(double weight, long wallNanos) {
    units = units * MEMORY + 1;
    nanos = nanos * MEMORY + wallNanos;
    count++;
    allWeight += weight;
    allNanos += wallNanos;
  }

  /// How many units a worker may have been sent.
  int ahead() {
    double mean = units == 0 ? GROUP_NANOS : Math.max(1, nanos / units);
    return mean >= GROUP_NANOS ? 1 : (int) Math.min(MOST, 1 + GROUP_NANOS / mean);
  }

  /// Whether a unit of that weight takes far longer than the others did.
  boolean isSlow(double weight, long wallNanos) {
    return count >= FEWEST
        && wallNanos > Math.max(SHORT_NANOS, SLOW * weight * allNanos / allWeight);
  }
}
