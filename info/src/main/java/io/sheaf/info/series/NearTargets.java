package io.sheaf.info.series;

import io.sheaf.info.series.KsgEstimator.Exclusion;
import java.util.Arrays;

/// The samples nearest to each in the space of target and condition, nearest first. Immutable,
/// thread-safe.
///
/// A source can only move samples apart, so that the neighbours in the joint space are among the
/// first, whatever the source: for many sources this is quicker than a tree of each. Exact: where
/// the list ends too early, it says so. Those too close in time are left out.
final class NearTargets {
  private static final int LONGEST = 128;

  private final int[] samples;
  private final double[] distances;
  private final int length;
  private final boolean whole;

  private NearTargets(int[] samples, double[] distances, int length, boolean whole) {
    this.samples = samples;
    this.distances = distances;
    this.length = length;
    this.whole = whole;
  }

  /// No lists at all: nothing is found.
  static NearTargets none() {
    return new NearTargets(new int[0], new double[0], 0, false);
  }

  static NearTargets of(double[][] columns, Exclusion exclusion, Workers workers) {
    KdTree tree = new KdTree(columns);
    int n = columns[0].length;
    int length = Math.min(n, LONGEST);
    int[] samples = new int[n * length];
    double[] distances = new double[n * length];
    workers.forAll(
        n,
        (from, to) -> {
          KdTree.NearestSearch search = tree.new NearestSearch(length, exclusion, false);
          for (int place = from; place < to; place++) {
            search.find(place);
            search.copy(samples, distances, tree.sample(place) * length);
          }
        });
    return new NearTargets(samples, distances, length, length == n);
  }

  int length() {
    return length;
  }

  /// Finds the nearest samples in the joint space.
  ///
  /// @param sample the one in the middle
  /// @param source columns of the source
  /// @param nearest where their distances go, ascending
  /// @return whether they are found, so that the list is long enough
  boolean find(int sample, double[][] source, double[] nearest) {
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    int last = nearest.length - 1;
    for (int i = sample * length; i < (sample + 1) * length; i++) {
      if (distances[i] >= nearest[last]) {
        return true;
      }
      double apart = distances[i];
      for (double[] column : source) {
        apart = Math.max(apart, Math.abs(column[samples[i]] - column[sample]));
      }
      int place = last;
      for (; place > 0 && apart < nearest[place - 1]; place--) {
        nearest[place] = nearest[place - 1];
      }
      nearest[place] = Math.min(nearest[place], apart);
    }
    return whole;
  }

  /// The number of listed samples at most a radius away from one, in target and condition.
  int within(int sample, double radius) {
    int from = sample * length;
    int low = from;
    int high = from + length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (distances[middle] <= radius) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - from;
  }
}
