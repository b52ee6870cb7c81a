package io.sheaf.engine.execute;

import java.time.Duration;

/// How long children may be silent.
///
/// @param silence after which a child that has begun is given up; it says something every second
/// @param start how long it may take to begin
public record Lease(Duration silence, Duration start) {
  public static final Lease USUAL = new Lease(Duration.ofSeconds(10), Duration.ofSeconds(60));
}
