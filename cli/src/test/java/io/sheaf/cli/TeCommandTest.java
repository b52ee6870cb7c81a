package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeCommandTest {
  @TempDir private Path directory;
  private final Shell shell = new Shell(new BuiltIn());
  private Path table = Path.of("");

  /// `y[t] = 0.4 y[t-1] + 0.8 x[t-2] + noise`, and the sign of x as a symbol.
  @BeforeEach
  void writeTable() throws IOException {
    long seed = Long.getLong("seed", 20261122);
    System.out.println("TeCommandTest: -Dseed=" + seed);
    Random random = Random.from(new SplittableRandom(seed));
    int n = 400;
    double[] x = new double[n];
    double[] y = new double[n];
    StringBuilder text = new StringBuilder("user,x,y,z,sign\n");
    for (int t = 0; t < n; t++) {
      x[t] = random.nextGaussian();
      y[t] = random.nextGaussian() + (t > 0 ? 0.4 * y[t - 1] : 0) + (t > 1 ? 0.8 * x[t - 2] : 0);
      text.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%s,%d%n",
              t < n / 2 ? "ann" : "ben",
              x[t],
              y[t],
              random.nextGaussian(),
              x[t] > 0 ? 1 : 0));
    }
    table = directory.resolve("data.csv");
    Files.writeString(table, text);
  }

  private Shell.Said te(String... words) {
    Object[] all = new Object[words.length + 2];
    all[0] = "te";
    all[1] = table;
    System.arraycopy(words, 0, all, 2, words.length);
    return shell.run(all);
  }

  @Test
  void aScanFindsTheDelayAndSaysSo() {
    Shell.Said said =
        te("--source", "x", "--target", "y", "--delays", "1..4", "--surrogates", "39", "--json");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains(
            "\"delay\":2,",
            "\"unit\":\"nats\"",
            "\"surrogates\":39,\"p\":0.025,",
            "maximum over 4 delays");
    assertThat(said.err()).isEmpty();
    assertThat(te("--source", "x", "--target", "y", "--delays", "1..4", "--surrogates", "39").out())
        .contains("X carries", "at a delay of 2, more than chance would (p = 0.0250)");
  }

  @ParameterizedTest
  @CsvSource({
    "ksg1, te",
    "ksg2, te",
    "gaussian, te",
    "symbolic, te",
    "ksg1, mi",
    "gaussian, ais",
    "ksg2, multi-info",
    "gaussian, multi-info"
  })
  void everyEstimatorAnswers(String estimator, String measure) {
    Shell.Said said =
        te(
            "--source",
            "x,z",
            "--target",
            "y",
            "--estimator",
            estimator,
            "--measure",
            measure,
            "--surrogates",
            "9",
            "--json");
    assertThat(said.err()).isEmpty();
    assertThat(said.out()).startsWith("{\"measure\":\"" + measure + "\"");
    assertThat(said.out()).doesNotContain("\"value\":null");
  }

  @Test
  void multiInformationIsComparedWithChance() {
    assertThat(multiInformation("x,sign"))
        .contains(
            "\"surrogates\":39,\"p\":0.025,", "depend on each other", "more than chance would");
    assertThat(multiInformation("x,z")).contains("no more than chance may");
  }

  private String multiInformation(String columns) {
    String measure = "multi-info";
    Shell.Said said =
        te(
            "--columns",
            columns,
            "--measure",
            measure,
            "--surrogates",
            "39",
            "--estimator",
            "gaussian",
            "--json");
    assertThat(said.code()).as(said.err()).isZero();
    return said.out();
  }

  @Test
  void discreteTakesSymbolsOrBins() {
    assertThat(
            te(
                    "--source",
                    "sign",
                    "--target",
                    "y",
                    "--estimator",
                    "discrete",
                    "--bins",
                    "3",
                    "quantile")
                .code())
        .isZero();
    assertThat(te("--source", "sign", "--target", "sign", "--estimator", "discrete").code())
        .isZero();
    assertThat(te("--source", "x", "--target", "y", "--estimator", "discrete").err())
        .contains("expected a symbol");
    assertThat(
            shell
                .run(
                    "te",
                    "--source",
                    "x",
                    "--target",
                    "y",
                    "--estimator",
                    "discrete",
                    "--bins",
                    "3",
                    table)
                .code())
        .isZero();
  }

  @Test
  void conditionPairsAndGroups() {
    assertThat(te("--source", "x", "--target", "y", "--condition", "z", "--json").out())
        .contains("\"measure\":\"cte\"", "\"condition\":[\"z\"]");
    Shell.Said pairs =
        te(
            "--all-pairs",
            "--columns",
            "x,y,z",
            "--estimator",
            "gaussian",
            "--delay",
            "2",
            "--json");
    assertThat(pairs.out().split("\"source\"", -1)).hasSize(7);
    assertThat(pairs.out()).contains("false discovery rate").doesNotContain("\"q\":null");
    assertThat(te("--source", "x", "--target", "y", "--group-by", "user").out())
        .contains("ann", "ben");
  }

  @Test
  void localValuesAverageToTheValue() throws IOException {
    Path local = directory.resolve("local.csv");
    String out =
        te(
                "--source",
                "x",
                "--target",
                "y",
                "--surrogates",
                "0",
                "--json",
                "--local",
                local.toString())
            .out();
    List<String> lines = Files.readAllLines(local, StandardCharsets.UTF_8);
    assertThat(lines).hasSize(400).first().isEqualTo("row,local_nats");
    double mean =
        lines.stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[1]))
            .average()
            .orElseThrow();
    double value = Double.parseDouble(out.replaceAll(".*\"value\":([^,]*),.*\\s*", "$1"));
    assertThat(mean).isEqualTo(value, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png"})
  void picturesAreDrawn(String ending) throws IOException {
    Path picture = directory.resolve("te." + ending);
    assertThat(
            te("--source", "x", "--target", "y", "--delays", "1..3", "--plot", picture.toString())
                .err())
        .isEmpty();
    assertThat(Files.size(picture)).isGreaterThan(2000);
    Path network = directory.resolve("net." + ending);
    te(
        "--all-pairs",
        "--columns",
        "x,y,z",
        "--estimator",
        "gaussian",
        "--plot",
        network.toString());
    assertThat(Files.size(network)).isGreaterThan(2000);
    Path series = directory.resolve("series." + ending);
    te("--source", "x", "--target", "y", "--plot", series.toString());
    assertThat(Files.size(series)).isGreaterThan(2000);
  }

  @Test
  void aRunHoldsWhatIsSaidWithoutOne() throws IOException {
    String[] question = {
      "--source",
      "x",
      "--target",
      "y",
      "--group-by",
      "user",
      "--estimator",
      "gaussian",
      "--delay",
      "2"
    };
    Path out = directory.resolve("run");
    List<String> words = new ArrayList<>(List.of(question));
    words.addAll(List.of("--out", out.toString()));
    Shell.Said run = te(words.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(shell.run("validate", out).code()).isZero();
    assertThat(out.resolve("report.html")).content().contains("Clearest answers");
    String said = te(with(question, "--json")).out();
    for (String line : Files.readAllLines(out.resolve("out/te.csv")).subList(1, 3)) {
      String[] cells = line.split(",", -1);
      assertThat(said).contains("\"value\":" + cells[6], "\"p\":" + cells[14]);
    }
    Shell.Said again =
        shell.run(
            "run",
            "te",
            "--set",
            "input=" + table,
            "--set",
            "source=x",
            "--set",
            "target=y",
            "--set",
            "group_by=user",
            "--set",
            "estimator=gaussian",
            "--set",
            "delays=2",
            "--out",
            directory.resolve("again"));
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(directory.resolve("again/out/te.csv"))
        .hasSameTextualContentAs(out.resolve("out/te.csv"));
    assertThat(te(with(question, "--out", out.toString())).err()).contains("holds a run");
    assertThat(te(with(question, "--json", "--out", "x")).err()).contains("--out: not with");
  }

  private static String[] with(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  /// What is wrong with a table, each with the line that says so.
  @ParameterizedTest
  @MethodSource("badTables")
  void badTablesAreToldInOneLine(String text, String words, String message) throws IOException {
    table = directory.resolve("bad.csv");
    Files.writeString(table, text);
    Shell.Said said = te(words.split(" ", -1));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("sheaf: ", message).hasLineCount(1);
    assertThat(said.out()).isEmpty();
  }

  static Stream<Arguments> badTables() {
    String pair = "--source x --target y";
    String symbols = pair + " --estimator discrete";
    String rows = "1,2\n2,1\n1,1\n2,2\n1,2\n2,1\n1,1\n";
    return Stream.of(
        Arguments.of("", pair, "bad.csv: no rows"),
        Arguments.of("x,y\n", pair, "bad.csv: no rows"),
        Arguments.of("x,y\n" + rows + "nan,1\n", pair, "bad.csv:9: column `x` has `nan`"),
        Arguments.of("x,y\n" + rows + "1,-inf\n", pair, "bad.csv:9: column `y` has `-inf`"),
        Arguments.of("x,y\n" + rows + "1,1e999\n", pair, "expected a finite number"),
        Arguments.of("x,y\n" + rows + "1\n", pair, "bad.csv:9: 1 cells, expected 2"),
        Arguments.of("x,y\n" + rows + "1,\n", pair, "bad.csv:9: column `y` has ``"),
        Arguments.of("x,x,y\n1,1,1\n", pair, "2 columns are called `x`; rename them, or give"),
        Arguments.of("xx,y\n" + rows, pair, "unknown column `x`; did you mean `xx`?"),
        Arguments.of("x,y\n1,2\n", pair, "too few rows: 1, of which 0 have all their histories"),
        Arguments.of("x,y\n1,2\n2,1\n1,1\n", pair, "neighbours = 4, expected"),
        Arguments.of("x,y\n1,2\n2,1\n1,1\n", pair + " --estimator gaussian", "samples = 2"),
        Arguments.of(
            "x,y\n1,2\n1.5,2\n" + rows,
            symbols,
            "column `x` has 1.5 in row 1, expected a symbol: a whole number in [0, 2147483646]"),
        Arguments.of("x,y\n1,-2\n" + rows, symbols, "column `y` has -2.0 in row 0, expected"),
        Arguments.of("x,y\n1,2147483647\n" + rows, symbols, "column `y` has 2.147483647E9"));
  }

  @ParameterizedTest
  @CsvSource({
    "ksg1, 100 % of column `x` are ties; --noise 1e-8",
    "gaussian, column `y` is constant: it carries no information",
    "discrete, column `y` is constant: it carries no information"
  })
  void doubtfulTablesAreAnsweredWithAWarning(String estimator, String message) throws IOException {
    StringBuilder text = new StringBuilder("x,y\n");
    for (int t = 0; t < 60; t++) {
      text.append(t * t % 7)
          .append(estimator.equals("ksg1") ? "," + Math.sin(t) : ",4")
          .append('\n');
    }
    table = directory.resolve("doubtful.csv");
    Files.writeString(table, text);
    Shell.Said said = te("--source", "x", "--target", "y", "--estimator", estimator);
    assertThat(said.code()).isZero();
    assertThat(said.err()).startsWith("sheaf: warning: ").contains(message.split("; ", -1));
    assertThat(te("--source", "x", "--target", "y", "--noise", "1e-8").err())
        .doesNotContain("ties");
  }

  /// The whole alphabet of a Java int but one, in two columns.
  @Test
  void symbolsMayBeAnyWholeNumber() throws IOException {
    StringBuilder text = new StringBuilder("x,y\n0,2147483646\n2147483646,0\n");
    Random random = new Random(1);
    for (int t = 0; t < 2000; t++) {
      text.append(random.nextInt(Integer.MAX_VALUE)).append(',');
      text.append(random.nextInt(Integer.MAX_VALUE)).append('\n');
    }
    table = directory.resolve("symbols.csv");
    Files.writeString(table, text);
    Shell.Said said =
        te("--source", "x", "--target", "y", "--estimator", "discrete", "--k", "3", "--l", "3");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).contains("0.000 nats");
  }

  @Test
  void threadsDoNotChangeTheAnswer() {
    String one = te("--source", "x", "--target", "y", "--threads", "1", "--json").out();
    assertThat(te("--source", "x", "--target", "y", "--threads", "3", "--json").out())
        .isEqualTo(one);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--source x --target q|unknown column `q`",
        "--source x|`target` is not given, expected columns, or all_pairs",
        "--source x --target y --estimator gausian|did you mean `gaussian`?",
        "--source x --all-pairs|`all_pairs`: not with source or target",
        "--source x --target y --measure cmi|`condition` is not given",
        "--source x --target y --delays 3..1|expected a whole number, at least 1, or A..B with A at most B",
        "--source x --target y --neighbours 500|neighbours = 500",
        "--source x --target y --k 0|--k: `k`: expected a whole number from 1 to 1000000000, found `0`",
        "--source x --target y --null iaaft --estimator discrete|not for symbols",
        "--source x --target y --plot te.pdf|expected a name in .svg or .png",
        "--source x --target y --bins 3|only with the estimator discrete"
      })
  void misuseIsOneLineWithExitCode2(String words, String message) {
    Shell.Said said = te(words.split(" ", -1));
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains(message).hasLineCount(1);
  }

  @Test
  void autocorrelationUnderPermutationIsWarnedOf() throws IOException {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int t = 0; t < 200; t++) {
      text.append(String.format(Locale.ROOT, "%s,%s%n", Math.sin(t / 9.0), Math.cos(t / 7.0)));
    }
    table = directory.resolve("smooth.csv");
    Files.writeString(table, text);
    assertThat(te("--source", "a", "--target", "b", "--null", "permutation").err())
        .contains("autocorrelated", "--null shift");
  }
}
