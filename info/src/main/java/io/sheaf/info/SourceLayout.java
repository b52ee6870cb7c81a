package io.sheaf.info;

import java.util.Arrays;

/// An order of the samples by stratum, then by source state. Immutable; arrays are shared, not
/// modified.
///
/// Each stratum begins with its rest, the samples of its most frequent source state. All others are
/// drawn, and the rest gets what remains.
final class SourceLayout {
  private final int[] samples;
  private final int[] groupStarts;
  private final Urns urns;

  /// The layout of samples in strata.
  ///
  /// @param strata stratum of each sample; equal pasts must have equal strata
  SourceLayout(Samples of, States strata) {
    States groups = strata.and(of.source());
    int n = groups.size();
    int[] size = groups.occurrences();
    int[] order = Places.sorted(groups.ids(), groups.count());
    int[] descending = Arrays.stream(groups.ids()).map(group -> n - size[group]).toArray();
    order = Places.sorted(order, descending, n);
    samples = Places.sorted(order, strata.ids(), strata.count());
    groupStarts = new int[n];
    for (int place = 1; place < n; place++) {
      boolean same = groups.ids()[samples[place]] == groups.ids()[samples[place - 1]];
      groupStarts[place] = same ? groupStarts[place - 1] : place;
    }
    int[] ends = Urns.ends(strata);
    int[] rests = new int[strata.count()];
    Arrays.setAll(rests, s -> size[groups.ids()[samples[s == 0 ? 0 : ends[s - 1]]]]);
    urns = new Urns(strata, rests);
  }

  /// The sample at each place.
  int[] samples() {
    return samples;
  }

  /// The first place with the source state and stratum of each place.
  int[] groupStarts() {
    return groupStarts;
  }

  /// What is drawn, by stratum.
  Urns urns() {
    return urns;
  }
}
