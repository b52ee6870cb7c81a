package io.sheaf.bench;

import io.sheaf.bench.SimulatedPair.Coupling;
import io.sheaf.bench.SimulatedPair.Method;
import io.sheaf.info.BiasCorrection;
import io.sheaf.info.series.DiscreteEstimator;
import io.sheaf.info.series.Estimator;
import io.sheaf.info.series.GaussianEstimator;
import io.sheaf.info.series.Observations;
import io.sheaf.info.series.Rows;
import io.sheaf.info.series.TransferHistories;
import io.sheaf.info.series.Variable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Bias and root mean squared error of values, against closed forms where there are any.
final class ErrorsOfValues {
  private static final int[] SIZES = {50, 100, 200, 400, 800};
  private static final double FLIP = 0.1;
  private static final List<Estimator> OF_NUMBERS =
      List.of(
          new GaussianEstimator(false),
          new GaussianEstimator(true),
          Method.KSG1.estimator(),
          Method.KSG2.estimator());
  private static final List<Estimator> OF_SYMBOLS =
      List.of(BiasCorrection.values()).stream().<Estimator>map(DiscreteEstimator::new).toList();

  private final Calibration calibration;

  ErrorsOfValues(Calibration calibration) {
    this.calibration = calibration;
  }

  /// What is simulated.
  interface Simulation {
    Observations samples(int n, Random random);
  }

  /// A simulation whose information is known.
  ///
  /// @param whence how it is known
  record Known(String name, double nats, String whence, Simulation simulation) {}

  void ofNumbers() throws IOException {
    Coupling coupling = new Coupling(0.6, 0.4, 0.75);
    double r = 0.6;
    Known pair =
        new Known(
            "MI of a Gaussian pair, r = 0.6",
            -0.5 * Math.log1p(-r * r),
            "−ln(1 − r²)/2",
            (n, random) -> gaussians(n, r, random));
    Known regression =
        new Known(
            "TE of an autoregressive pair (0.6, 0.4), coupled by 0.75",
            coupling.nats(),
            "ln(1 + c² var(x | y))/2",
            (n, random) -> SimulatedPair.coupled(n, coupling, random).transfer(Method.GAUSSIAN));
    Simulation noisy = (n, random) -> logistic(n, 0.1, random).transfer(Method.GAUSSIAN);
    Known logistic =
        new Known(
            "TE of coupled logistic maps, observed with noise of 0.1",
            Method.KSG1.estimator().nats(noisy.samples(200_000, Calibration.random("logistic"))),
            "no closed form: KSG 1 at n = 200,000",
            noisy);
    table(pair, OF_NUMBERS);
    draw("calibration-error.svg", regression, table(regression, OF_NUMBERS));
    table(logistic, OF_NUMBERS);
  }

  void ofSymbols() throws IOException {
    double noise = -FLIP * Math.log(FLIP) - (1 - FLIP) * Math.log(1 - FLIP);
    Known symmetric =
        new Known(
            "MI of a binary symmetric channel, error 0.1",
            Math.log(2) - noise,
            "ln 2 − h(e)",
            (n, random) -> pairs(channel(bits(n, random), false, random)));
    Known erasure =
        new Known(
            "MI of a binary erasure channel, erasure 0.1",
            (1 - FLIP) * Math.log(2),
            "(1 − e) ln 2",
            (n, random) -> pairs(channel(bits(n, random), true, random)));
    Known delayed =
        new Known(
            "TE through a binary symmetric channel, error 0.1, k = l = 2",
            Math.log(2) - noise,
            "ln 2 − h(e)",
            ErrorsOfValues::delayed);
    Known dice =
        new Known(
            "MI of two independent dice of 8 sides",
            0,
            "independent",
            (n, random) -> pairs(new double[][] {die(n, 8, random), die(n, 8, random)}));
    Simulation binned =
        (n, random) -> {
          SimulatedPair pair = logistic(n, 0, random);
          return transfer(
              DiscreteEstimator.binned(pair.x(), 4, false),
              DiscreteEstimator.binned(pair.y(), 4, false),
              1);
        };
    Known logistic =
        new Known(
            "TE of coupled logistic maps in 4 bins of equal width",
            OF_SYMBOLS.getFirst().nats(binned.samples(1_000_000, Calibration.random("binned"))),
            "no closed form: plug-in at n = 1,000,000, whose bias is below 0.0001",
            binned);
    table(symmetric, OF_SYMBOLS);
    table(erasure, OF_SYMBOLS);
    table(delayed, OF_SYMBOLS);
    draw("calibration-discrete.svg", dice, table(dice, OF_SYMBOLS));
    table(logistic, OF_SYMBOLS);
  }

