package io.sheaf.info.series;

import io.sheaf.info.series.KsgEstimator.Exclusion;
import java.util.Arrays;
import java.util.stream.Stream;

/// All that does not change with the source. Immutable, thread-safe.
final class KsgFrame {
  private final KsgEstimator estimator;
  private final double[][] target;
  private final double[][] condition;
  private final Subspace targetSpace;
  private final Subspace conditionSpace;
  private final Exclusion exclusion;
  private final Digamma digamma;
  private final int size;

  KsgFrame(KsgEstimator estimator, Observations o) {
    this.estimator = estimator;
    target = o.target();
    condition = o.condition();
    size = o.size();
    targetSpace = Subspace.of(joined(target, condition), size);
    conditionSpace = Subspace.of(condition, size);
    exclusion = new Exclusion(o.times(), estimator.theiler());
    digamma = new Digamma(size + 1);
  }

  /// The columns side by side.
  static double[][] joined(double[][]... parts) {
    return Stream.of(parts).flatMap(Arrays::stream).toArray(double[][]::new);
  }

  double[] localNats(double[][] source) {
    KdTree tree = new KdTree(joined(target, source, condition));
    Subspace sourceSpace = Subspace.of(joined(source, condition), size);
    double[] nats = new double[size];
    estimator
        .workers()
        .forAll(
            size,
            (from, to) -> {
              Pass pass = new Pass(tree, sourceSpace, source.length);
              for (int place = from; place < to; place++) {
                nats[tree.sample(place)] = pass.localNats(place);
              }
            });
    return nats;
  }

  /// The work of one thread.
  private final class Pass {
    private final KdTree tree;
    private final Subspace sourceSpace;
    private final int sources;
    private final KdTree.NearestSearch search;
    private final double[] ofTarget;
    private final double[] ofSource;
    private final double[] ofCondition;

    Pass(KdTree tree, Subspace sourceSpace, int sources) {
      this.tree = tree;
      this.sourceSpace = sourceSpace;
      this.sources = sources;
      search =
          tree.new NearestSearch(estimator.neighbours(), exclusion, estimator.algorithm() == 2);
      ofTarget = new double[target.length + condition.length];
      ofSource = new double[sources + condition.length];
      ofCondition = new double[condition.length];
    }

    double localNats(int place) {
      double distance = search.find(place);
      if (estimator.algorithm() == 1) {
        double radius = estimator.radius(distance);
        Arrays.fill(ofTarget, radius);
        Arrays.fill(ofSource, radius);
        Arrays.fill(ofCondition, radius);
        return cubes(tree.sample(place));
      }
      int first = target.length;
      int second = first + sources;
      double ofZ = search.spread(second, second + condition.length);
      Arrays.fill(ofTarget, ofZ);
      Arrays.fill(ofTarget, 0, target.length, search.spread(0, first));
      Arrays.fill(ofSource, ofZ);
      Arrays.fill(ofSource, 0, sources, search.spread(first, second));
      Arrays.fill(ofCondition, ofZ);
      return boxes(tree.sample(place));
    }

    private int near(Subspace space, int sample, double[] radii) {
      return KsgEstimator.eligible(space, sample, radii, exclusion);
    }

    /// Equation 8 of Kraskov et al., and its conditional form.
    private double cubes(int sample) {
      int xz = near(targetSpace, sample, ofTarget);
      int yz = near(sourceSpace, sample, ofSource);
      int z = conditioned(sample);
      return digamma.of(estimator.neighbours())
          - digamma.of(xz + 1)
          - digamma.of(yz + 1)
          + digamma.of(z + 1);
    }

    /// Equation 9 of Kraskov et al.; with a condition each space of two boxes has its own 1/n.
    private double boxes(int sample) {
      int xz = near(targetSpace, sample, ofTarget);
      int yz = near(sourceSpace, sample, ofSource);
      int k = estimator.neighbours();
      if (condition.length == 0) {
        return digamma.of(k) - 1.0 / k - digamma.of(xz) - digamma.of(yz) + digamma.of(size);
      }
      return digamma.of(k)
          - 2.0 / k
          - (digamma.of(xz) - 1.0 / xz)
          - (digamma.of(yz) - 1.0 / yz)
          + digamma.of(conditioned(sample));
    }

    private int conditioned(int sample) {
      return condition.length == 0 ? size - 1 : near(conditionSpace, sample, ofCondition);
    }
  }
}
