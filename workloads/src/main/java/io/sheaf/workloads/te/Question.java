package io.sheaf.workloads.te;

import io.sheaf.info.BiasCorrection;
import io.sheaf.info.series.Null;
import java.util.List;
import java.util.Optional;

/// What is asked about a table.
///
/// @param measure which information
/// @param estimation by which estimator, on which form of the values
/// @param histories how far back it looks
/// @param comparison with which null, and how many surrogates
public record Question(
    Measure measure, Estimation estimation, Histories histories, Comparison comparison) {
  /// The measures.
  public enum Measure {
    /// Transfer entropy.
    TE,
    /// Conditional transfer entropy.
    CTE,
    /// Mutual information.
    MI,
    /// Conditional mutual information.
    CMI,
    /// Active information storage.
    AIS,
    /// Multi-information.
    MULTI_INFO
  }

  /// The estimators.
  public enum Method {
    /// Counts symbols.
    DISCRETE,
    /// Covariances.
    GAUSSIAN,
    /// Nearest neighbours, algorithm 1.
    KSG1,
    /// Nearest neighbours, algorithm 2.
    KSG2,
    /// Ordinal patterns.
    SYMBOLIC
  }

  /// What is standardised.
  public enum Normalise {
    /// Nothing.
    NONE,
    /// Each embedded column over the samples.
    SAMPLE,
    /// Each column over all its rows, before embedding.
    SERIES
  }

  /// How values are estimated.
  ///
  /// @param neighbours K of KSG
  /// @param theiler window of KSG
  /// @param noise standard deviation of added noise, after normalisation of the series
  /// @param bins of each column; empty: the values are symbols already
  /// @param quantiles whether bins hold equal shares
  /// @param correction of discrete estimates
  /// @param unbiased whether the bias of the Gaussian estimate is subtracted
  public record Estimation(
      Method method,
      Normalise normalise,
      int neighbours,
      int theiler,
      double noise,
      Optional<Integer> bins,
      boolean quantiles,
      BiasCorrection correction,
      boolean unbiased) {}

  /// How far back.
  ///
  /// @param k rows of the target's past; length of patterns if symbolic
  /// @param l rows of the source
  /// @param tau rows from one to the next
  /// @param delays rows from source to target, at least one
  public record Histories(int k, int l, int tau, List<Integer> delays) {}

  /// What the value is compared with.
  ///
  /// @param how to make surrogates
  /// @param surrogates 0: no comparison
  /// @param enough ends drawing early; 0: never
  public record Comparison(Null how, int surrogates, int enough, long seed) {}

  /// The columns in their roles.
  public record Roles(List<String> source, List<String> target, List<String> condition) {
    /// Tells an answer from all others of its question, as in `group=ann/source=x,z/target=y`.
    ///
    /// @param group of rows, empty if there is one only
    public String id(String group) {
      String roles =
          "source=%s/target=%s".formatted(String.join(",", source), String.join(",", target));
      String id = group.isEmpty() ? roles : "group=" + group + "/" + roles;
      return id.replaceAll("\\p{Cntrl}", "?");
    }
  }
}
