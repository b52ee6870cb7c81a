package io.sheaf.info;

import io.sheaf.info.internal.Xoshiro256PlusPlus;

/// Permutes source states within strata that are contiguous in the layout, in place and only as far
/// as the counts depend on it. Each surrogate starts from the one before it: a uniform permutation
/// of any arrangement is uniform.
final class PermutedPlaces implements Rearrangement {
  private final Urns urns;
  private final int[] urn;

  PermutedPlaces(Samples samples, CellLayout layout) {
    urns = layout.urns();
    urn = Places.gather(samples.source().ids(), layout.samples());
  }

  @Override
  public int[] next(Xoshiro256PlusPlus random) {
    urns.draw(urn, random);
    return urn;
  }
}
