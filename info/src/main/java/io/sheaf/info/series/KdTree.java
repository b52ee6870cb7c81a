package io.sheaf.info.series;

import java.util.Arrays;

/// A k-d tree over points in the maximum norm: exact nearest neighbours and exact counts of boxes.
/// Immutable; searches are confined to one thread.
///
/// A node is a range of places, halved at the median of its widest dimension; nodes are numbered as
/// in a heap, and points stand in the order of the leaves, so that a search reads memory in runs.
/// O(n log n) to build, O(log n) on average for neighbours and small boxes.
///
/// Differences are rounded monotonically, so that what is decided for the bounding box of a node
/// holds for each of its points to the last bit. The readable twin is in the tests.
final class KdTree {
  private static final int LEAF = 10;

  private final int dimensions;
  private final int size;
  private final double[] points;
  private final int[] samples;
  private final double[] boxes;

  /// @param columns one array a dimension, at least one; not modified
  KdTree(double[][] columns) {
    dimensions = columns.length;
    size = columns[0].length;
    samples = new int[size];
    for (int i = 0; i < size; i++) {
      samples[i] = i;
    }
    int nodes = 2;
    for (long most = size; most > LEAF; most = (most + 1) / 2) {
      nodes *= 2;
    }
    boxes = new double[nodes * 2 * dimensions];
    build(1, 0, size, columns);
    points = new double[size * dimensions];
    for (int d = 0; d < dimensions; d++) {
      for (int i = 0; i < size; i++) {
        points[i * dimensions + d] = columns[d][samples[i]];
      }
    }
  }

  /// The sample at a place of the tree; near places hold near points.
  int sample(int place) {
    return samples[place];
  }

  private void build(int node, int from, int to, double[][] columns) {
    int widest = 0;
    double width = -1;
    int box = node * 2 * dimensions;
    for (int d = 0; d < dimensions; d++) {
      double[] column = columns[d];
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        double value = column[samples[i]];
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      boxes[box + d] = low;
      boxes[box + dimensions + d] = high;
      if (high - low > width) {
        width = high - low;
        widest = d;
      }
    }
    if (to - from > LEAF) {
      int middle = (from + to) >>> 1;
      select(columns[widest], from, to - 1, middle);
      build(2 * node, from, middle, columns);
      build(2 * node + 1, middle, to, columns);
    }
  }

  /// Puts the sample of a rank into its place, smaller ones before and greater ones after it.
  private void select(double[] key, int first, int last, int rank) {
    int left = first;
    int right = last;
    while (left < right) {
      double pivot = medianOfThree(key, left, right);
      int i = left;
      int j = right;
      while (i <= j) {
        while (key[samples[i]] < pivot) {
          i++;
        }
        while (key[samples[j]] > pivot) {
          j--;
        }
        if (i <= j) {
          int kept = samples[i];
          samples[i++] = samples[j];
          samples[j--] = kept;
        }
      }
      if (rank <= j) {
        right = j;
      } else if (rank >= i) {
        left = i;
      } else {
        return;
      }
    }
  }

