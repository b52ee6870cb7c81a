package io.sheaf.info.series;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Information between real-valued variables from the distances of nearest neighbours, after
/// Kraskov, Stögbauer and Grassberger, with Frenzel and Pompe's condition. Immutable.
///
/// The distance of a sample to its K-th neighbour in the joint space sets the scale at which
/// neighbours are counted in the spaces of (target, condition), (source, condition) and
/// (condition). Biases of the entropies largely cancel, exactly so for independent variables; the
/// value may be negative. Dependence that is strong, or spread over many dimensions, is
/// underestimated. Distances are maxima over all dimensions, so that units matter: standardise the
/// [Variable]s or the [Observations] unless all have the same.
///
/// Of neighbours at equal distances, algorithm 2 takes those that come first.
///
/// Values that occur twice (ties) are not what the method is made for: the distance may be 0. See
/// [Variable#tiedShare()] and [Variable#withNoise(double, long)].
///
/// O(n log n) time for few dimensions, O(n d) space; exact, on k-d trees. Constant source: 0 nats
/// (algorithm 1).
///
/// @param algorithm 1 (cubes) or 2 (boxes); 1 has less variance of its error, 2 less bias
/// @param neighbours K, at least 1; 4 is usual, more is smoother and blunter
/// @param theiler samples at most this many rows away are no neighbours, and the number of samples
///   is taken without them; 0 for independent samples, else about the autocorrelation time
/// @param workers who searches; results do not depend on it
/// @see <a href="https://doi.org/10.1103/PhysRevE.69.066138">Kraskov, Stögbauer, Grassberger
///   2004</a>
/// @see <a href="https://doi.org/10.1103/PhysRevLett.99.204101">Frenzel, Pompe 2007</a>
public record KsgEstimator(int algorithm, int neighbours, int theiler, Workers workers)
    implements Estimator {
  /// Checks the bounds.
  ///
  /// @throws IllegalArgumentException if algorithm is not 1 or 2, neighbours < 1 or theiler < 0
  public KsgEstimator {
    if (algorithm != 1 && algorithm != 2) {
      throw new IllegalArgumentException("algorithm = " + algorithm + ", expected 1 or 2");
    }
    if (neighbours < 1) {
      throw new IllegalArgumentException(
          "neighbours = " + neighbours + ", expected 1 <= neighbours < n");
    }
    if (theiler < 0) {
      throw new IllegalArgumentException("theiler = " + theiler + ", expected theiler >= 0");
    }
  }

  /// Algorithm 1 on the calling thread, without a Theiler window.
  ///
  /// @param neighbours K, at least 1
  /// @return the estimator
  /// @throws IllegalArgumentException if neighbours < 1
  public static KsgEstimator ofNeighbours(int neighbours) {
    return new KsgEstimator(1, neighbours, 0, Workers.calling());
  }

  @Override
  public double nats(Observations o) {
    return mean(localNats(o));
  }

  @Override
  public double[] localNats(Observations o) {
    return frame(o, false).localNats(o.source());
  }

  SourceInformation prepared(Observations o) {
    KsgFrame frame = frame(o, true);
    return source -> mean(frame.localNats(source));
  }

  private KsgFrame frame(Observations o, boolean again) {
    requireNeighbours(o.times());
    return new KsgFrame(this, o, again);
  }

  /// The entropy of Kozachenko and Leonenko, from the distance r to the K-th neighbour: digamma(n)
  /// - digamma(K) + d mean(ln 2r), n less those that the Theiler window leaves out.
  ///
  /// @throws IllegalArgumentException if more than K rows are equal, where it would be infinite
  /// @see <a href="https://doi.org/10.1103/PhysRevE.69.066138">Kraskov et al. 2004, equation 20</a>
  @Override
  public double entropyNats(Variable variable) {
    int n = variable.rows();
    int[] times = IntStream.range(0, n).toArray();
    requireNeighbours(times);
    KdTree tree = new KdTree(variable.columns());
    Exclusion exclusion = new Exclusion(times, theiler);
    Digamma digamma = new Digamma(Math.max(n, neighbours));
    double[] nats = new double[n];
    workers.forAll(
        n,
        (from, to) -> {
          KdTree.NearestSearch search = tree.new NearestSearch(neighbours, exclusion, false);
          for (int place = from; place < to; place++) {
            int sample = tree.sample(place);
            nats[sample] =
                digamma.of(exclusion.eligible(sample) + 1)
                    - digamma.of(neighbours)
                    + variable.dimensions() * Math.log(2 * search.find(place));
          }
        });
    double mean = mean(nats);
    if (Double.isInfinite(mean)) {
      throw new IllegalArgumentException(
          "more than %d equal rows, expected distinct values; add noise".formatted(neighbours));
    }
    return mean;
  }

  @Override
  public double multiInformationNats(List<Variable> variables) {
    if (variables.size() < 2) {
      throw new IllegalArgumentException(variables.size() + " variables, expected at least 2");
    }
    Variable joint = Variable.joint(variables);
    requireNeighbours(IntStream.range(0, joint.rows()).toArray());
    return mean(new KsgMultiInformation(this, variables, joint).localNats());
  }

  @Override
  public String describe() {
    return "ksg"
        + algorithm
        + ", K = "
        + neighbours
        + (theiler == 0 ? "" : ", Theiler window " + theiler);
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).sum() / values.length;
  }

  /// The sample in the middle of the densest stretch of time has the fewest possible neighbours.
  private void requireNeighbours(int[] times) {
    int fewest = times.length - 1;
    int from = 0;
    int to = 0;
    for (int i = 0; i < times.length && theiler > 0; i++) {
      while (times[i] - times[from] > theiler) {
        from++;
      }
      while (to < times.length && times[to] - times[i] <= theiler) {
        to++;
      }
      fewest = Math.min(fewest, times.length - (to - from));
    }
    if (fewest < neighbours) {
      throw new IllegalArgumentException(
          "neighbours = %d, expected 1 <= neighbours <= %d (samples = %d, Theiler window %d)"
              .formatted(neighbours, Math.max(0, fewest), times.length, theiler));
    }
  }

  /// The radii as they are for algorithm 2, where the border counts, and just below for algorithm
  /// 1.
  double radius(double distance) {
    return algorithm == 1 ? Math.nextDown(distance) : distance;
  }

  /// Neighbours in a subspace, those close in time left out.
  static int eligible(Subspace space, int sample, double[] radii, Exclusion exclusion) {
    int near = space.near(sample, radii);
    return near - exclusion.near(space.columns(), sample, radii);
  }

  /// Samples that are too close in time to count. Immutable.
  static final class Exclusion {
    private final int[] times;
    private final int window;

    /// @param times row of each sample, ascending; not modified
    /// @param window greatest distance in rows that is left out
    Exclusion(int[] times, int window) {
      this.times = times;
      this.window = window;
    }

    int[] times() {
      return times;
    }

    int window() {
      return window;
    }

    /// The number of samples that do count for a sample.
    int eligible(int sample) {
      return times.length - near(new double[0][], sample, new double[0]);
    }

    /// How many of them, the sample itself included, are near.
    int near(double[][] columns, int sample, double[] radii) {
      int count = 0;
      for (int i = sample; i >= 0 && times[sample] - times[i] <= window; i--) {
        count += within(columns, i, sample, radii) ? 1 : 0;
      }
      for (int i = sample + 1; i < times.length && times[i] - times[sample] <= window; i++) {
        count += within(columns, i, sample, radii) ? 1 : 0;
      }
      return count;
    }

    private static boolean within(double[][] columns, int i, int sample, double[] radii) {
      for (int d = 0; d < columns.length; d++) {
        if (!(Math.abs(columns[d][i] - columns[d][sample]) <= radii[d])) {
          return false;
        }
      }
      return true;
    }
  }
}
