package io.sheaf.engine.run;

/// How many units are handed out ahead of the workers, so that none waits while results are made
/// durable. Confined to one thread.
///
/// Units of a second or more are handed out one for each worker, so that the longest goes first to
/// whoever is free; of units of a microsecond hundreds travel together.
final class Ahead {
  private static final double COMMIT_NANOS = 5e6;
  private static final double LONG_NANOS = 1e9;
  private static final int MOST = 512;
  private static final double MEMORY = 0.98;

  private double units;
  private double nanos;

  /// A unit took that long.
  void took(long wallNanos) {
    units = units * MEMORY + 1;
    nanos = nanos * MEMORY + wallNanos;
  }

  /// Units under way for each worker.
  int perWorker() {
    if (units == 0) {
      return 1;
    }
    double mean = Math.max(1, nanos / units);
    return mean > LONG_NANOS ? 1 : (int) Math.min(MOST, 2 + COMMIT_NANOS / mean);
  }
}
