package io.sheaf.engine.observe;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The index of a run's units, renewed when the run's files have changed, but so seldom that this
/// costs a three-hundredth of a processor. Given up where memory is short. Thread-safe.
final class FreshIndex {
  private static final Duration LEAST_AGE = Duration.ofMillis(400);
  private static final int REST = 300;

  private final Path journal;
  private volatile SoftReference<UnitIndex> index = new SoftReference<>(null);
  private volatile Instant readAt = Instant.EPOCH;
  private List<Object> files = List.of();
  private Object lock = "";
  private boolean wasAlive;
  private Duration cost = Duration.ZERO;

  FreshIndex(Path journal) {
    this.journal = journal;
  }

  boolean isRead() {
    return index.get() != null;
  }

  /// When the journal was last looked at.
  Instant readAt() {
    return readAt;
  }

  /// The index, read now if need be.
  ///
  /// @param isAlive whether the run goes on
  /// @param seen what tells whether something has been written; the lock of the run comes last
  synchronized UnitIndex.State state(boolean isAlive, List<Object> seen, Instant now)
      throws IOException {
    UnitIndex known = index.get();
    boolean stands = seen.equals(files) && isAlive == wasAlive;
    if (known != null && (stands || (isAlive && rests(now)))) {
      return known.state();
    }
    UnitIndex renewed = known == null ? new UnitIndex(journal) : known;
    long began = System.nanoTime();
    // Whoever takes the lock may withdraw results.
    renewed.refresh(isAlive, !lock.equals(seen.getLast()));
    // To read everything for the first time says nothing of what the next time will cost.
    cost = known == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - began);
    index = new SoftReference<>(renewed);
    files = List.copyOf(seen);
    lock = seen.getLast();
    wasAlive = isAlive;
    readAt = now;
    return renewed.state();
  }

  private boolean rests(Instant now) {
    Duration age = Duration.between(readAt, now);
    return age.compareTo(LEAST_AGE) < 0 || age.compareTo(cost.multipliedBy(REST)) < 0;
  }
}
