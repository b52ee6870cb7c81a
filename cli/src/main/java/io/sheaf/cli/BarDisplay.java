package io.sheaf.cli;

import io.sheaf.engine.schedule.Progress;
import java.util.Optional;
import java.util.function.LongSupplier;

/// A line that is rewritten in place, at most ten times a second; everything else stands above it.
final class BarDisplay implements Display {
  private static final long INTERVAL_NANOS = 100_000_000L;
  private static final String CLEAR = "\r\u001b[K";

  private final Console console;
  private final LongSupplier nanos;
  private Optional<Progress> current = Optional.empty();
  private long lastNanos;

  BarDisplay(Console console, LongSupplier nanos) {
    this.console = console;
    this.nanos = nanos;
    this.lastNanos = nanos.getAsLong() - INTERVAL_NANOS;
  }

  @Override
  public synchronized void notice(String line) {
    erase();
    console.say(line);
    draw();
  }

  @Override
  public synchronized void progress(Progress progress) {
    current = Optional.of(progress);
    if (nanos.getAsLong() - lastNanos >= INTERVAL_NANOS) {
      erase();
      draw();
    }
  }

  @Override
  public synchronized void failed(String unit, String message) {
    erase();
    console.say(red("failed: ") + unit + ": " + message);
    draw();
  }

  @Override
  public synchronized void aside(Runnable printing) {
    erase();
    console.err().flush();
    printing.run();
    draw();
  }

  @Override
  public synchronized void close() {
    erase();
    draw();
    if (current.isPresent()) {
      console.err().println();
      console.err().flush();
    }
    current = Optional.empty();
  }

  private void erase() {
    if (current.isPresent()) {
      console.err().print(CLEAR);
    }
  }

  private void draw() {
    current.ifPresent(
        progress -> console.err().print(ProgressText.bar(progress, console.screen().columns())));
    console.err().flush();
    lastNanos = nanos.getAsLong();
  }

  private String red(String text) {
    return console.coloursErr() ? "\u001b[31m" + text + "\u001b[0m" : text;
  }
}
