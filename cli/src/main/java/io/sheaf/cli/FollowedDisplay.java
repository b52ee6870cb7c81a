package io.sheaf.cli;

import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.schedule.Progress;
import java.util.List;

/// A display with followers.
record FollowedDisplay(Display display, List<Follower> followers) implements Display {
  @Override
  public void notice(String line) {
    display.notice(line);
  }

  @Override
  public void planned(List<Unit> units) {
    display.planned(units);
  }

  @Override
  public void done(Unit unit, UnitOutput output) {
    display.done(unit, output);
  }

  @Override
  public void aside(Runnable printing) {
    display.aside(printing);
  }

  @Override
  public void progress(Progress progress) {
    display.progress(progress);
    followers.forEach(one -> one.progress(progress));
  }

  @Override
  public void failed(String unit, String message) {
    display.failed(unit, message);
    followers.forEach(one -> one.failed(unit, message));
  }

  @Override
  public void close() {
    display.close();
  }
}
