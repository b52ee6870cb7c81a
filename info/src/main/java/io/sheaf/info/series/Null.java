package io.sheaf.info.series;

/// How a source is made that tells nothing new about the target but is like the observed one
/// otherwise. Which one is valid depends on the series, not on taste: see each case.
///
/// All but [Iaaft] rearrange the source histories of the samples as wholes.
public sealed interface Null {
  /// Every order of the samples. Valid if successive samples of the source are independent given
  /// the condition; too eager if the series are autocorrelated beyond it.
  record Permutation() implements Null {}

  /// All samples of each segment move on around a circle by a uniform number, at least `least` in
  /// both directions. Keeps the autocorrelation of the source but for one seam. Valid for
  /// stationary series that are long beside their autocorrelation time.
  ///
  /// No shift comes twice before all have come and the observed order with them, so that p is about
  /// 1/n at least, however many surrogates of n samples are drawn.
  ///
  /// @param least smallest shift, at least 1; where a segment has no room for it, 1 is used
  /// @see <a href="https://doi.org/10.1016/S0167-2789(00)00043-9">Schreiber, Schmitz 2000</a>
  record CircularShift(int least) implements Null {
    /// Checks the bound.
    ///
    /// @throws IllegalArgumentException if least < 1
    public CircularShift {
      if (least < 1) {
        throw new IllegalArgumentException("least = " + least + ", expected least >= 1");
      }
    }
  }

  /// Blocks of successive samples change places; the last one of a segment may be shorter. Keeps
  /// the autocorrelation inside blocks. Valid if blocks are exchangeable: about stationary, and
  /// longer than the autocorrelation time.
  ///
  /// @param length samples of a block, at least 1
  /// @see <a href="https://doi.org/10.1214/aos/1176347265">Künsch 1989</a>
  record Blocks(int length) implements Null {
    /// Checks the bound.
    ///
    /// @throws IllegalArgumentException if length < 1
    public Blocks {
      if (length < 1) {
        throw new IllegalArgumentException("length = " + length + ", expected length >= 1");
      }
    }
  }

  /// New source series with the values of the observed one and, nearly, its spectrum and those
  /// between its dimensions, segment by segment (iterative amplitude-adjusted Fourier transform).
  /// Valid for sources that are a monotonic function of a stationary linear Gaussian process. For
  /// real values, not for symbols.
  ///
  /// @see <a href="https://doi.org/10.1103/PhysRevLett.77.635">Schreiber, Schmitz 1996</a>
  /// @see <a href="https://doi.org/10.1016/S0167-2789(00)00043-9">Schreiber, Schmitz 2000</a>
  record Iaaft() implements Null {}

  /// What to call it.
  ///
  /// @return such as `circular shift`
  default String describe() {
    return switch (this) {
      case Permutation() -> "permutation";
      case CircularShift(int least) ->
          "circular shift" + (least == 1 ? "" : " by at least " + least);
      case Blocks(int length) -> "permutation of blocks of " + length;
      case Iaaft() -> "IAAFT";
    };
  }
}
