package io.sheaf.info;

import io.sheaf.info.internal.Xoshiro256PlusPlus;

/// Permutes blocks of source states within strata.
final class PermutedBlocks implements Rearrangement {
  private final SampleBlocks blocks;
  private final int[] sources;
  private final int[] placeOf;
  private final int[] order;
  private final int[] places;

  PermutedBlocks(Samples samples, CellLayout layout, SampleBlocks blocks) {
    this.blocks = blocks;
    sources = Places.gather(samples.source().ids(), blocks.samples());
    placeOf = Places.gather(Places.inverse(layout.samples()), blocks.samples());
    order = blocks.all();
    places = new int[sources.length];
  }

  @Override
  public int[] next(Xoshiro256PlusPlus random) {
    int start = 0;
    for (int end : blocks.strataEnds()) {
      random.draw(order, start, end, 0);
      start = end;
    }
    int position = 0;
    for (int block : order) {
      for (int i = blocks.start(block); i < blocks.end(block); i++) {
        places[placeOf[position++]] = sources[i];
      }
    }
    return places;
  }
}
