package io.sheaf.engine.execute;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// An attempt at a unit, for the JDK's flight recorder: lays what the Java machine did beside what
/// it did it for.
@Name("io.sheaf.Unit")
@Label("Unit")
@Category("Sheaf")
@Description("An attempt at a unit")
@StackTrace(false)
final class RecordedUnit extends Event {
  @Label("Unit")
  final String unit;

  @Label("Attempt")
  final int attempt;

  @Label("Outcome")
  String outcome = "";

  RecordedUnit(String unit, int attempt) {
    this.unit = unit;
    this.attempt = attempt;
  }
}
