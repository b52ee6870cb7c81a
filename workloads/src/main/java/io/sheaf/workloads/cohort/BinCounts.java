package io.sheaf.workloads.cohort;

import io.sheaf.info.Samples;
import io.sheaf.info.Symbols;

/// How many samples have their target row in each bin.
final class BinCounts {
  private BinCounts() {}

  static int[] of(Samples samples, Symbols bins) {
    int[] counts = new int[bins.alphabet()];
    for (int i = 0; i < samples.size(); i++) {
      counts[bins.at(samples.time(i))]++;
    }
    return counts;
  }

  /// Those that a task's histories leave.
  static int[] of(Methods.Task task) {
    return of(task.samples(), task.series().condition());
  }
}
