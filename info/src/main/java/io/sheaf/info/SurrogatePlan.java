package io.sheaf.info;

import java.util.Arrays;

/// Surrogates made ready for samples: how to draw and count them, and how many there are.
record SurrogatePlan(SurrogateSums sums, double distinct) {
  /// What a place of a [SourceLayout] costs, in places of a [CellLayout]. Found by measurement of
  /// 96 series: from this ratio on, none was slower by source.
  private static final double COST_BY_SOURCE = 1.4;

  static SurrogatePlan of(Samples samples, Surrogates surrogates, FixedPointEntropy entropy) {
    return switch (surrogates) {
      case Surrogates.Permutation p -> permutation(samples, p.strata(), entropy);
      case Surrogates.CircularShift() -> circularShift(samples, entropy);
      case Surrogates.BlockPermutation p -> blocks(samples, p, entropy);
    };
  }

  private static SurrogatePlan permutation(
      Samples samples, int[] rowStrata, FixedPointEntropy entropy) {
    States strata =
        rowStrata.length == 0
            ? States.single(samples.size())
            : atTargets(samples, rowStrata, "strata");
    double distinct = orders(samples.source(), strata);
    if (samples.past().and(strata).count() == samples.past().count()) {
      return new SurrogatePlan(quickest(samples, strata, entropy), distinct);
    }
    CellLayout layout = unstratified(samples);
    Rearrangement order = new PermutedStrata(samples, layout, strata);
    return new SurrogatePlan(CellSums.of(samples, layout, order, entropy), distinct);
  }

  private static SurrogateSums quickest(Samples samples, States strata, FixedPointEntropy entropy) {
    CellLayout byCell = new CellLayout(samples, strata);
    SourceLayout bySource = new SourceLayout(samples, strata);
    return bySource.urns().drawn() * COST_BY_SOURCE < byCell.urns().drawn()
        ? new SourceSums(samples, bySource, entropy)
        : CellSums.of(samples, byCell, new PermutedPlaces(samples, byCell), entropy);
  }

  private static SurrogatePlan circularShift(Samples samples, FixedPointEntropy entropy) {
    int[] end = new int[samples.size()];
    int count = 0;
    double distinct = 1;
    for (int i = 0; i < end.length; i++) {
      if (i + 1 == end.length || samples.segment(i + 1) != samples.segment(i)) {
        distinct *= i + 1 - (count == 0 ? 0 : end[count - 1]);
        end[count++] = i + 1;
      }
    }
    CellLayout layout = unstratified(samples);
    int[] ends = Arrays.copyOf(end, count);
    Rearrangement order = new ShiftedSegments(samples, layout, ends);
    return new SurrogatePlan(CellSums.of(samples, layout, order, entropy), distinct);
  }

  private static SurrogatePlan blocks(
      Samples samples, Surrogates.BlockPermutation permutation, FixedPointEntropy entropy) {
    SampleBlocks blocks =
        new SampleBlocks(
            atTargets(samples, permutation.blocks(), "blocks"),
            atTargets(samples, permutation.strata(), "strata"));
    double distinct = 1;
    int start = 0;
    for (int end : blocks.strataEnds()) {
      for (int i = 2; i <= end - start; i++) {
        distinct *= i;
      }
      start = end;
    }
    CellLayout layout = unstratified(samples);
    Rearrangement order = new PermutedBlocks(samples, layout, blocks);
    return new SurrogatePlan(CellSums.of(samples, layout, order, entropy), distinct);
  }

  private static CellLayout unstratified(Samples samples) {
    return new CellLayout(samples, States.single(samples.size()));
  }

  private static States atTargets(Samples samples, int[] rows, String name) {
    int last = samples.time(samples.size() - 1);
    if (rows.length <= last) {
      throw new IllegalArgumentException(
          "%s for %d rows, expected more than %d (the last target row)"
              .formatted(name, rows.length, last));
    }
    int[] values = new int[samples.size()];
    Arrays.setAll(values, i -> rows[samples.time(i)]);
    return States.of(values);
  }

  /// The number of different orders of the source states within strata, a product of multinomial
  /// coefficients. Sample by sample: each step leaves a whole number, exact up to 2^53.
  private static double orders(States source, States strata) {
    States cells = strata.and(source);
    int[] inStratum = new int[strata.count()];
    int[] inCell = new int[cells.count()];
    double orders = 1;
    for (int i = 0; i < source.size(); i++) {
      orders = orders * ++inStratum[strata.ids()[i]] / ++inCell[cells.ids()[i]];
    }
    return orders;
  }
}
