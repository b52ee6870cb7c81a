package io.sheaf.engine.run;

import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.schedule.Progress;
import java.util.List;

/// Is told how a run goes on, by the coordinator's thread.
public interface RunListener {
  /// Something a person should know, once.
  void notice(String line);

  /// The units that are to be run, in plan order; once, before all others.
  default void planned(List<Unit> units) {}

  /// The current state, after every change and at least once a second.
  void progress(Progress progress);

  /// A unit is done, and durably so at the next call of [#progress].
  default void done(Unit unit, UnitOutput output) {}

  /// A unit could not be done.
  void failed(String unit, String message);
}
