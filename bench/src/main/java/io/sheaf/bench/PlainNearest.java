package io.sheaf.bench;

import io.sheaf.info.series.KsgEstimator;
import io.sheaf.info.series.Observations;
import io.sheaf.info.series.Variable;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/// Transfer entropy by nearest neighbours (algorithm 1, k = l = 1, delay 1) from comparing all with
/// all, sample by sample. Run before a time counts.
record PlainNearest(Variable source, Variable target, int neighbours) {
  private double apart(int i, int j, int... which) {
    double most = 0;
    for (int one : which) {
      Variable of = one == 2 ? source : target;
      int later = one == 0 ? 1 : 0;
      most = Math.max(most, Math.abs(of.at(i + later, 0) - of.at(j + later, 0)));
    }
    return most;
  }

  private double digammaOfNear(int i, double radius, int... which) {
    int size = source.rows() - 1;
    int near =
        (int) IntStream.range(0, size).filter(j -> j != i && apart(i, j, which) < radius).count();
    return digamma(near + 1);
  }

  private static double digamma(int n) {
    return IntStream.range(1, n).mapToDouble(i -> 1.0 / i).sum() - 0.5772156649015329;
  }

  /// Next is 0, past 1, source 2.
  private double nats(int i) {
    int size = source.rows() - 1;
    double[] all = IntStream.range(0, size).mapToDouble(j -> apart(i, j, 0, 1, 2)).toArray();
    Arrays.sort(all);
    double radius = all[neighbours];
    return digamma(neighbours)
        - digammaOfNear(i, radius, 0, 1)
        - digammaOfNear(i, radius, 1, 2)
        + digammaOfNear(i, radius, 1);
  }

  /// Compares some of the local values.
  void of(KsgEstimator estimator, Observations transfer) {
    double[] local = estimator.localNats(transfer);
    Random random = new Random(2);
    for (int i : random.ints(50, 0, local.length).toArray()) {
      if (Math.abs(local[i] - nats(i)) > 1e-9) {
        throw new IllegalStateException(
            "sample %d of %d: %s nats, plain %s".formatted(i, local.length, local[i], nats(i)));
      }
    }
    double mean = Arrays.stream(local).average().orElseThrow();
    if (Math.abs(mean - estimator.nats(transfer)) > 1e-9) {
      throw new IllegalStateException("mean of local values " + mean);
    }
  }
}
