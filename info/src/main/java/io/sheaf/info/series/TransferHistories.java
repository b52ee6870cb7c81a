package io.sheaf.info.series;

/// The histories that a transfer entropy looks at.
///
/// @param target the target's own past; its lag is at least 1
/// @param source the source's rows; its lag is the delay u, at least 1
/// @see <a href="https://doi.org/10.1371/journal.pone.0055809">Wibral et al. 2013 (delay u)</a>
public record TransferHistories(History target, History source) {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if a lag is below 1
  public TransferHistories {
    if (target.lag() < 1 || source.lag() < 1) {
      throw new IllegalArgumentException(
          "lags = %d, %d, expected lag >= 1".formatted(target.lag(), source.lag()));
    }
  }

  /// Histories of neighbouring rows.
  ///
  /// @param k rows of the target's past, at least 1
  /// @param l rows of the source, at least 1
  /// @param delay rows from the latest source row to the target row, at least 1
  /// @return the histories
  /// @throws IllegalArgumentException if a number is below 1
  public static TransferHistories of(int k, int l, int delay) {
    return new TransferHistories(new History(k, 1, 1), new History(l, 1, delay));
  }
}
