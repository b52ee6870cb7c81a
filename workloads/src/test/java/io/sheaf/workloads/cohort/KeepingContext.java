package io.sheaf.workloads.cohort;

import io.sheaf.engine.plan.Cache;
import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.Seeds;
import io.sheaf.engine.plan.UnitContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The context of a unit that is run by itself, with every checkpoint kept.
final class KeepingContext implements UnitContext {
  final List<byte[]> states = new ArrayList<>();
  final List<String> phases = new ArrayList<>();
  private final Optional<byte[]> restored;
  private final boolean cancelled;

  KeepingContext(Optional<byte[]> restored, boolean cancelled) {
    this.restored = restored;
    this.cancelled = cancelled;
  }

  @Override
  public long seed(String purpose) {
    return Seeds.of(1, "unit", purpose);
  }

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public Phase phase(String name) {
    phases.add(name);
    return () -> {};
  }

  @Override
  public void count(String counter, long amount) {}

  @Override
  public void spent(long cpuNanos) {}

  @Override
  public void progress(long done, long total) {}

  @Override
  public void checkpoint(Supplier<byte[]> state) {
    states.add(state.get());
  }

  @Override
  public Optional<byte[]> restored() {
    return restored.map(byte[]::clone);
  }

  @Override
  public Cache cache() {
    return Cache.NONE;
  }

  @Override
  public Path scratch() {
    throw new IllegalStateException("a user's analysis makes no files");
  }
}
