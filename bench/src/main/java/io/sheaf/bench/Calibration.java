package io.sheaf.bench;

import io.sheaf.info.BiasCorrection;
import io.sheaf.info.series.DiscreteEstimator;
import io.sheaf.info.series.Estimator;
import io.sheaf.info.series.GaussianEstimator;
import io.sheaf.info.series.KsgEstimator;
import io.sheaf.info.series.Null;
import io.sheaf.info.series.NullTest;
import io.sheaf.info.series.Observations;
import io.sheaf.info.series.Rows;
import io.sheaf.info.series.SurrogateCount;
import io.sheaf.info.series.TransferHistories;
import io.sheaf.info.series.Variable;
import io.sheaf.info.series.Workers;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/// Question: do the p-values of `info.series` hold where nothing is coupled, where do they not,
/// what do they find, and how far are the values from closed forms?
///
/// Command: `bench/run calibration [RUNS] [DIRECTORY] [SIZES]` prints the tables of
/// docs/calibration.md and writes its curves to the directory (default docs/images). Sizes are
/// 100,256 unless given. Seeds are fixed.
public final class Calibration {
  private static final long SEED = 20_261_122;
  private static final int SURROGATES = 199;
  private static final int ENOUGH = 20;

  private enum Kind {
    INDEPENDENT,
    AUTOCORRELATED,
    CIRCADIAN,
    SPARSE
  }

  private final int runs;
  private final Path directory;
  private final int[] sizes;

  private Calibration(int runs, Path directory, int... sizes) {
    this.runs = runs;
    this.sizes = sizes;
    this.directory = directory;
  }

