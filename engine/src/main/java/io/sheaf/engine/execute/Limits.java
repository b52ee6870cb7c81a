package io.sheaf.engine.execute;

import java.time.Duration;
import java.util.Optional;

/// What a pool may use.
///
/// @param slots units at the same time
/// @param timeout how long an attempt may take, empty if as long as it likes
public record Limits(int slots, Optional<Duration> timeout) {
  public Limits {
    if (slots < 1) {
      throw new IllegalArgumentException("slots = " + slots + ", expected 1 or more");
    }
  }
}
