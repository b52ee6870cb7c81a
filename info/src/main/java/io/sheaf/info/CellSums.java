package io.sheaf.info;

import io.sheaf.info.internal.Xoshiro256PlusPlus;

/// Sums of surrogates that lay source states over the places of a [CellLayout].
record CellSums(CellLayout layout, Rearrangement rearrangement, CellCounter counter, long observed)
    implements SurrogateSums {

  static CellSums of(
      Samples samples, CellLayout layout, Rearrangement rearrangement, FixedPointEntropy entropy) {
    CellCounter counter = new CellCounter(layout.runs(), samples.distinctSources(), entropy);
    int[] sources = Places.gather(samples.source().ids(), layout.samples());
    return new CellSums(layout, rearrangement, counter, counter.sum(sources));
  }

  @Override
  public long next(Xoshiro256PlusPlus random) {
    return counter.sum(rearrangement.next(random));
  }
}
