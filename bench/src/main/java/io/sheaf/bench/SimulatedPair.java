package io.sheaf.bench;

import io.sheaf.info.BiasCorrection;
import io.sheaf.info.Segments;
import io.sheaf.info.series.DiscreteEstimator;
import io.sheaf.info.series.Estimator;
import io.sheaf.info.series.GaussianEstimator;
import io.sheaf.info.series.KsgEstimator;
import io.sheaf.info.series.Lagged;
import io.sheaf.info.series.Observations;
import io.sheaf.info.series.Rows;
import io.sheaf.info.series.SymbolicSeries;
import io.sheaf.info.series.TransferHistories;
import io.sheaf.info.series.Variable;
import io.sheaf.info.series.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// Two series of which nothing is asked yet.
///
/// @param x the source
/// @param y the target
/// @param dense whether values fill their range, so that bins hold equal shares; else bins have
///   equal widths
record SimulatedPair(Variable x, Variable y, boolean dense) {
  private static final int DAY = 24;

  /// Series without coupling.
  enum Kind {
    INDEPENDENT("independent"),
    AUTOCORRELATED("autocorrelated, 0.9"),
    CIRCADIAN("common driver"),
    CIRCADIAN_GIVEN("common driver, given"),
    SPARSE("sparse");

    private final String caption;

    Kind(String caption) {
      this.caption = caption;
    }

    String caption() {
      return caption;
    }

    boolean isGiven() {
      return this == CIRCADIAN_GIVEN;
    }

    SimulatedPair pair(int n, Random random) {
      return new SimulatedPair(one(n, random), one(n, random), this != SPARSE);
    }

    private Variable one(int n, Random random) {
      double[] x = new double[n];
      for (int t = 0; t < n; t++) {
        double e = random.nextGaussian();
        x[t] =
            switch (this) {
              case INDEPENDENT -> e;
              case AUTOCORRELATED -> t > 0 ? e + 0.9 * x[t - 1] : e / Math.sqrt(1 - 0.81);
              case CIRCADIAN, CIRCADIAN_GIVEN -> 0.7 * e + Math.sin(2 * Math.PI * t / DAY);
              case SPARSE -> random.nextDouble() < 0.1 ? 5 + e : 0.01 * e;
            };
      }
      return Variable.of(x);
    }
  }

  /// An estimator, and how it takes series.
  enum Method {
    GAUSSIAN,
    KSG1,
    KSG2,
    DISCRETE,
    SYMBOLIC;

    Estimator estimator() {
      return switch (this) {
        case GAUSSIAN -> new GaussianEstimator(false);
        case KSG1 -> new KsgEstimator(1, 4, 0, Workers.calling());
        case KSG2 -> new KsgEstimator(2, 4, 0, Workers.calling());
        case DISCRETE, SYMBOLIC -> new DiscreteEstimator(BiasCorrection.NONE);
      };
    }

    boolean isCounting() {
      return this == DISCRETE || this == SYMBOLIC;
    }

    String caption() {
      return switch (this) {
        case GAUSSIAN -> "Gaussian";
        case KSG1 -> "KSG 1";
        case KSG2 -> "KSG 2";
        case DISCRETE -> "discrete, 3 bins";
        case SYMBOLIC -> "symbolic, k = 3";
      };
    }

    private Variable prepared(Variable raw, boolean dense) {
      return switch (this) {
        case GAUSSIAN, KSG1, KSG2 -> raw.standardised();
        case DISCRETE -> DiscreteEstimator.binned(raw, 3, dense);
        case SYMBOLIC -> SymbolicSeries.of(raw, 3, 1, Segments.whole(raw.rows())).patterns();
      };
    }

    /// The time of day of each row that is left: its place on a circle, or a quarter of it.
    private Variable driver(int rows, int dropped) {
      IntToDoubleFunction angle = t -> 2 * Math.PI * (t + dropped) / DAY;
      return isCounting()
          ? column(rows, t -> Math.floorDiv((t + dropped) % DAY, 6))
          : Variable.joint(
              List.of(
                  column(rows, t -> Math.sin(angle.applyAsDouble(t))),
                  column(rows, t -> Math.cos(angle.applyAsDouble(t)))));
    }
  }

  private static Variable column(int rows, IntToDoubleFunction value) {
    return Variable.of(IntStream.range(0, rows).mapToDouble(value).toArray());
  }

  /// `x[t] = a x[t-1] + noise`, `y[t] = b y[t-1] + c x[t-1] + noise`, begun in the stationary
  /// state.
  static SimulatedPair coupled(int n, Coupling c, Random random) {
    int before = 100;
    double[] x = new double[n + before];
    double[] y = new double[n + before];
    for (int t = 1; t < x.length; t++) {
      x[t] = c.a() * x[t - 1] + random.nextGaussian();
      y[t] = c.b() * y[t - 1] + c.c() * x[t - 1] + random.nextGaussian();
    }
    return new SimulatedPair(
        Variable.of(Arrays.copyOfRange(x, before, x.length)),
        Variable.of(Arrays.copyOfRange(y, before, y.length)),
        true);
  }

  /// The numbers of an autoregressive pair.
  ///
  /// @param a of the source with its own past
  /// @param b of the target with its own past
  /// @param c of the target with the past of the source
  record Coupling(double a, double b, double c) {
    /// The transfer entropy of histories of one row: of the target's variance given its past, 1 +
    /// c² var(x | y), only 1 is left where the source is known.
    double nats() {
      double source = 1 / (1 - a * a);
      double both = a * c * source / (1 - a * b);
      double target = (c * c * source + 2 * b * c * both + 1) / (1 - b * b);
      return 0.5 * Math.log1p(c * c * (source - both * both / target));
    }
  }

  Observations transfer(Method method) {
    Variable source = method.prepared(x, dense);
    Variable target = method.prepared(y, dense);
    return Observations.transfer(source, target, TransferHistories.of(1, 1, 1), Rows.of(source));
  }

  Observations mutual(Method method) {
    return Observations.pairs(method.prepared(y, dense), method.prepared(x, dense));
  }

  /// The same samples with the time of day in the condition.
  Observations givenTime(Observations o, Method method) {
    int left = o.time(o.size() - 1) + 1;
    return o.given(List.of(Lagged.row(method.driver(left, x.rows() - left), 0)));
  }
}
