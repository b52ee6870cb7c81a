package io.sheaf.workloads.battery;

import static io.sheaf.engine.config.Key.circumstance;
import static io.sheaf.engine.config.Key.result;
import static io.sheaf.engine.config.KeyType.choice;
import static io.sheaf.engine.config.KeyType.text;
import static io.sheaf.engine.config.KeyType.whole;

import io.sheaf.arc.value.Budget;
import io.sheaf.engine.config.Key;
import java.util.List;

/// The keys of a battery's configuration.
final class BatteryKeys {
  static final String BUILT_IN = "builtin";
  static final String NONE = "none";
  static final String SYNTHETIC = "synthetic";

  static final List<Key> ALL =
      List.of(
          circumstance(
              "programs",
              text(),
              BUILT_IN,
              "a file of programs or a directory of them; `builtin` for Sheaf's own"),
          circumstance(
              "tasks",
              text(),
              null,
              "a directory of ARC tasks, one, or Kaggle's file; `synthetic` makes them"),
          result("per_family", whole(1, 65_536), 1L, "synthetic tasks of each family"),
          circumstance("count", whole(0, 1_000_000), 0L, "only so many tasks, the first; 0: all"),
          circumstance("card", whole(1, 100_000), 256L, "programs that are evaluated as one graph"),
          result("keep", whole(1, 100_000), 32L, "programs kept of each task, best first"),
          result(
              "early_stop",
              choice("none", "pair", "solved"),
              "none",
              "leave a program at its first wrong demo pair; or that, and the task once solved"),
          result(
              "order",
              choice("given", "shortest", "best_first"),
              "given",
              "which programs are tried first: as given, short ones, mutants of the best"),
          result("rounds", whole(0, 100_000), 0L, "of search for better programs"),
          result("candidates", whole(1, 100_000), 32L, "new programs of a round"),
          result(
              "search",
              choice("mutate", "extend"),
              "mutate",
              "new programs by small changes at random, or by all calls on the best so far"),
          circumstance(
              "differs",
              text(),
              NONE,
              "programs that tell how two grids differ: a file, `builtin` or `none`"),
          circumstance(
              "store",
              text(),
              null,
              "a file in which the best programs of each task are kept, and from which they are"
                  + " tried again"),
          result("steps", whole(1, Long.MAX_VALUE), Budget.USUAL.steps(), "of a program and pair"),
          result("cells", whole(1, Long.MAX_VALUE), Budget.USUAL.cells(), "of all its values"),
          result("seed", whole(Long.MIN_VALUE, Long.MAX_VALUE), 42L, "of all random numbers"));

  private BatteryKeys() {}
}
