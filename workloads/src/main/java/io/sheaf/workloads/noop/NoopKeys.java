package io.sheaf.workloads.noop;

import static io.sheaf.engine.config.Key.circumstance;
import static io.sheaf.engine.config.Key.result;
import static io.sheaf.engine.config.KeyType.choice;
import static io.sheaf.engine.config.KeyType.decimal;
import static io.sheaf.engine.config.KeyType.text;
import static io.sheaf.engine.config.KeyType.whole;

import io.sheaf.engine.config.Key;
import java.util.List;

/// The keys of a `noop` configuration. How long a unit takes and whether it fails at first is no
/// part of its result.
final class NoopKeys {
  private static final int MANY = 1_000_000_000;

  static final List<Key> ALL =
      List.of(
          result("units", whole(1, 100_000_000), 100L, "how many"),
          circumstance("duration_ms", decimal(0, 1e9), 0.0, "of a unit, on average"),
          circumstance(
              "durations",
              choice("fixed", "heavy"),
              "fixed",
              "all the same, or heavy-tailed: one in a thousand takes 33 times the mean"),
          circumstance("work", choice("sleep", "cpu"), "sleep", "how the time is spent"),
          circumstance(
              "weights",
              choice("equal", "duration", "random"),
              "equal",
              "what the schedule is told: nothing, the truth, or nonsense"),
          result("failing", decimal(0, 1), 0.0, "fraction of units that fail"),
          result(
              "failure",
              choice("expected", "defect", "exit", "oom", "hang"),
              "expected",
              "how they fail: foreseen, defect, end of the process, full heap, never ending"),
          result("failing_attempts", whole(1, MANY), (long) MANY, "attempts of those that fail"),
          circumstance("memory_mb", whole(0, 1_000_000), 0L, "held by each running unit, MiB"),
          result("rows", whole(0, 1_000_000), 1L, "in the table, from each unit"),
          result("row_bytes", whole(0, 1_000_000), 0L, "random letters in each row"),
          result("output_bytes", whole(0, MANY), 0L, "random letters in a file of each unit"),
          circumstance("checkpoints", whole(0, 1_000_000), 0L, "from which a unit can go on"),
          result("seed", whole(Long.MIN_VALUE, Long.MAX_VALUE), 42L, "of all random numbers"),
          circumstance("jvm.xmx", text(), null, "heap of the process, set before it starts"));

  private NoopKeys() {}
}
