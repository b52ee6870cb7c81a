package io.sheaf.cli;

import io.sheaf.engine.schedule.Progress;

/// Notices and failures, no progress.
final class QuietDisplay implements Display {
  private final Console console;

  QuietDisplay(Console console) {
    this.console = console;
  }

  @Override
  public synchronized void notice(String line) {
    console.say(line);
  }

  @Override
  public void progress(Progress progress) {}

  @Override
  public synchronized void failed(String unit, String message) {
    console.say("failed: " + unit + ": " + message);
  }

  @Override
  public void close() {}
}
