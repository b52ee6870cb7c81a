package io.sheaf.cli;

import io.sheaf.engine.schedule.Progress;

/// Shows the first failures and says where the others are, so that a run in which everything fails
/// stays readable.
final class FewFailures implements Display {
  private static final int MOST = 20;

  private final Display display;
  private int failures;

  FewFailures(Display display) {
    this.display = display;
  }

  @Override
  public void notice(String line) {
    display.notice(line);
  }

  @Override
  public void progress(Progress progress) {
    display.progress(progress);
  }

  @Override
  public void failed(String unit, String message) {
    failures++;
    if (failures <= MOST) {
      display.failed(unit, message);
    }
    if (failures == MOST) {
      display.notice("further failures are in logs/errors.log only");
    }
  }

  @Override
  public void aside(Runnable printing) {
    display.aside(printing);
  }

  @Override
  public void close() {
    display.close();
  }
}
