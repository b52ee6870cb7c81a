package io.sheaf.info.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sheaf.info.BiasCorrection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceValuesTest {
  private static final double[] NONE = {};

  private static List<String[]> lines(String resource) throws IOException {
    try (var in = Objects.requireNonNull(ReferenceValuesTest.class.getResourceAsStream(resource))) {
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
    List<String[]> rows = lines("triple.csv");
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

  /// Both sides are exact but for rounding.
  @Test
  void agreesWithAnIndependentProgramOnEntropyAndMultiInformation() throws IOException {
    List<String[]> rows = lines("triple.csv");
    List<String[]> results = lines("measures.csv");
    assertThat(results).hasSize(30);
    for (String[] row : results) {
      Estimator estimator =
          switch (row[1]) {
            case "gaussian" -> new GaussianEstimator(false);
            case "discrete" -> new DiscreteEstimator(BiasCorrection.NONE);
            default ->
                new KsgEstimator(
                    row[1].charAt(3) - '0',
                    Integer.parseInt(row[3]),
                    Integer.parseInt(row[4]),
                    Workers.calling());
          };
      List<Variable> variables =
          Stream.of(row[2].split(" ", -1)).map(names -> joint(rows, names, row[1])).toList();
      double nats =
          row[0].equals("entropy")
              ? estimator.entropyNats(variables.getFirst())
              : estimator.multiInformationNats(variables);
      assertThat(nats)
          .as(String.join(",", row))
          .isEqualTo(Double.parseDouble(row[5]), within(1e-9));
      if (variables.size() == 2) {
        assertThat(estimator.nats(Observations.pairs(variables.get(0), variables.get(1))))
            .isEqualTo(nats, within(1e-9));
      }
    }
  }

  private static Variable joint(List<String[]> rows, String names, String estimator) {
    return Variable.joint(
        names
            .chars()
            .mapToObj(
                name -> {
                  Variable one = column(rows, Character.toString(name));
                  return estimator.equals("discrete") ? thirds(one) : one;
                })
            .toList());
  }

  private static Variable thirds(Variable one) {
    return Variable.of(
        IntStream.range(0, one.rows())
            .mapToDouble(i -> one.at(i, 0) < -0.5 ? 0 : one.at(i, 0) < 0.5 ? 1 : 2)
            .toArray());
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
