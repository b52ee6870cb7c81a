package io.sheaf.info;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GrangerCausalityTest {
  private final Random random = Seeds.random(GrangerCausalityTest.class);

  private static List<String> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    GrangerCausalityTest.class.getResourceAsStream("granger.csv")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  private static double[] column(List<String> lines, int column) {
    return lines.stream()
        .filter(line -> !line.startsWith("result"))
        .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[column]))
        .toArray();
  }

  private static Segments segments(String ranges, int length) {
    int[][] parsed =
        Arrays.stream(ranges.split(" ", -1))
            .map(range -> Arrays.stream(range.split("-", -1)).mapToInt(Integer::parseInt).toArray())
            .toArray(int[][]::new);
    return Segments.of(
        length,
        Arrays.stream(parsed).mapToInt(range -> range[0]).toArray(),
        Arrays.stream(parsed).mapToInt(range -> range[1]).toArray());
  }

  @Test
  void agreesWithTheReferenceFile() throws IOException {
    List<String> lines = lines();
    double[] x = column(lines, 0);
    double[] y = column(lines, 1);
    List<String> results = lines.stream().filter(line -> line.startsWith("result")).toList();
    assertThat(results).hasSize(2);
    for (String line : results) {
      String[] cell = line.split(",", -1);
      GrangerCausality test =
          GrangerCausality.pairwise(x, y, segments(cell[1], x.length), Integer.parseInt(cell[2]));
      assertThat(test.lag()).isEqualTo(Integer.parseInt(cell[3]));
      assertThat(test.rows()).isEqualTo(Integer.parseInt(cell[4]));
      assertThat(test.fXToY()).isEqualTo(Double.parseDouble(cell[5]), within(1e-9));
      assertThat(test.pXToY()).isEqualTo(Double.parseDouble(cell[6]), within(1e-14));
      assertThat(test.fYToX()).isEqualTo(Double.parseDouble(cell[7]), within(1e-9));
      assertThat(test.pYToX()).isEqualTo(Double.parseDouble(cell[8]), within(1e-10));
    }
  }

  @Test
  void exchangingTheSeriesExchangesTheDirections() throws IOException {
    List<String> lines = lines();
    Segments whole = Segments.whole(160);
    GrangerCausality one = GrangerCausality.pairwise(column(lines, 0), column(lines, 1), whole, 5);
    GrangerCausality other =
        GrangerCausality.pairwise(column(lines, 1), column(lines, 0), whole, 5);
    assertThat(other.lag()).isEqualTo(one.lag());
    assertThat(other.pXToY()).isEqualTo(one.pYToX(), within(1e-12));
    assertThat(other.pYToX()).isEqualTo(one.pXToY(), within(1e-12));
  }

  /// 1,000 tests of independent noise: standard error at 0.05 is 0.007.
  @Test
  void falsePositivesAreAsManyAsPromised() {
    int rejected = 0;
    for (int i = 0; i < 1000; i++) {
      double[] x = random.doubles(100).map(u -> random.nextGaussian()).toArray();
      double[] y = random.doubles(100).map(u -> random.nextGaussian()).toArray();
      rejected += GrangerCausality.pairwise(x, y, Segments.whole(100), 1).pXToY() <= 0.05 ? 1 : 0;
    }
    assertThat(rejected / 1000.0).isEqualTo(0.05, within(0.03));
  }

  /// y repeats x after two rows, so that from lag 3 on the regressors depend on each other.
  @Test
  void aPerfectCopyIsFoundAtItsLag() {
    double[] x = random.doubles(200).toArray();
    double[] y = new double[200];
    System.arraycopy(x, 0, y, 2, 198);
    GrangerCausality test = GrangerCausality.pairwise(x, y, Segments.whole(200), 6);
    assertThat(test.lag()).isGreaterThanOrEqualTo(2);
    assertThat(test.pXToY()).isLessThan(1e-100);
    assertThat(test.pYToX()).isGreaterThan(0.001);
  }

  @Test
  void shortOrConstantSeriesAreNotTested() {
    double[] noise = random.doubles(60).toArray();
    assertThat(GrangerCausality.pairwise(noise, new double[60], Segments.whole(60), 2).lag())
        .isZero();
    GrangerCausality shortOne = GrangerCausality.pairwise(noise, noise, Segments.whole(60), 11);
    assertThat(shortOne.lag()).isZero();
    assertThat(shortOne.pXToY()).isNaN();
    assertThat(shortOne.fYToX()).isNaN();
  }

  @Test
  void misuseNamesTheValueAndTheBound() {
    double[] x = new double[60];
    Segments whole = Segments.whole(60);
    assertThatThrownBy(() -> GrangerCausality.pairwise(x, x, whole, 0))
        .hasMessage("maxLag = 0, expected maxLag >= 1");
    assertThatThrownBy(() -> GrangerCausality.pairwise(x, new double[59], whole, 1))
        .hasMessage("series of 60 and 59 rows, expected 60 like the segments");
    double[] broken = new double[60];
    broken[7] = Double.NaN;
    assertThatThrownBy(() -> GrangerCausality.pairwise(x, broken, whole, 1))
        .hasMessage("y[7] = NaN, expected a finite number");
  }
}
