package io.sheaf.info;

import java.util.Arrays;

/// Blocks of samples that follow each other within a stratum and have equal block numbers. Arrays
/// are shared, not modified.
final class SampleBlocks {
  private final int[] samples;
  private final int[] ends;
  private final int[] strataEnds;

  SampleBlocks(States blocks, States strata) {
    samples = Places.sorted(strata.ids(), strata.count());
    strataEnds = new int[strata.count()];
    int[] end = new int[samples.length];
    int count = 0;
    for (int i = 0; i < samples.length; i++) {
      int stratum = strata.ids()[samples[i]];
      boolean opens =
          i == 0
              || strata.ids()[samples[i - 1]] != stratum
              || blocks.ids()[samples[i - 1]] != blocks.ids()[samples[i]];
      count += opens ? 1 : 0;
      end[count - 1] = i + 1;
      strataEnds[stratum] = count;
    }
    ends = Arrays.copyOf(end, count);
  }

  /// The samples by stratum, then time.
  int[] samples() {
    return samples;
  }

  /// The numbers of all blocks; a new array.
  int[] all() {
    int[] all = new int[ends.length];
    Arrays.setAll(all, b -> b);
    return all;
  }

  /// The number of the block after the last of each stratum.
  int[] strataEnds() {
    return strataEnds;
  }

  /// The position in [#samples()] where a block starts.
  int start(int block) {
    return block == 0 ? 0 : ends[block - 1];
  }

  /// The position in [#samples()] after the end of a block.
  int end(int block) {
    return ends[block];
  }
}
