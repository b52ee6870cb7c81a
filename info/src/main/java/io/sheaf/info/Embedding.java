package io.sheaf.info;

/// How much history a transfer entropy looks at. With the target value at row t:
/// - its past: rows t - targetHistory … t - 1 of the target,
/// - the source state: rows t - delay - sourceHistory + 1 … t - delay of the source.
///
/// @param targetHistory k, rows of the target's own past; 0 gives lagged mutual information
/// @param sourceHistory l, rows of the source, at least 1
/// @param delay rows from the last source row to the target row, at least 1
public record Embedding(int targetHistory, int sourceHistory, int delay) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if targetHistory < 0, sourceHistory < 1 or delay < 1
  public Embedding {
    if (targetHistory < 0) {
      throw new IllegalArgumentException(
          "targetHistory = " + targetHistory + ", expected targetHistory >= 0");
    }
    if (sourceHistory < 1) {
      throw new IllegalArgumentException(
          "sourceHistory = " + sourceHistory + ", expected sourceHistory >= 1");
    }
    if (delay < 1) {
      throw new IllegalArgumentException("delay = " + delay + ", expected delay >= 1");
    }
  }

  /// Rows before the target row that a sample needs.
  long reach() {
    return Math.max(targetHistory, (long) delay + sourceHistory - 1);
  }
}
