package io.sheaf.engine.execute;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// A phase of a unit, from its beginning to its end, for the JDK's flight recorder.
@Name("io.sheaf.Phase")
@Label("Phase")
@Category("Sheaf")
@Description("A phase of a unit, with the phases inside it")
@StackTrace(false)
final class RecordedPhase extends Event {
  @Label("Phase")
  final String phase;

  RecordedPhase(String phase) {
    this.phase = phase;
  }
}