  private double medianOfThree(double[] key, int left, int right) {
    double a = key[samples[left]];
    double b = key[samples[(left + right) >>> 1]];
    double c = key[samples[right]];
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  /// A search for the nearest neighbours of samples, leaving out those close in time. Confined.
  final class NearestSearch {
    private final int[] times;
    private final int window;
    private final double[] query = new double[dimensions];
    private final double[] distances;
    private final int[] places;
    private final boolean byNumber;
    private int time;
    private double bound;

    /// @param which times and window of samples that are too close in time
    /// @param byNumber whether of samples at equal distances the one of the lowest number counts,
    ///   where it matters which ones are found and not only how far they are
    NearestSearch(int neighbours, KsgEstimator.Exclusion which, boolean byNumber) {
      this.times = which.times();
      this.window = which.window();
      this.byNumber = byNumber;
      distances = new double[neighbours];
      places = new int[neighbours];
    }

    /// Finds the neighbours of the sample at a place.
    ///
    /// @return the distance of the farthest of them; infinite if there are too few
    double find(int place) {
      System.arraycopy(points, place * dimensions, query, 0, dimensions);
      time = times[samples[place]];
      Arrays.fill(distances, Double.POSITIVE_INFINITY);
      bound = Double.POSITIVE_INFINITY;
      visit(1, 0, size);
      return distances[distances.length - 1];
    }

    /// Copies the neighbours found, nearest first; those that are missing are infinitely far.
    void copy(int[] neighbours, double[] howFar, int start) {
      for (int i = 0; i < places.length; i++) {
        neighbours[start + i] = samples[places[i]];
        howFar[start + i] = distances[i];
      }
    }

    /// The greatest distance of the neighbours in some of the dimensions.
    double spread(int from, int to) {
      double greatest = 0;
      for (int place : places) {
        for (int d = from; d < to; d++) {
          greatest = Math.max(greatest, Math.abs(query[d] - points[place * dimensions + d]));
        }
      }
      return greatest;
    }

    private void visit(int node, int from, int to) {
      if (to - from <= LEAF) {
        scan(from, to);
        return;
      }
      int middle = (from + to) >>> 1;
      double left = distance(2 * node);
      double right = distance(2 * node + 1);
      if (left <= right) {
        if (left < bound) {
          visit(2 * node, from, middle);
        }
        if (right < bound) {
          visit(2 * node + 1, middle, to);
        }
      } else {
        if (right < bound) {
          visit(2 * node + 1, middle, to);
        }
        if (left < bound) {
          visit(2 * node, from, middle);
        }
      }
    }

    private double distance(int node) {
      int box = node * 2 * dimensions;
      double greatest = 0;
      for (int d = 0; d < dimensions; d++) {
        double below = boxes[box + d] - query[d];
        double above = query[d] - boxes[box + dimensions + d];
        greatest = Math.max(greatest, Math.max(below, above));
      }
      return greatest;
    }

    private void scan(int from, int to) {
      for (int i = from; i < to; i++) {
        double greatest = 0;
        int point = i * dimensions;
        for (int d = 0; d < dimensions; d++) {
          greatest = Math.max(greatest, Math.abs(query[d] - points[point + d]));
        }
        if (greatest < bound && Math.abs((long) times[samples[i]] - time) > window) {
          insert(greatest, i);
        }
      }
    }

    private void insert(double distance, int place) {
      int last = distances.length - 1;
      if (!before(distance, place, last)) {
        return;
      }
      int i = last;
      for (; i > 0 && before(distance, place, i - 1); i--) {
        distances[i] = distances[i - 1];
        places[i] = places[i - 1];
      }
      distances[i] = distance;
      places[i] = place;
      bound = byNumber ? Math.nextUp(distances[last]) : distances[last];
    }

    private boolean before(double distance, int place, int i) {
      return distance < distances[i]
          || (byNumber && distance == distances[i] && samples[place] < samples[places[i]]);
    }
  }

  /// The number of points at most a radius away in each dimension.
  int count(double[] query, double[] radii) {
    return count(1, 0, size, new double[][] {query, radii});
  }

  private int count(int node, int from, int to, double[][] box) {
    double[] query = box[0];
    double[] radii = box[1];
    int low = node * 2 * dimensions;
    boolean inside = true;
    for (int d = 0; d < dimensions; d++) {
      double toLow = query[d] - boxes[low + d];
      double toHigh = boxes[low + dimensions + d] - query[d];
      if (-toLow > radii[d] || -toHigh > radii[d]) {
        return 0;
      }
      inside &= toLow <= radii[d] && toHigh <= radii[d];
    }
    if (inside) {
      return to - from;
    }
    if (to - from <= LEAF) {
      return scan(from, to, query, radii);
    }
    int middle = (from + to) >>> 1;
    return count(2 * node, from, middle, box) + count(2 * node + 1, middle, to, box);
  }

  private int scan(int from, int to, double[] query, double[] radii) {
    int count = 0;
    for (int i = from; i < to; i++) {
      boolean within = true;
      for (int d = 0; d < dimensions; d++) {
        within &= Math.abs(query[d] - points[i * dimensions + d]) <= radii[d];
      }
      count += within ? 1 : 0;
    }
    return count;
  }
}
