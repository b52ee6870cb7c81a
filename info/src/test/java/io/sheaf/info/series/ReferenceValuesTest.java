package io.sheaf.info.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceValuesTest {
  private static final double[] NONE = {};

  private static List<String[]> triple() throws IOException {
    try (var in =
        Objects.requireNonNull(ReferenceValuesTest.class.getResourceAsStream("triple.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", -1))
          .toList();
    }
  }

  private static Variable column(List<String[]> rows, String name) {
    int column = "xyz".indexOf(name);
    return Variable.of(
        rows.stream()
            .filter(row -> row.length == 3)
            .mapToDouble(row -> Double.parseDouble(row[column]))
            .toArray());
  }

  /// Both sides are exact but for rounding.
  @Test
  void agreesWithAnIndependentProgram() throws IOException {
    List<String[]> rows = triple();
    List<String[]> results = rows.stream().filter(row -> row.length > 3).toList();
    assertThat(results).hasSize(20);
    for (String[] row : results) {
      int[] numbers = IntStream.range(5, 10).map(i -> Integer.parseInt(row[i])).toArray();
      Variable target = column(rows, row[3]);
      Observations o =
          Observations.transfer(
              column(rows, row[2]),
              target,
              TransferHistories.of(numbers[0], numbers[1], numbers[2]),
              Rows.of(target));
      Observations all =
          row[4].isEmpty() ? o : o.given(List.of(Lagged.row(column(rows, row[4]), 1)));
      Estimator estimator =
          row[1].equals("gaussian")
              ? new GaussianEstimator(false)
              : new KsgEstimator(row[1].charAt(3) - '0', numbers[3], numbers[4], Workers.calling());
      assertThat(estimator.nats(all))
          .as(String.join(",", row))
          .isEqualTo(Double.parseDouble(row[10]), within(1e-9));
    }
  }

  /// Values published for the public series of the JIDT demos, of TRENTOOL for KSG and of JIDT's
  /// own tests for Granger; run with -Dtest.jvm=-Dsheaf.series=DIR where the files are.
  @Test
  void agreesWithPublishedValuesWhereTheFilesAre() throws IOException {
    String directory = System.getProperty("sheaf.series");
    assumeTrue(directory != null, "no -Dsheaf.series");
    double[][] random = read(Path.of(directory, "2coupledRandomCols-1.txt"));
    double[][] logistic = read(Path.of(directory, "coupledLogisticMapXY.txt"));
    Estimator ksg = KsgEstimator.ofNeighbours(4);
    assertThat(both(random, ksg))
        .containsExactly(new double[] {0.3058006, -0.0029744}, within(1e-6));
    assertThat(both(logistic, ksg))
        .containsExactly(new double[] {0.508417, 0.016257}, within(1e-6));
    double[] linear = both(random, new GaussianEstimator(false));
    assertThat(2 * linear[0]).isEqualTo(0.71693, within(1e-4));
    assertThat(2 * linear[1]).isEqualTo(0.01702, within(1e-4));
  }

  private static double[] both(double[][] columns, Estimator estimator) {
    Variable x = Variable.of(columns[0]).standardised();
    Variable y = Variable.of(columns[1]).standardised();
    TransferHistories one = TransferHistories.of(1, 1, 1);
    return new double[] {
      estimator.nats(Observations.transfer(x, y, one, Rows.of(x))),
      estimator.nats(Observations.transfer(y, x, one, Rows.of(x)))
    };
  }

  private static double[][] read(Path file) throws IOException {
    List<String[]> rows =
        Files.readAllLines(file).stream()
            .map(line -> line.strip().split("\\s+", -1))
            .filter(row -> row.length > 1)
            .toList();
    return IntStream.range(0, rows.getFirst().length)
        .mapToObj(c -> rows.stream().mapToDouble(row -> Double.parseDouble(row[c])).toArray())
        .toList()
        .toArray(new double[][] {NONE});
  }
}
