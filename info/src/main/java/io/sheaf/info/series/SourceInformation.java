package io.sheaf.info.series;

/// The information of observations as a function of their source, everything else being ready, so
/// that a surrogate costs no more than it must. Thread-safe.
@FunctionalInterface
interface SourceInformation {
  /// The information with another source in place.
  ///
  /// @param source columns like those of the observations; not modified
  double nats(double[][] source);

  static SourceInformation of(Observations observations, Estimator estimator) {
    return switch (estimator) {
      case GaussianEstimator gaussian -> gaussian.prepared(observations);
      case KsgEstimator ksg -> ksg.prepared(observations);
      case DiscreteEstimator discrete -> discrete.prepared(observations);
    };
  }
}
