package io.sheaf.bench;

import io.sheaf.bench.Curve.Axes;
import io.sheaf.bench.SimulatedPair.Coupling;
import io.sheaf.bench.SimulatedPair.Kind;
import io.sheaf.bench.SimulatedPair.Method;
import io.sheaf.info.ChiSquareTest;
import io.sheaf.info.series.DiscreteEstimator;
import io.sheaf.info.series.GaussianTest;
import io.sheaf.info.series.Null;
import io.sheaf.info.series.NullTest;
import io.sheaf.info.series.Observations;
import io.sheaf.info.series.SurrogateCount;
import io.sheaf.info.series.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// How often tests find something where nothing is, and where something is.
final class FalsePositives {
  private static final int SURROGATES = 99;
  private static final int ENOUGH = 10;
  private static final List<Null> NULLS =
      List.of(
          new Null.Permutation(), new Null.CircularShift(1), new Null.Blocks(25), new Null.Iaaft());
  private static final List<Method> METHODS =
      List.of(Method.GAUSSIAN, Method.KSG1, Method.DISCRETE, Method.SYMBOLIC);

  private final Calibration calibration;

  FalsePositives(Calibration calibration) {
    this.calibration = calibration;
  }

  /// Whether a test of this method by this null costs little, so that more runs can be made.
  private static boolean isCheap(Method method, Optional<Null> how) {
    return how.isEmpty()
        || (method != Method.KSG1 && method != Method.KSG2 && !(how.get() instanceof Null.Iaaft));
  }

  private static boolean isThere(Method method, Optional<Null> how) {
    return !(method.isCounting() && how.filter(Null.Iaaft.class::isInstance).isPresent())
        && !(how.isEmpty() && (method == Method.KSG1 || method == Method.KSG2));
  }

  /// The p-value of a test; without a null the analytic one.
  private double p(Observations o, Method method, Optional<Null> how, int run) {
    if (how.isPresent()) {
      SurrogateCount count =
          new SurrogateCount(
              SURROGATES, ENOUGH, calibration.seed() + 7919L * run, Workers.calling());
      return NullTest.run(o, method.estimator(), how.get(), count).pValue();
    }
    return method.estimator() instanceof DiscreteEstimator discrete
        ? ChiSquareTest.run(discrete.samples(o)).pValue()
        : GaussianTest.f(o).pValue();
  }

  private double[] all(Method method, Optional<Null> how, IntFunction<Observations> samples) {
    return IntStream.range(0, calibration.runs(isCheap(method, how)))
        .mapToDouble(run -> p(samples.apply(run), method, how, run))
        .toArray();
  }

  private static double share(double[] p, double level) {
    // Levels are multiples of 1/100, as p is; the sum of rounding is far below 1e-9.
    return IntStream.range(0, p.length).filter(i -> p[i] <= level + 1e-9).count()
        / (double) p.length;
  }

  /// Bold where above the level by more than three standard errors.
  private static String cell(double[] p) {
    double at05 = share(p, 0.05);
    double at01 = share(p, 0.01);
    boolean above = above(at05, 0.05, p.length) || above(at01, 0.01, p.length);
    return String.format(Locale.ROOT, above ? " **%.3f, %.3f** |" : " %.3f, %.3f |", at05, at01);
  }

  private static boolean above(double share, double level, int runs) {
    return share > level + 3 * Math.sqrt(level * (1 - level) / runs);
  }

  private static List<Optional<Null>> hows() {
    return IntStream.rangeClosed(0, NULLS.size())
        .mapToObj(i -> i < NULLS.size() ? Optional.of(NULLS.get(i)) : Optional.<Null>empty())
        .toList();
  }

  void table(int... sizes) {
    System.out.printf(
        "%n## False positives%n%nShare of runs with p ≤ 0.05, p ≤ 0.01 where x and y are not"
            + " coupled; **bold** if above by more than three standard errors. %s%n%n"
            + "| measure | kind | n | estimator | permutation | shift | block 25 | IAAFT | F or"
            + " chi-square |%n|---|---|---|---|---|---|---|---|---|%n",
        errors());
    for (int n : sizes) {
      for (Kind kind : Kind.values()) {
        for (boolean transfer : new boolean[] {false, true}) {
          for (Method method : METHODS) {
            row(new Uncoupled(kind, transfer, n), method);
          }
        }
      }
    }
  }

  private String errors() {
    return String.format(
        Locale.ROOT,
        "%,d runs of KSG and of IAAFT (standard errors %.3f and %.3f), %,d of all else (%.3f and"
            + " %.3f); %d surrogates, ended by the %dth that is enough.",
        calibration.runs(false),
        Math.sqrt(0.05 * 0.95 / calibration.runs(false)),
        Math.sqrt(0.01 * 0.99 / calibration.runs(false)),
        calibration.runs(true),
        Math.sqrt(0.05 * 0.95 / calibration.runs(true)),
        Math.sqrt(0.01 * 0.99 / calibration.runs(true)),
        SURROGATES,
        ENOUGH);
  }

