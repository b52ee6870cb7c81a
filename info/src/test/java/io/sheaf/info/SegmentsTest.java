package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  @Test
  void theFirstRowAlwaysBeginsASegment() {
    Segments s = Segments.startingAt(new boolean[] {false, false, true, true, false});
    assertThat(s.count()).isEqualTo(3);
    assertThat(IntStream.range(0, 3).map(s::start)).containsExactly(0, 2, 3);
    assertThat(IntStream.range(0, 3).map(s::end)).containsExactly(2, 3, 5);
    assertThat(s.length()).isEqualTo(5);
  }

  @Test
  void noRowsAreNoSegments() {
    assertThat(Segments.whole(0).count()).isZero();
    assertThat(Segments.startingAt(new boolean[0]).count()).isZero();
    assertThat(Segments.whole(4).end(0)).isEqualTo(4);
  }

  @Test
  void segmentsThatOverlapOrLeaveTheSeriesAreRejected() {
    assertThatThrownBy(() -> Segments.of(9, new int[] {0, 3}, new int[] {4, 9}))
        .hasMessage("segment 1 = [3, 9), expected 4 <= start < end <= length (length = 9)");
    assertThatThrownBy(() -> Segments.of(9, new int[] {2}, new int[] {2}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Segments.of(9, new int[] {2}, new int[] {10}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Segments.of(9, new int[] {2}, new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Segments.whole(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  /// x = 0 0 | 1 1 | 0 0 | … never changes inside a segment: its past tells all there is. Histories
  /// over the borders would see x alternate and give 1 bit to two rows of past, and none to one.
  @Test
  void historiesDoNotReachOverBorders() {
    int n = 80;
    int[] values = IntStream.range(0, n).map(t -> t / 2 % 2).toArray();
    boolean[] starts = new boolean[n];
    for (int t = 0; t < n; t += 2) {
      starts[t] = true;
    }
    Symbols x = Symbols.of(values);
    assertThat(Samples.activeInformation(x, 1, Segments.startingAt(starts)).size()).isEqualTo(40);
    assertThat(DiscreteInformation.activeInformationBits(x, 1, Segments.startingAt(starts)))
        .isEqualTo(1);
    assertThat(DiscreteInformation.activeInformationBits(x, 1, Segments.whole(n))).isLessThan(0.01);
    assertThat(DiscreteInformation.activeInformationBits(x, 2, Segments.startingAt(starts)))
        .isNaN();
  }

  @Test
  void rowsOutsideSegmentsAreNeverTargetsNorHistory() {
    Symbols x = Symbols.of(new int[] {0, 1, 0, 1, 0, 1, 0, 1, 0, 1});
    Segments s = Segments.of(10, new int[] {1, 6}, new int[] {4, 9});
    Samples samples = Samples.transfer(x, x, new Embedding(1, 1, 2), s);
    assertThat(IntStream.range(0, samples.size()).map(samples::time)).containsExactly(3, 8);
  }
}