  private void draw(String name, Known known, List<Curve> curves) throws IOException {
    calibration.draw(
        name,
        new Curve.Axes("Root mean squared error, nats: " + known.name, "n", false, 0),
        curves);
  }

  private List<Curve> table(Known known, List<Estimator> estimators) {
    System.out.printf(
        Locale.ROOT,
        "%n### %s%n%n%.4f nats (%s). Bias, root mean squared error of %,d runs.%n%n| estimator | n ="
            + " 50 | 100 | 200 | 400 | 800 |%n|---|---|---|---|---|---|%n",
        known.name,
        known.nats,
        known.whence,
        calibration.runs(false));
    List<Curve> curves = new ArrayList<>();
    double[] sizes = IntStream.of(SIZES).asDoubleStream().toArray();
    for (Estimator estimator : estimators) {
      double[] errors = new double[SIZES.length];
      StringBuilder line = new StringBuilder("| " + estimator.describe() + " |");
      for (int s = 0; s < SIZES.length; s++) {
        int n = SIZES[s];
        double[] off =
            IntStream.range(0, calibration.runs(false))
                .mapToDouble(
                    run ->
                        estimator.nats(
                                known.simulation.samples(n, Calibration.random(known.name, n, run)))
                            - known.nats)
                .toArray();
        errors[s] = Math.sqrt(DoubleStream.of(off).map(d -> d * d).average().orElse(0));
        line.append(
            String.format(
                Locale.ROOT,
                " %+.3f, %.3f |",
                DoubleStream.of(off).average().orElse(0),
                errors[s]));
      }
      calibration.print(line.toString());
      curves.add(new Curve(estimator.describe(), Calibration.points(sizes, errors)));
    }
    return curves;
  }

  private static Observations gaussians(int n, double r, Random random) {
    double[] x = new double[n];
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      y[i] = r * x[i] + Math.sqrt(1 - r * r) * random.nextGaussian();
    }
    return Observations.pairs(Variable.of(x).standardised(), Variable.of(y).standardised());
  }

  /// `x[t+1] = f(x[t])`, `y[t+1] = f(0.8 y[t] + 0.2 x[t])`, f(u) = 3.9 u (1 - u).
  private static SimulatedPair logistic(int n, double noise, Random random) {
    double[] x = new double[n];
    double[] y = new double[n];
    double u = 0.1 + 0.8 * random.nextDouble();
    double v = 0.1 + 0.8 * random.nextDouble();
    for (int t = -100; t < n; t++) {
      double both = 0.8 * v + 0.2 * u;
      u = 3.9 * u * (1 - u);
      v = 3.9 * both * (1 - both);
      if (t >= 0) {
        x[t] = u + noise * random.nextGaussian();
        y[t] = v + noise * random.nextGaussian();
      }
    }
    return new SimulatedPair(Variable.of(x), Variable.of(y), false);
  }

  private static double[] die(int n, int sides, Random random) {
    return random.ints(n, 0, sides).asDoubleStream().toArray();
  }

  private static double[] bits(int n, Random random) {
    return die(n, 2, random);
  }

  /// What is sent, and what arrives: flipped, or erased (2).
  private static double[][] channel(double[] sent, boolean erases, Random random) {
    double[] got = new double[sent.length];
    for (int i = 0; i < got.length; i++) {
      got[i] = random.nextDouble() >= FLIP ? sent[i] : erases ? 2 : 1 - sent[i];
    }
    return new double[][] {sent, got};
  }

  private static Observations pairs(double[][] both) {
    return Observations.pairs(Variable.of(both[1]), Variable.of(both[0]));
  }

  private static Observations delayed(int n, Random random) {
    double[][] both = channel(bits(n, random), false, random);
    double[] later = new double[n];
    System.arraycopy(both[1], 0, later, 1, n - 1);
    return transfer(Variable.of(both[0]), Variable.of(later), 2);
  }

  private static Observations transfer(Variable source, Variable target, int history) {
    return Observations.transfer(
        source, target, TransferHistories.of(history, history, 1), Rows.of(source));
  }
}