  private record Uncoupled(Kind kind, boolean transfer, int n) {
    Observations samples(Method method, int run) {
      SimulatedPair pair = kind.pair(n, Calibration.random(kind, n, run));
      Observations o = transfer ? pair.transfer(method) : pair.mutual(method);
      return kind.isGiven() ? pair.givenTime(o, method) : o;
    }
  }

  private void row(Uncoupled of, Method method) {
    StringBuilder line = new StringBuilder();
    line.append(
        "| %s | %s | %d | %s |"
            .formatted(of.transfer ? "TE" : "MI", of.kind.caption(), of.n, method.caption()));
    for (Optional<Null> how : hows()) {
      line.append(
          isThere(method, how) ? cell(all(method, how, run -> of.samples(method, run))) : " – |");
    }
    calibration.print(line.toString());
  }

  /// Mutual information of uncoupled series the longer they remember.
  void againstAutocorrelation() throws IOException {
    double[] memories = {0, 0.3, 0.5, 0.7, 0.9, 0.95};
    List<Curve> curves = new ArrayList<>();
    System.out.printf(
        "%n## The longer series remember%n%nGaussian MI, n = 256, two uncoupled autoregressive"
            + " series: share with p ≤ 0.05.%n%n| null | 0 | 0.3 | 0.5 | 0.7 | 0.9 | 0.95 |%n"
            + "|---|---|---|---|---|---|---|%n");
    for (Optional<Null> how : hows()) {
      double[] found = new double[memories.length];
      for (int i = 0; i < found.length; i++) {
        Coupling none = new Coupling(memories[i], memories[i], 0);
        found[i] =
            share(
                all(
                    Method.GAUSSIAN,
                    how,
                    run ->
                        SimulatedPair.coupled(256, none, Calibration.random(none, run))
                            .mutual(Method.GAUSSIAN)),
                0.05);
      }
      String name = how.map(Null::describe).orElse("F test");
      curves.add(new Curve(name, Calibration.points(memories, found)));
      calibration.print("| " + name + " |" + shares(found));
    }
    calibration.draw(
        "calibration-false-positives.svg",
        new Axes("Share with p ≤ 0.05: Gaussian MI, n = 256", "autocorrelation", false, 0),
        curves);
  }

  private static String shares(double... shares) {
    StringBuilder cells = new StringBuilder();
    for (double share : shares) {
      cells.append(String.format(Locale.ROOT, " %.3f |", share));
    }
    return cells.toString();
  }

  void power() throws IOException {
    double[] couplings = {0, 0.1, 0.2, 0.3, 0.4, 0.6};
    List<Curve> curves = new ArrayList<>();
    System.out.printf(
        "%n## Power%n%nTE from x to y, x white, y[t] = 0.4 y[t-1] + c x[t-1] + noise, n = 100:"
            + " share with p ≤ 0.05, circular shift.%n%n| estimator | c = 0 | 0.1 | 0.2 | 0.3 |"
            + " 0.4 | 0.6 |%n|---|---|---|---|---|---|---|%n");
    Optional<Null> shift = Optional.of(new Null.CircularShift(1));
    for (Method method : Method.values()) {
      double[] found = new double[couplings.length];
      for (int i = 0; i < found.length; i++) {
        found[i] = share(all(method, shift, coupled(method, couplings[i])), 0.05);
      }
      curves.add(new Curve(method.caption(), Calibration.points(couplings, found)));
      calibration.print("| " + method.caption() + " |" + shares(found));
    }
    calibration.draw(
        "calibration-power.svg",
        new Axes("Share with p ≤ 0.05: TE, n = 100, circular shift", "coupling c", false, 0),
        curves);
    System.out.printf(
        "%nThe same at c = 0.4, by null:%n%n| estimator | permutation | shift | block 25 | IAAFT |"
            + " F or chi-square |%n|---|---|---|---|---|---|%n");
    for (Method method : METHODS) {
      StringBuilder line = new StringBuilder("| " + method.caption() + " |");
      for (Optional<Null> how : hows()) {
        line.append(
            isThere(method, how)
                ? shares(share(all(method, how, coupled(method, 0.4)), 0.05))
                : " – |");
      }
      calibration.print(line.toString());
    }
  }

  private static IntFunction<Observations> coupled(Method method, double c) {
    Coupling coupling = new Coupling(0, 0.4, c);
    return run ->
        SimulatedPair.coupled(100, coupling, Calibration.random(coupling, run)).transfer(method);
  }
}
