package io.sheaf.workloads.battery;

import io.sheaf.engine.plan.Table;
import io.sheaf.engine.plan.Table.Column;
import io.sheaf.engine.plan.Table.Presence;
import java.util.List;

/// The tables of a battery.
final class BatteryTables {
  /// What became of each task.
  static final Table TASKS =
      new Table(
          "tasks",
          List.of(
              text("task"),
              whole("demos"),
              whole("tests"),
              whole("tried"),
              whole("repeated"),
              whole("behaviours"),
              whole("demo_solvers"),
              text("best_program"),
              whole("tests_known"),
              whole("tests_solved")),
          List.of("task"),
          Presence.ALWAYS);

  /// The best programs of each task; their ranks come from demo pairs, `tests_right` stands apart.
  static final Table SCORES =
      new Table(
          "scores",
          List.of(
              text("task"),
              whole("rank"),
              text("program"),
              text("digest"),
              text("origin"),
              whole("lines"),
              whole("demos_right"),
              number("similarity"),
              whole("steps"),
              text("problem"),
              whole("tests_right")),
          List.of("task", "rank"),
          Presence.ALWAYS);

  /// Two guesses at each test.
  static final Table ATTEMPTS =
      new Table(
          "attempts",
          List.of(
              text("task"),
              whole("test"),
              whole("attempt"),
              text("program"),
              text("output"),
              new Column("right", Table.Type.FLAG, false)),
          List.of("task", "test", "attempt"),
          Presence.ALWAYS);

  /// Programs that were not given, and were kept.
  static final Table FOUND =
      new Table(
          "found_programs",
          List.of(text("task"), text("program"), text("text")),
          List.of("task", "program"),
          Presence.IF_ANY);

  /// How well differs tell inputs from outputs, sums over the demos.
  static final Table DIFFERS =
      new Table(
          "differs",
          List.of(
              text("task"),
              text("differ"),
              whole("score"),
              whole("input_similarity"),
              whole("answer_similarity"),
              text("program")),
          List.of("task", "differ"),
          Presence.IF_ANY);

  static final Table FAILURES =
      new Table(
          "failures", List.of(text("unit"), text("problem")), List.of("unit"), Presence.IF_ANY);

  /// All tasks together, once they are complete.
  static final Table SUMMARY =
      new Table(
          "summary",
          List.of(
              whole("tasks"),
              whole("solved_on_demos"),
              whole("tests_known"),
              whole("tests_solved"),
              whole("tried")),
          List.of("tasks"),
          Presence.IF_ANY);

  static final List<Table> ALL =
      List.of(SUMMARY, TASKS, SCORES, ATTEMPTS, FOUND, DIFFERS, FAILURES);

  private BatteryTables() {}

  private static Column text(String name) {
    return new Column(name, Table.Type.TEXT, false);
  }

  private static Column whole(String name) {
    return new Column(name, Table.Type.WHOLE, false);
  }

  private static Column number(String name) {
    return new Column(name, Table.Type.NUMBER, false);
  }
}
