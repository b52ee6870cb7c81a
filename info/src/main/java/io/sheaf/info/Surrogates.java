package io.sheaf.info;

/// How source histories are rearranged to show what chance alone would give.
///
/// The source state of every sample is kept whole and the (next, past) of every sample stays where
/// it is. Which rearrangement is valid depends on the series, not on taste: see each case.
public sealed interface Surrogates {
  /// Every order of the source states is as likely: valid if successive source states are
  /// independent given the past, too eager if the series are autocorrelated beyond it. Immutable.
  final class Permutation implements Surrogates {
    private final int[] strata;

    private Permutation(int[] strata) {
      this.strata = strata;
    }

    /// Permutation over all samples.
    ///
    /// @return the rearrangement
    public static Permutation free() {
      return new Permutation(new int[0]);
    }

    /// Permutation of samples with the same stratum only, which keeps the dependence of the source
    /// on the stratum. As fast as the free one if the past determines the stratum.
    ///
    /// @param strata any number for each row of the series, looked up at the target row; copied
    /// @return the rearrangement
    /// @throws IllegalArgumentException if there is no row
    public static Permutation within(int[] strata) {
      if (strata.length == 0) {
        throw new IllegalArgumentException("strata for 0 rows, expected at least 1 row");
      }
      return new Permutation(strata.clone());
    }

    /// The number for each row; empty for a free permutation. Not modified.
    int[] strata() {
      return strata;
    }
  }

  /// The source states of each segment are moved on around a circle, by a number of samples that is
  /// uniform from 0 to the samples of the segment less one, and drawn for each segment: keeps all
  /// autocorrelation but for one seam in each segment. Valid for stationary segments.
  ///
  /// @see <a href="https://doi.org/10.1016/S0167-2789(00)00043-9">Schreiber, Schmitz 2000</a>
  record CircularShift() implements Surrogates {}

  /// Blocks of source states change places. Within each stratum the samples stand in order of time,
  /// and consecutive ones with the same block number form a block; the blocks are put in a random
  /// order and their source states laid over the samples of the stratum, in order. Keeps the
  /// autocorrelation inside blocks and the dependence of the source on the stratum. Valid if blocks
  /// of a stratum are exchangeable; a stratum with one block does not move. Immutable.
  final class BlockPermutation implements Surrogates {
    private final int[] blocks;
    private final int[] strata;

    /// Blocks within strata.
    ///
    /// @param blocks any number for each row of the series, looked up at the target row; copied
    /// @param strata any number for each row of the series, looked up at the target row; copied
    /// @throws IllegalArgumentException if the lengths differ
    public BlockPermutation(int[] blocks, int[] strata) {
      if (blocks.length != strata.length) {
        throw new IllegalArgumentException(
            "blocks for %d rows and strata for %d, expected as many"
                .formatted(blocks.length, strata.length));
      }
      this.blocks = blocks.clone();
      this.strata = strata.clone();
    }

    /// Blocks of the whole series.
    ///
    /// @param blocks any number for each row of the series, looked up at the target row; copied
    public BlockPermutation(int[] blocks) {
      this(blocks, new int[blocks.length]);
    }

    /// Not modified.
    int[] blocks() {
      return blocks;
    }

    /// Not modified.
    int[] strata() {
      return strata;
    }
  }
}
