package io.sheaf.info;

import io.sheaf.info.internal.Xoshiro256PlusPlus;

/// Draws surrogate arrangements of the source states over the places of a [CellLayout]. Confined.
interface Rearrangement {
  /// The next arrangement: the source state at each place. Valid until the next call; the caller
  /// does not modify it.
  int[] next(Xoshiro256PlusPlus random);
}
