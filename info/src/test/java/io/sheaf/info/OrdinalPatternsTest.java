package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrdinalPatternsTest {
  private static int pattern(Ties rule, double... window) {
    return OrdinalPatterns.of(window, window.length, 1, rule, Segments.whole(window.length))
        .symbols()
        .at(0);
  }

  @Test
  void theSixPatternsStandInLexicographicOrder() {
    assertThat(pattern(Ties.BY_POSITION, 1, 2, 3)).isZero();
    assertThat(pattern(Ties.BY_POSITION, 1, 3, 2)).isEqualTo(1);
    assertThat(pattern(Ties.BY_POSITION, 2, 1, 3)).isEqualTo(2);
    assertThat(pattern(Ties.BY_POSITION, 2, 3, 1)).isEqualTo(3);
    assertThat(pattern(Ties.BY_POSITION, 3, 1, 2)).isEqualTo(4);
    assertThat(pattern(Ties.BY_POSITION, 3, 2, 1)).isEqualTo(5);
  }

  /// With ties by position a binary series shows a fall and hides a rise; equal ties show both.
  @Test
  void tiesByPositionHideARiseAndEqualTiesDoNot() {
    for (double[] rise : new double[][] {{0, 0, 0}, {0, 0, 1}, {0, 1, 1}, {1, 1, 1}}) {
      assertThat(pattern(Ties.BY_POSITION, rise)).isZero();
    }
    assertThat(pattern(Ties.BY_POSITION, 0, 1, 0)).isEqualTo(1);
    assertThat(pattern(Ties.BY_POSITION, 1, 0, 1)).isEqualTo(2);
    assertThat(pattern(Ties.BY_POSITION, 1, 1, 0)).isEqualTo(3);
    assertThat(pattern(Ties.BY_POSITION, 1, 0, 0)).isEqualTo(4);
    assertThat(pattern(Ties.EQUAL, 0, 0, 0)).isEqualTo(pattern(Ties.EQUAL, 7, 7, 7));
    assertThat(pattern(Ties.EQUAL, 0, 0, 1)).isNotEqualTo(pattern(Ties.EQUAL, 0, 1, 1));
    assertThat(pattern(Ties.EQUAL, 0, 0, 1)).isNotEqualTo(pattern(Ties.EQUAL, 0, 0, 0));
  }

  /// All windows over 0 … d-1: dense ranks in lexicographic order are the pattern numbers, and
  /// there are 3, 13, 75, 541 of them (OEIS A000670), or d! without ties.
  @Test
  void patternsAreNumberedInTheLexicographicOrderOfRanks() {
    int[] weakOrders = {3, 13, 75, 541};
    int[] permutations = {2, 6, 24, 120};
    for (int d = 2; d <= 5; d++) {
      for (Ties rule : Ties.values()) {
        TreeMap<String, Integer> numbers = new TreeMap<>();
        int size = d;
        for (int code = 0; code < Math.pow(d, d); code++) {
          int c = code;
          double[] window =
              IntStream.range(0, d).mapToDouble(i -> c / (int) Math.pow(size, i) % size).toArray();
          Integer before = numbers.put(ranks(window, rule), pattern(rule, window));
          assertThat(before == null || before == pattern(rule, window)).isTrue();
        }
        int expected = rule == Ties.EQUAL ? weakOrders[d - 2] : permutations[d - 2];
        assertThat(List.copyOf(numbers.values()))
            .isEqualTo(IntStream.range(0, expected).boxed().toList());
        double[] any = new double[d];
        assertThat(OrdinalPatterns.of(any, d, 1, rule, Segments.whole(d)).symbols().alphabet())
            .isEqualTo(expected);
      }
    }
  }

  private static String ranks(double[] window, Ties rule) {
    double[] keys =
        IntStream.range(0, window.length)
            .mapToDouble(i -> rule == Ties.EQUAL ? window[i] : window[i] + i * 1e-3)
            .toArray();
    double[] order = Arrays.stream(keys).distinct().sorted().toArray();
    return Arrays.toString(
        Arrays.stream(keys).mapToInt(v -> Arrays.binarySearch(order, v)).toArray());
  }

  @Test
  void windowsStayInsideTheirSegment() {
    double[] series = {5, 1, 2, 3, 9, 1, 7, 3, 2, 1};
    Segments s = Segments.of(10, new int[] {0, 4, 6}, new int[] {4, 6, 10});
    OrdinalPatterns patterns = OrdinalPatterns.of(series, 3, 1, Ties.BY_POSITION, s);
    assertThat(IntStream.range(0, patterns.symbols().length()).map(patterns.symbols()::at))
        .containsExactly(4, 0, 5, 5);
    assertThat(IntStream.range(0, 4).map(patterns::row)).containsExactly(2, 3, 8, 9);
    assertThat(patterns.segments().count()).isEqualTo(2);
    assertThat(patterns.segments().start(1)).isEqualTo(2);
    assertThat(OrdinalPatterns.of(series, 3, 1, Ties.EQUAL, Segments.whole(10)).symbols().length())
        .isEqualTo(8);
  }

  @Test
  void theDelaySpreadsTheWindow() {
    double[] series = {3, 0, 2, 0, 1, 9};
    OrdinalPatterns patterns =
        OrdinalPatterns.of(series, 3, 2, Ties.BY_POSITION, Segments.whole(6));
    assertThat(patterns.symbols().length()).isEqualTo(2);
    assertThat(patterns.symbols().at(0)).isEqualTo(5);
    assertThat(patterns.row(0)).isEqualTo(4);
    assertThat(OrdinalPatterns.of(series, 3, 3, Ties.EQUAL, Segments.whole(6)).symbols().length())
        .isZero();
  }

  @Test
  void theGreatestDimensionsFitIntoAnInt() {
    double[] up = IntStream.range(0, 12).mapToDouble(i -> i).toArray();
    double[] down = IntStream.range(0, 12).mapToDouble(i -> -i).toArray();
    assertThat(pattern(Ties.BY_POSITION, up)).isZero();
    assertThat(pattern(Ties.BY_POSITION, down)).isEqualTo(479_001_599);
    assertThat(OrdinalPatterns.of(up, 11, 1, Ties.EQUAL, Segments.whole(12)).symbols().alphabet())
        .isEqualTo(1_622_632_573);
    assertThat(pattern(Ties.EQUAL, Arrays.copyOf(down, 11))).isEqualTo(1_622_632_572);
  }

  @Test
  void misuseNamesTheValueAndTheBound() {
    double[] series = {1, Double.NaN, 2};
    assertThatThrownBy(() -> pattern(Ties.EQUAL, series))
        .hasMessage("series[1] = NaN, expected a number");
    Segments whole = Segments.whole(3);
    assertThatThrownBy(() -> OrdinalPatterns.of(series, 1, 1, Ties.EQUAL, whole))
        .hasMessage("dimension = 1, expected 2 <= dimension <= 11 for EQUAL");
    assertThatThrownBy(() -> OrdinalPatterns.of(series, 2, 0, Ties.EQUAL, whole))
        .hasMessage("delay = 0, expected delay >= 1");
    assertThatThrownBy(() -> OrdinalPatterns.of(series, 2, 1, Ties.EQUAL, Segments.whole(4)))
        .hasMessage("series of 3 rows, expected 4 like the segments");
  }
}
