package io.sheaf.workloads.command;

import io.sheaf.engine.plan.UnitContext;

/// The random seed of a unit, as most programs take one.
final class Seed {
  static final String NAME = "seed";

  private Seed() {}

  /// A number from 0 to 2^31 - 1, the same in every run.
  static String of(UnitContext context) {
    return Long.toString(context.seed("command") >>> 33);
  }
}
