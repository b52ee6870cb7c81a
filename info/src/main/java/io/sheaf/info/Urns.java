package io.sheaf.info;

import io.sheaf.info.internal.Xoshiro256PlusPlus;
import java.util.Arrays;

/// Contiguous places from which is drawn without replacement, one urn a stratum. Immutable; owns
/// its arrays.
///
/// Each urn begins with its rest, places that are not drawn and get what remains.
final class Urns {
  private final int[] ends;
  private final int[] rests;

  /// Takes the rests over.
  ///
  /// @param strata stratum of each sample; urns follow each other in the order of the strata
  /// @param rests places at the start of each urn that are not drawn
  Urns(States strata, int[] rests) {
    ends = ends(strata);
    this.rests = rests;
  }

  /// The place after the last of each stratum, if strata follow each other.
  static int[] ends(States strata) {
    int[] ends = strata.occurrences();
    Arrays.parallelPrefix(ends, Integer::sum);
    return ends;
  }

  int count() {
    return rests.length;
  }

  /// The first place that is drawn.
  int firstDrawn(int urn) {
    return start(urn) + rests[urn];
  }

  /// The place after the last.
  int end(int urn) {
    return ends[urn];
  }

  /// The number of places that are drawn.
  int drawn() {
    return Arrays.stream(ends).max().orElse(0) - Arrays.stream(rests).sum();
  }

  /// Draws anew what lies at the places.
  void draw(int[] content, Xoshiro256PlusPlus random) {
    for (int urn = 0; urn < rests.length; urn++) {
      random.draw(content, start(urn), ends[urn], rests[urn]);
    }
  }

  private int start(int urn) {
    return urn == 0 ? 0 : ends[urn - 1];
  }
}