  /// Prints tables and draws curves.
  ///
  /// @param args number of runs of each cell, where curves go, and sizes such as 100,256; all
  ///   optional
  /// @throws IOException if a curve cannot be written
  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 400;
    Path directory = Path.of(args.length > 1 ? args[1] : "docs/images");
    int[] sizes =
        Stream.of((args.length > 2 ? args[2] : "100,256").split(",", -1))
            .mapToInt(Integer::parseInt)
            .toArray();
    Calibration calibration = new Calibration(runs, directory, sizes);
    calibration.falsePositives();
    calibration.power();
    calibration.bias();
  }

  private static Estimator ksg() {
    return KsgEstimator.ofNeighbours(4);
  }

  private static List<Estimator> estimators() {
    return List.of(
        new GaussianEstimator(false),
        ksg(),
        new KsgEstimator(2, 4, 0, Workers.calling()),
        new DiscreteEstimator(BiasCorrection.NONE));
  }

  private static Random random(Object... what) {
    return Random.from(new SplittableRandom(SEED + List.of(what).toString().hashCode()));
  }

  private static double[] one(Kind kind, int n, Random random) {
    double[] x = new double[n];
    for (int t = 0; t < n; t++) {
      double e = random.nextGaussian();
      x[t] =
          switch (kind) {
            case INDEPENDENT -> e;
            case AUTOCORRELATED -> e + (t > 0 ? 0.9 * x[t - 1] : 0);
            case CIRCADIAN -> 0.7 * e + Math.sin(2 * Math.PI * t / 24);
            case SPARSE -> random.nextDouble() < 0.1 ? 5 + e : 0.01 * e;
          };
    }
    return x;
  }

  private static Observations observations(
      double[] x, double[] y, boolean transfer, Estimator estimator) {
    boolean discrete = estimator instanceof DiscreteEstimator;
    Variable source = prepared(x, discrete);
    Variable target = prepared(y, discrete);
    return transfer
        ? Observations.transfer(source, target, TransferHistories.of(1, 1, 1), Rows.of(source))
        : Observations.pairs(target, source);
  }

  private static Variable prepared(double[] x, boolean discrete) {
    Variable variable = Variable.of(x);
    return discrete ? DiscreteEstimator.binned(variable, 3, true) : variable.standardised();
  }

  private void falsePositives() {
    System.out.printf(
        Locale.ROOT,
        "%n## False positives%n%nShare of %d runs with p ≤ 0.05, p ≤ 0.01. Standard errors %.3f and"
            + " %.3f.%n%n| measure | kind | n | estimator | permutation | shift | block 25 | IAAFT"
            + " |%n|---|---|---|---|---|---|---|---|%n",
        runs,
        Math.sqrt(0.05 * 0.95 / runs),
        Math.sqrt(0.01 * 0.99 / runs));
    for (boolean transfer : new boolean[] {true, false}) {
      for (Kind kind : Kind.values()) {
        for (int n : sizes) {
          for (Estimator estimator : estimators()) {
            row(transfer, kind, n, estimator);
          }
        }
      }
    }
  }

  private void row(boolean transfer, Kind kind, int n, Estimator estimator) {
    List<Null> nulls =
        List.of(
            new Null.Permutation(),
            new Null.CircularShift(1),
            new Null.Blocks(25),
            new Null.Iaaft());
    StringBuilder line = new StringBuilder();
    line.append(
        "| %s | %s | %d | %s |"
            .formatted(
                transfer ? "TE" : "MI",
                kind.name().toLowerCase(Locale.ROOT),
                n,
                estimator.describe()));
    for (Null how : nulls) {
      if (estimator instanceof DiscreteEstimator && how instanceof Null.Iaaft) {
        line.append(" – |");
        continue;
      }
      double[] p =
          IntStream.range(0, runs)
              .mapToDouble(
                  run -> {
                    Random random = random(transfer, kind, n, run);
                    double[] x = one(kind, n, random);
                    double[] y = one(kind, n, random);
                    return p(observations(x, y, transfer, estimator), estimator, how, run);
                  })
              .toArray();
      line.append(String.format(Locale.ROOT, " %.3f, %.3f |", share(p, 0.05), share(p, 0.01)));
    }
    System.out.println(line);
  }

  private static double p(Observations o, Estimator estimator, Null how, int run) {
    SurrogateCount count =
        new SurrogateCount(SURROGATES, ENOUGH, SEED + 7919L * run, Workers.calling());
    return NullTest.run(o, estimator, how, count).pValue();
  }

  private static double share(double[] p, double level) {
    return IntStream.range(0, p.length).filter(i -> p[i] <= level).count() / (double) p.length;
  }

  private void power() throws IOException {
    double[] couplings = {0, 0.1, 0.2, 0.3, 0.4, 0.6};
    XYChart chart = chart("Power at 0.05, n = 100, circular shift", "coupling c", "share found");
    System.out.printf(
        "%n## Power%n%nTE from x to y, y[t] = 0.4 y[t-1] + c x[t-1] + noise, n = 100, circular"
            + " shift: share of %d runs with p ≤ 0.05.%n%n| estimator | c = 0 | 0.1 | 0.2 | 0.3 |"
            + " 0.4 | 0.6 |%n|---|---|---|---|---|---|---|%n",
        runs);
    for (Estimator estimator : estimators()) {
      double[] found = new double[couplings.length];
      for (int c = 0; c < found.length; c++) {
        double coupling = couplings[c];
        double[] p =
            IntStream.range(0, runs)
                .mapToDouble(
                    run -> {
                      Random random = random("power", coupling, run);
                      double[] x = one(Kind.INDEPENDENT, 100, random);
                      double[] y = driven(x, coupling, random);
                      Observations o = observations(x, y, true, estimator);
                      return p(o, estimator, new Null.CircularShift(1), run);
                    })
                .toArray();
        found[c] = share(p, 0.05);
      }
      chart.addSeries(estimator.describe(), couplings, found);
      StringBuilder line = new StringBuilder("| " + estimator.describe() + " |");
      for (double share : found) {
        line.append(String.format(Locale.ROOT, " %.2f |", share));
      }
      System.out.println(line);
    }
    save(chart, "calibration-power.svg");
  }

  private static double[] driven(double[] x, double coupling, Random random) {
    double[] y = new double[x.length];
    for (int t = 0; t < y.length; t++) {
      y[t] = random.nextGaussian() + (t > 0 ? 0.4 * y[t - 1] + coupling * x[t - 1] : 0);
    }
    return y;
  }

  private void bias() throws IOException {
    int[] sizes = {50, 100, 200, 400, 800};
    XYChart chart = chart("Root mean squared error, TE = 0.2231 nats", "n", "nats");
    double truth = 0.5 * Math.log(1 + 0.75 * 0.75);
    System.out.printf(
        Locale.ROOT,
        "%n## Bias and error%n%nThe same process, c = 0.75, whose TE is ln(1 + c²)/2 = %.4f nats:"
            + " bias, root mean squared error of %d runs.%n%n| estimator | n = 50 | 100 | 200 | 400"
            + " | 800 |%n|---|---|---|---|---|---|%n",
        truth,
        runs);
    for (Estimator estimator :
        List.of(
            new GaussianEstimator(false),
            new GaussianEstimator(true),
            ksg(),
            new KsgEstimator(2, 4, 0, Workers.calling()))) {
      double[] errors = new double[sizes.length];
      StringBuilder line = new StringBuilder("| " + estimator.describe() + " |");
      for (int s = 0; s < sizes.length; s++) {
        int n = sizes[s];
        double[] differences =
            IntStream.range(0, runs)
                .mapToDouble(
                    run -> {
                      Random random = random("bias", n, run);
                      double[] x = one(Kind.INDEPENDENT, n, random);
                      double[] y = driven(x, 0.75, random);
                      return estimator.nats(observations(x, y, true, estimator)) - truth;
                    })
                .toArray();
        double mean = IntStream.range(0, runs).mapToDouble(i -> differences[i]).average().orElse(0);
        errors[s] =
            Math.sqrt(
                IntStream.range(0, runs)
                    .mapToDouble(i -> differences[i] * differences[i])
                    .average()
                    .orElse(0));
        line.append(String.format(Locale.ROOT, " %+.3f, %.3f |", mean, errors[s]));
      }
      System.out.println(line);
      chart.addSeries(estimator.describe(), IntStream.of(sizes).asDoubleStream().toArray(), errors);
    }
    save(chart, "calibration-error.svg");
    channels();
  }

  private void channels() {
    int n = 100;
    double e = 0.1;
    double truth = Math.log(2) + e * Math.log(e) + (1 - e) * Math.log(1 - e);
    System.out.printf(
        Locale.ROOT,
        "%nMutual information of a binary symmetric channel, error 0.1, n = %d, whose capacity is"
            + " %.4f nats, and of two independent dice of 8 sides (0 nats):%n%n| estimator |"
            + " channel: bias, error | dice: bias, error |%n|---|---|---|%n",
        n,
        truth);
    for (BiasCorrection correction : BiasCorrection.values()) {
      Estimator estimator = new DiscreteEstimator(correction);
      StringBuilder line = new StringBuilder("| " + estimator.describe() + " |");
      for (boolean channel : new boolean[] {true, false}) {
        double sum = 0;
        double squares = 0;
        for (int run = 0; run < runs; run++) {
          Random random = random("channel", channel, run);
          int sides = channel ? 2 : 8;
          double[] x = random.ints(n, 0, sides).asDoubleStream().toArray();
          double[] y = new double[n];
          for (int i = 0; i < n; i++) {
            y[i] = !channel ? random.nextInt(8) : random.nextDouble() < e ? 1 - x[i] : x[i];
          }
          double off =
              estimator.nats(Observations.pairs(Variable.of(x), Variable.of(y)))
                  - (channel ? truth : 0);
          sum += off;
          squares += off * off;
        }
        line.append(
            String.format(Locale.ROOT, " %+.3f, %.3f |", sum / runs, Math.sqrt(squares / runs)));
      }
      System.out.println(line);
    }
  }

  private static XYChart chart(String title, String x, String y) {
    return new XYChartBuilder()
        .width(760)
        .height(440)
        .title(title)
        .xAxisTitle(x)
        .yAxisTitle(y)
        .build();
  }

  private void save(XYChart chart, String name) throws IOException {
    SVGGraphics2D graphics =
        new SVGGraphics2D(
            GenericDOMImplementation.getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null));
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    try (BufferedWriter writer = Files.newBufferedWriter(directory.resolve(name))) {
      graphics.stream(writer, true);
    }
  }
}
