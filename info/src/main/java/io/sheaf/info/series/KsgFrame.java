package io.sheaf.info.series;

import io.sheaf.info.series.KsgEstimator.Exclusion;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// All that does not change with the source. Immutable, thread-safe.
final class KsgFrame {
  /// Of more samples, more than a list holds are near in too few dimensions.
  private static final int MOST_LISTED = 4096;

  private final KsgEstimator estimator;
  private final double[][] target;
  private final double[][] condition;
  private final Subspace targetSpace;
  private final Subspace conditionSpace;
  private final Exclusion exclusion;
  private final Digamma digamma;
  private final NearTargets nearTargets;
  private final int size;

  /// @param again whether there will be many sources
  KsgFrame(KsgEstimator estimator, Observations o, boolean again) {
    this.estimator = estimator;
    target = o.target();
    condition = o.condition();
    size = o.size();
    double[][] fixed = joined(target, condition);
    targetSpace = Subspace.of(fixed, size);
    conditionSpace = Subspace.of(condition, size);
    exclusion = new Exclusion(o.times(), estimator.theiler());
    digamma = new Digamma(size + 1);
    nearTargets =
        again && estimator.algorithm() == 1 && size <= MOST_LISTED
            ? NearTargets.of(fixed, exclusion, estimator.workers())
            : NearTargets.none();
  }

  /// The columns side by side.
  static double[][] joined(double[][]... parts) {
    return Stream.of(parts).flatMap(Arrays::stream).toArray(double[][]::new);
  }

  double[] localNats(double[][] source) {
    Subspace sourceSpace = Subspace.of(joined(source, condition), size);
    double[] nats = new double[size];
    Arrays.fill(nats, Double.NaN);
    if (nearTargets.length() > 0) {
      estimator
          .workers()
          .forAll(size, (from, to) -> new Pass(sourceSpace, source).listed(nats, from, to));
    }
    if (DoubleStream.of(nats).anyMatch(Double::isNaN)) {
      KdTree tree = new KdTree(joined(target, source, condition));
      estimator
          .workers()
          .forAll(size, (from, to) -> new Pass(sourceSpace, source).rest(tree, nats, from, to));
    }
    return nats;
  }

  /// The work of one thread.
  private final class Pass {
    private final Subspace sourceSpace;
    private final double[][] source;
    private final double[] ofTarget;
    private final double[] ofSource;
    private final double[] ofCondition;

    Pass(Subspace sourceSpace, double[][] source) {
      this.sourceSpace = sourceSpace;
      this.source = source;
      ofTarget = new double[target.length + condition.length];
      ofSource = new double[source.length + condition.length];
      ofCondition = new double[condition.length];
    }

    /// What the lists of near targets tell.
    void listed(double[] nats, int from, int to) {
      double[] nearest = new double[estimator.neighbours()];
      for (int sample = from; sample < to; sample++) {
        if (nearTargets.find(sample, source, nearest)) {
          double radius = estimator.radius(nearest[nearest.length - 1]);
          nats[sample] = cubes(sample, radius, nearTargets.within(sample, radius));
        }
      }
    }

    /// What is not known yet, in the order of the tree.
    void rest(KdTree tree, double[] nats, int from, int to) {
      KdTree.NearestSearch search =
          tree.new NearestSearch(estimator.neighbours(), exclusion, estimator.algorithm() == 2);
      for (int place = from; place < to; place++) {
        int sample = tree.sample(place);
        if (Double.isNaN(nats[sample])) {
          double distance = search.find(place);
          nats[sample] =
              estimator.algorithm() == 1 ? cubes(sample, distance) : boxes(sample, search);
        }
      }
    }

    private double cubes(int sample, double distance) {
      double radius = estimator.radius(distance);
      Arrays.fill(ofTarget, radius);
      return cubes(sample, radius, near(targetSpace, sample, ofTarget));
    }

    private double boxes(int sample, KdTree.NearestSearch search) {
      int first = target.length;
      int second = first + source.length;
      double ofZ = search.spread(second, second + condition.length);
      Arrays.fill(ofTarget, ofZ);
      Arrays.fill(ofTarget, 0, target.length, search.spread(0, first));
      Arrays.fill(ofSource, ofZ);
      Arrays.fill(ofSource, 0, source.length, search.spread(first, second));
      Arrays.fill(ofCondition, ofZ);
      return boxes(sample);
    }

    private int near(Subspace space, int sample, double[] radii) {
      return KsgEstimator.eligible(space, sample, radii, exclusion);
    }

    /// Equation 8 of Kraskov et al., and its conditional form.
    ///
    /// @param xz neighbours in the space of the target
    private double cubes(int sample, double radius, int xz) {
      Arrays.fill(ofSource, radius);
      Arrays.fill(ofCondition, radius);
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
        return digamma.of(k)
            - 1.0 / k
            - digamma.of(xz)
            - digamma.of(yz)
            + digamma.of(conditioned(sample) + 1);
      }
      return digamma.of(k)
          - 2.0 / k
          - (digamma.of(xz) - 1.0 / xz)
          - (digamma.of(yz) - 1.0 / yz)
          + digamma.of(conditioned(sample));
    }

    private int conditioned(int sample) {
      return near(conditionSpace, sample, ofCondition);
    }
  }
}
