package io.sheaf.info.series;

import io.sheaf.info.series.KsgEstimator.Exclusion;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Multi-information from nearest neighbours: equations 23 and 30 of Kraskov et al. Confined.
///
/// @param joint all dimensions of the variables, in their order
record KsgMultiInformation(KsgEstimator estimator, List<Variable> variables, Variable joint) {
  double[] localNats() {
    int n = joint.rows();
    int[] times = IntStream.range(0, n).toArray();
    KdTree tree = new KdTree(joint.columns());
    List<Subspace> spaces = variables.stream().map(one -> Subspace.of(one.columns(), n)).toList();
    Exclusion exclusion = new Exclusion(times, estimator.theiler());
    Digamma digamma = new Digamma(n + 1);
    int k = estimator.neighbours();
    double others = variables.size() - 1.0;
    double fixed = digamma.of(k) - (estimator.algorithm() == 2 ? others / k : 0);
    double[] nats = new double[n];
    estimator
        .workers()
        .forAll(
            n,
            (from, to) -> {
              KdTree.NearestSearch search =
                  tree.new NearestSearch(k, exclusion, estimator.algorithm() == 2);
              for (int place = from; place < to; place++) {
                double distance = search.find(place);
                double sum = 0;
                int first = 0;
                for (Subspace space : spaces) {
                  int last = first + space.columns().length;
                  double[] radii = new double[last - first];
                  boolean cube = estimator.algorithm() == 1;
                  Arrays.fill(
                      radii, cube ? estimator.radius(distance) : search.spread(first, last));
                  int near = KsgEstimator.eligible(space, tree.sample(place), radii, exclusion);
                  sum += digamma.of(cube ? near + 1 : near);
                  first = last;
                }
                int eligible = exclusion.eligible(tree.sample(place));
                nats[tree.sample(place)] = fixed + others * digamma.of(eligible + 1) - sum;
              }
            });
    return nats;
  }
}
