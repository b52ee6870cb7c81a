package io.sheaf.engine.observe;

import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The index of a run's units, renewed when the run's files have changed, but so seldom that this
/// costs a three-hundredth of a processor; more where a look takes longer than 33 ms, for none is
/// older than ten seconds. Given up where memory is short. Thread-safe.
final class FreshIndex {
  private static final Duration LEAST_AGE = Duration.ofMillis(400);
  private static final Duration MOST_AGE = Duration.ofSeconds(10);
  private static final int REST = 300;

  private final RunDirectory directory;
  private volatile SoftReference<UnitIndex> index = new SoftReference<>(null);
  private volatile Instant readAt = Instant.EPOCH;
  private List<Object> files = List.of();

  /// Whose results were all withdrawn when the index was read, if any were to be.
  private Object lock = "";

  private boolean wasAlive;
  private Duration cost = Duration.ZERO;

  FreshIndex(RunDirectory directory) {
    this.directory = directory;
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
    UnitIndex renewed = known == null ? new UnitIndex(directory.journal()) : known;
    long began = System.nanoTime();
    boolean mayWithdraw = mayWithdraw();
    renewed.refresh(isAlive, !lock.equals(seen.getLast()));
    // To read everything for the first time says nothing of what the next time will cost.
    cost = known == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - began);
    index = new SoftReference<>(renewed);
    files = List.copyOf(seen);
    lock = mayWithdraw ? "" : seen.getLast();
    wasAlive = isAlive;
    readAt = now;
    return renewed.state();
  }

  /// Whoever takes the lock may withdraw results, until its first heartbeat.
  private boolean mayWithdraw() throws IOException {
    Path lock = directory.path().resolve("run.lock");
    Path status = directory.status();
    return !Files.exists(lock)
        || !Files.exists(status)
        || Files.getLastModifiedTime(status).compareTo(Files.getLastModifiedTime(lock)) <= 0;
  }

  private boolean rests(Instant now) {
    return Duration.between(readAt, now).compareTo(rest(cost)) < 0;
  }

  /// How long what was read may be shown, by what it cost.
  static Duration rest(Duration cost) {
    long millis = cost.multipliedBy(REST).toMillis();
    return Duration.ofMillis(Math.clamp(millis, LEAST_AGE.toMillis(), MOST_AGE.toMillis()));
  }
}
