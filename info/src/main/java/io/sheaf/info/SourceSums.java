package io.sheaf.info;

import io.sheaf.info.internal.Xoshiro256PlusPlus;
import java.util.Arrays;

/// The hot loop where one source state is frequent: draws cells over the places of a
/// [SourceLayout], which is the same as drawing sources over cells, and counts the drawn places
/// only. Confined to one thread.
///
/// Each surrogate begins as if every sample had the most frequent source state of its stratum; that
/// is the constant left out of the sum. A drawn place takes its sample from there and gives it to
/// the state of the place. Counts are tagged as in [CellCounter]. Each surrogate permutes the one
/// before it: a uniform permutation of any arrangement is uniform.
///
/// The readable twin is in the tests.
final class SourceSums implements SurrogateSums {
  private final SourceLayout layout;
  private final int[] cells;
  private final int[] tags;
  private final int[] pastOf;
  private final int[] cellSizes;
  private final int[] pastSizes;
  private final long[] increments;
  private final int[] restInCell;
  private final int[] restInPast;
  private final int[] inCell;
  private final int[] inPast;
  private final long observed;

  SourceSums(Samples samples, SourceLayout layout, FixedPointEntropy entropy) {
    this.layout = layout;
    States joint = samples.past().and(samples.next());
    cells = Places.gather(joint.ids(), layout.samples());
    tags = layout.groupStarts();
    pastOf = new int[joint.count()];
    for (int i = 0; i < joint.size(); i++) {
      pastOf[joint.ids()[i]] = samples.past().ids()[i];
    }
    cellSizes = joint.occurrences();
    pastSizes = samples.past().occurrences();
    increments = entropy.increments();
    restInCell = new int[cellSizes.length];
    restInPast = new int[pastSizes.length];
    inCell = new int[cellSizes.length];
    inPast = new int[pastSizes.length];
    observed = sum();
  }

  /// The cell of (past, next) at each place; changes with each surrogate.
  int[] cells() {
    return cells;
  }

  SourceLayout layout() {
    return layout;
  }

  @Override
  public long observed() {
    return observed;
  }

  @Override
  public long next(Xoshiro256PlusPlus random) {
    layout.urns().draw(cells, random);
    return sum();
  }

  private long sum() {
    System.arraycopy(cellSizes, 0, restInCell, 0, cellSizes.length);
    System.arraycopy(pastSizes, 0, restInPast, 0, pastSizes.length);
    Arrays.fill(inCell, 0);
    Arrays.fill(inPast, 0);
    long sum = 0;
    Urns urns = layout.urns();
    for (int urn = 0; urn < urns.count(); urn++) {
      sum += moved(urns.firstDrawn(urn), urns.end(urn));
    }
    return sum;
  }

  /// What the sum changes by as the samples at these places leave the rest.
  private long moved(int start, int end) {
    long[] increment = increments;
    long sum = 0;
    for (int i = start; i < end; i++) {
      int cell = cells[i];
      int past = pastOf[cell];
      int tag = tags[i];
      int c = Math.max(inCell[cell], tag);
      int p = Math.max(inPast[past], tag);
      inCell[cell] = c + 1;
      inPast[past] = p + 1;
      sum += increment[c - tag] - increment[p - tag];
      sum += increment[--restInPast[past]] - increment[--restInCell[cell]];
    }
    return sum;
  }
}
