package io.sheaf.info;

/// Draws surrogate arrangements of the source states over the places of a [CellLayout]. Confined.
interface Rearrangement {
  /// The next arrangement: the source state at each place. Valid until the next call; the caller
  /// does not modify it.
  int[] next(Xoshiro256PlusPlus random);
}
