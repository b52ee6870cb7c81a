package io.sheaf.cli;

import io.sheaf.engine.schedule.Progress;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A line of progress at most every ten seconds, and one at the end.
final class PlainDisplay implements Display {
  private static final long INTERVAL_NANOS = 10_000_000_000L;

  private final Console console;
  private final LongSupplier nanos;
  private Optional<Progress> unsaid = Optional.empty();
  private long lastNanos;

  PlainDisplay(Console console, LongSupplier nanos) {
    this.console = console;
    this.nanos = nanos;
    this.lastNanos = nanos.getAsLong();
  }

  @Override
  public synchronized void notice(String line) {
    console.say(line);
  }

  @Override
  public synchronized void progress(Progress progress) {
    unsaid = Optional.of(progress);
    if (nanos.getAsLong() - lastNanos >= INTERVAL_NANOS) {
      say();
    }
  }

  @Override
  public synchronized void failed(String unit, String message) {
    console.say("failed: " + unit + ": " + message);
  }

  @Override
  public synchronized void close() {
    say();
  }

  private void say() {
    unsaid.ifPresent(progress -> console.say(ProgressText.of(progress)));
    unsaid = Optional.empty();
    lastNanos = nanos.getAsLong();
  }
}
