package io.sheaf.workloads.cohort;

import io.sheaf.engine.plan.UnitContext;

/// A measure in both directions between activity (A) and sitting (S).
record Directions(Estimate activityToSitting, Estimate sittingToActivity) {
  /// Estimates one direction.
  @FunctionalInterface
  interface Measure {
    Estimate estimate(Direction direction, long seed);
  }

  static Directions of(UnitContext context, String purpose, Measure measure) {
    return new Directions(
        measure.estimate(Direction.A2S, context.seed(purpose + "/A2S")),
        measure.estimate(Direction.S2A, context.seed(purpose + "/S2A")));
  }

  /// A to S less S to A.
  double delta(Profile profile) {
    return profile.comparesEffective()
        ? activityToSitting.effectiveBits() - sittingToActivity.effectiveBits()
        : activityToSitting.bits() - sittingToActivity.bits();
  }

  int fewerSamples() {
    return Math.min(activityToSitting.samples(), sittingToActivity.samples());
  }

  boolean isMissing() {
    return Double.isNaN(activityToSitting.bits()) || Double.isNaN(sittingToActivity.bits());
  }
}
