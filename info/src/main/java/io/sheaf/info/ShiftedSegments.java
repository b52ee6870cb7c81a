package io.sheaf.info;

import io.sheaf.info.internal.Xoshiro256PlusPlus;

/// Moves the source states of each segment on around a circle.
final class ShiftedSegments implements Rearrangement {
  private final int[] ends;
  private final int[] sources;
  private final int[] shifted;
  private final int[] sampleAt;
  private final int[] places;

  /// @param ends number of the sample after the last of each segment
  ShiftedSegments(Samples samples, CellLayout layout, int[] ends) {
    this.ends = ends;
    sources = samples.source().ids();
    shifted = new int[sources.length];
    sampleAt = layout.samples();
    places = new int[sources.length];
  }

  @Override
  public int[] next(Xoshiro256PlusPlus random) {
    int start = 0;
    for (int end : ends) {
      int shift = random.below(end - start);
      System.arraycopy(sources, start, shifted, start + shift, end - start - shift);
      System.arraycopy(sources, end - shift, shifted, start, shift);
      start = end;
    }
    for (int place = 0; place < places.length; place++) {
      places[place] = shifted[sampleAt[place]];
    }
    return places;
  }
}
