package io.sheaf.info;

import io.sheaf.info.internal.Xoshiro256PlusPlus;

/// The sum that tells surrogates apart: c log2(c) over the counts of (next, source, past), less
/// those of (source, past), but for a constant of the implementation. Confined to one thread.
sealed interface SurrogateSums permits CellSums, SourceSums {
  /// The sum of the samples as they are.
  long observed();

  /// The sum of the next surrogate.
  long next(Xoshiro256PlusPlus random);
}
