package io.sheaf.info.series;

import java.util.Arrays;

/// Counts samples near a sample in some of the dimensions. Immutable; arrays are shared, not
/// modified.
sealed interface Subspace {
  /// The number of samples, the sample itself included, at most a radius away in each dimension.
  ///
  /// @param sample the one in the middle
  /// @param radii of each dimension; negative: none
  int near(int sample, double[] radii);

  /// The columns it counts in.
  double[][] columns();

  static Subspace of(double[][] columns, int samples) {
    return switch (columns.length) {
      case 0 -> new Everything(samples);
      case 1 -> Line.of(columns);
      default -> new Box(columns, new KdTree(columns));
    };
  }

  /// No dimension at all: everything is near.
  record Everything(int samples) implements Subspace {
    @Override
    public int near(int sample, double[] radii) {
      return samples;
    }

    @Override
    public double[][] columns() {
      return new double[0][];
    }
  }

  /// One dimension, sorted.
  static final class Line implements Subspace {
    private final double[][] columns;
    private final double[] sorted;

    Line(double[][] columns, double[] sorted) {
      this.columns = columns;
      this.sorted = sorted;
    }

    @Override
    public double[][] columns() {
      return columns;
    }

    static Line of(double[][] columns) {
      double[] sorted = columns[0].clone();
      Arrays.sort(sorted);
      return new Line(columns, sorted);
    }

    @Override
    public int near(int sample, double[] radii) {
      double radius = radii[0];
      double query = columns[0][sample];
      if (radius < 0) {
        return 0;
      }
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (query - sorted[middle] > radius) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      int first = low;
      high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] - query > radius) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low - first;
    }
  }

  /// More dimensions, in a tree.
  static final class Box implements Subspace {
    private final double[][] columns;
    private final KdTree tree;

    Box(double[][] columns, KdTree tree) {
      this.columns = columns;
      this.tree = tree;
    }

    @Override
    public double[][] columns() {
      return columns;
    }

    @Override
    public int near(int sample, double[] radii) {
      double[] query = new double[columns.length];
      for (int d = 0; d < query.length; d++) {
        query[d] = columns[d][sample];
      }
      return tree.count(query, radii);
    }
  }
}
