package io.sheaf.info.series;

import java.util.List;

/// A way to estimate information from samples, in nats. Immutable, thread-safe.
///
/// For active information, transfer entropy and their conditional forms, make the [Observations]
/// accordingly. Corrected estimates may be negative.
public sealed interface Estimator permits GaussianEstimator, KsgEstimator, DiscreteEstimator {
  /// The information I(target; source | condition).
  ///
  /// @param observations the samples
  /// @return nats
  /// @throws IllegalArgumentException if there are too few samples or they do not fit the estimator
  double nats(Observations observations);

  /// What each sample contributes; the mean is the information before any correction of bias.
  ///
  /// @param observations the samples
  /// @return nats of each sample, in their order; negative where the source misleads
  /// @throws IllegalArgumentException if there are too few samples or they do not fit the estimator
  /// @see <a href="https://doi.org/10.1103/PhysRevE.77.026110">Lizier, Prokopenko, Zomaya 2008</a>
  double[] localNats(Observations observations);

  /// The joint entropy of all dimensions of a variable. For real values it is a differential
  /// entropy, which depends on their unit and may be negative.
  ///
  /// @param variable the variable, taken row by row
  /// @return nats
  /// @throws IllegalArgumentException if there are too few rows or they do not fit the estimator
  double entropyNats(Variable variable);

  /// The multi-information (total correlation), the sum of the entropies of the variables less
  /// their joint entropy.
  ///
  /// @param variables at least 2, of equal length, each of any dimension
  /// @return nats
  /// @throws IllegalArgumentException if there are too few rows or variables
  /// @see <a href="https://doi.org/10.1147/rd.41.0066">Watanabe 1960</a>
  double multiInformationNats(List<Variable> variables);

  /// A name that says what it is and how it is set.
  ///
  /// @return such as `ksg1 (K = 4)`
  String describe();
}
