package io.sheaf.info;

import io.sheaf.info.internal.Xoshiro256PlusPlus;

/// Permutes source states within strata that cut across pasts.
final class PermutedStrata implements Rearrangement {
  private final int[] urn;
  private final int[] placeOf;
  private final int[] strataSizes;
  private final int[] places;

  PermutedStrata(Samples samples, CellLayout layout, States strata) {
    int[] byStratum = Places.sorted(strata.ids(), strata.count());
    urn = Places.gather(samples.source().ids(), byStratum);
    placeOf = Places.gather(Places.inverse(layout.samples()), byStratum);
    strataSizes = strata.occurrences();
    places = new int[urn.length];
  }

  @Override
  public int[] next(Xoshiro256PlusPlus random) {
    int start = 0;
    for (int size : strataSizes) {
      random.draw(urn, start, start + size, 0);
      start += size;
    }
    for (int i = 0; i < urn.length; i++) {
      places[placeOf[i]] = urn[i];
    }
    return places;
  }
}
