package io.sheaf.info;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// Information measures of discrete series, in bits, plug-in unless a [BiasCorrection] is named.
///
/// All are non-negative up to rounding, exactly 0 where a variable is constant, and grow with the
/// number of states for want of samples: by about (number of free cells)/(2n ln 2) bits. Compare
/// with surrogates ([SurrogateTest]) before believing one. No samples: NaN, as 0/0 would be. O(n (k
/// + l)) time and O(n) space, whatever the alphabets. Exact to 1e-12 bits up to a million samples.
public final class DiscreteInformation {
  private static final double LN_2 = Math.log(2);

  private DiscreteInformation() {}

  /// Joint entropy H(X, …) of series taken row by row.
  ///
  /// @param series one or more series of equal length
  /// @return bits; NaN if there are no rows
  /// @throws IllegalArgumentException if there is no series or the lengths differ
  public static double entropyBits(Symbols... series) {
    if (series.length == 0) {
      throw new IllegalArgumentException("0 series, expected at least 1");
    }
    Samples samples = Samples.pairs(series[0], series[0]);
    States joint = samples.next();
    for (int i = 1; i < series.length; i++) {
      joint = joint.and(Samples.pairs(series[0], series[i]).source());
    }
    int n = joint.size();
    FixedPointEntropy entropy = new FixedPointEntropy(n);
    return n == 0
        ? Double.NaN
        : entropy.bits((double) (entropy.sum(States.single(n)) - entropy.sum(joint))) / n;
  }

  /// Mutual information I(X;Y).
  ///
  /// @param x a series
  /// @param y a series of the same length
  /// @return bits; NaN if there are no rows
  /// @throws IllegalArgumentException if the lengths differ
  public static double mutualInformationBits(Symbols x, Symbols y) {
    return bits(Samples.pairs(x, y), BiasCorrection.NONE);
  }

  /// Conditional mutual information I(X;Y|Z).
  ///
  /// @param x a series
  /// @param y a series of the same length
  /// @param condition the series Z, of the same length
  /// @return bits; NaN if there are no rows
  /// @throws IllegalArgumentException if the lengths differ
  public static double conditionalMutualInformationBits(Symbols x, Symbols y, Symbols condition) {
    return bits(Samples.pairs(x, y, condition), BiasCorrection.NONE);
  }

  /// Active information storage `I(x[t]; x[t-k … t-1])`: what the past of a series says about it.
  ///
  /// Never falls as the history grows on the same rows: do not choose k by the greatest plug-in
  /// value.
  ///
  /// @param x the series
  /// @param history k, at least 1
  /// @param s segments of the series
  /// @return bits; NaN if no segment is longer than the history
  /// @throws IllegalArgumentException if the lengths differ or history < 1
  public static double activeInformationBits(Symbols x, int history, Segments s) {
    return bits(Samples.activeInformation(x, history, s), BiasCorrection.NONE);
  }

  /// Transfer entropy: what the history of the source adds to the target's own past.
  ///
  /// @param source the series that may inform
  /// @param target the series that may be informed
  /// @param e the histories and the delay
  /// @param s segments of both series
  /// @return bits; NaN if no segment is long enough
  /// @throws IllegalArgumentException if the lengths differ
  public static double transferEntropyBits(
      Symbols source, Symbols target, Embedding e, Segments s) {
    return bits(Samples.transfer(source, target, e, s), BiasCorrection.NONE);
  }

  /// Conditional transfer entropy: what the source adds to the target's past and the conditions.
  ///
  /// @param source the series that may inform
  /// @param target the series that may be informed
  /// @param conditions what else is known
  /// @param e the histories and the delay
  /// @param s segments of all series
  /// @return bits; NaN if no segment is long enough
  /// @throws IllegalArgumentException if the lengths differ
  public static double conditionalTransferEntropyBits(
      Symbols source, Symbols target, List<Condition> conditions, Embedding e, Segments s) {
    return bits(Samples.conditionalTransfer(source, target, conditions, e, s), BiasCorrection.NONE);
  }

  /// I(next; source | past) of samples.
  ///
  /// @param samples the samples
  /// @param correction what to do about bias
  /// @return bits, negative only if corrected; NaN if there are no samples
  public static double bits(Samples samples, BiasCorrection correction) {
    int n = samples.size();
    if (n == 0) {
      return Double.NaN;
    }
    Joint joint = new Joint(samples);
    return switch (correction) {
      case NONE -> joint.plugInBits();
      case MILLER_MADOW -> joint.plugInBits() + joint.freeCells() / (2.0 * n * Math.log(2));
      case GRASSBERGER -> joint.bits(CorrectedEntropy::grassbergerNats);
      case CHAO_SHEN -> joint.bits(CorrectedEntropy::chaoShenNats);
      case JAMES_STEIN -> joint.shrunkBits();
    };
  }

  /// The entropy of one series, corrected.
  ///
  /// @param x the series
  /// @param correction what to do about bias; for [BiasCorrection#JAMES_STEIN] the cells are the
  ///   observed symbols
  /// @return bits; NaN if there are no rows
  public static double entropyBits(Symbols x, BiasCorrection correction) {
    States states = Samples.pairs(x, x).next();
    int n = states.size();
    double nats =
        switch (correction) {
          case NONE -> entropyBits(x) * LN_2;
          case MILLER_MADOW -> entropyBits(x) * LN_2 + (states.count() - 1) / (2.0 * n);
          case GRASSBERGER -> CorrectedEntropy.grassbergerNats(states);
          case CHAO_SHEN -> CorrectedEntropy.chaoShenNats(states);
          case JAMES_STEIN -> {
            double share = CorrectedEntropy.shrinkage(states, states.count());
            yield CorrectedEntropy.shrunkNats(states, states.count(), share);
          }
        };
    return n == 0 ? Double.NaN : nats / LN_2;
  }

  /// The local values log2 p(next | source, past) / p(next | past), whose mean is the information.
  ///
  /// @param samples the samples
  /// @return bits for each sample, in their order; negative where the source misleads
  /// @see <a href="https://doi.org/10.1103/PhysRevE.77.026110">Lizier, Prokopenko, Zomaya 2008</a>
  public static double[] localBits(Samples samples) {
    States nextPast = samples.past().and(samples.next());
    States sourcePast = samples.past().and(samples.source());
    States joint = nextPast.and(samples.source());
    int[] ofPast = samples.past().occurrences();
    int[] ofNextPast = nextPast.occurrences();
    int[] ofSourcePast = sourcePast.occurrences();
    int[] ofJoint = joint.occurrences();
    double[] bits = new double[samples.size()];
    for (int i = 0; i < bits.length; i++) {
      double withSource = (double) ofJoint[joint.ids()[i]] / ofSourcePast[sourcePast.ids()[i]];
      double without = (double) ofNextPast[nextPast.ids()[i]] / ofPast[samples.past().ids()[i]];
      bits[i] = Math.log(withSource / without) / Math.log(2);
    }
    return bits;
  }

  /// The joint states of samples, and what entropies of them make an information.
  private record Joint(Samples samples, States nextPast, States sourcePast, States all) {
    Joint(Samples samples) {
      this(samples, samples.past().and(samples.next()), samples.past().and(samples.source()));
    }

    private Joint(Samples samples, States nextPast, States sourcePast) {
      this(samples, nextPast, sourcePast, nextPast.and(samples.source()));
    }

    double plugInBits() {
      FixedPointEntropy entropy = new FixedPointEntropy(samples.size());
      long sum =
          (entropy.sum(all) - entropy.sum(nextPast))
              - (entropy.sum(sourcePast) - entropy.sum(samples.past()));
      return entropy.bits((double) sum) / samples.size();
    }

    long freeCells() {
      return ((long) nextPast.count() - all.count())
          + ((long) sourcePast.count() - samples.past().count());
    }

    double bits(ToDoubleFunction<States> entropyNats) {
      double nats =
          (entropyNats.applyAsDouble(nextPast) - entropyNats.applyAsDouble(all))
              + (entropyNats.applyAsDouble(sourcePast) - entropyNats.applyAsDouble(samples.past()));
      return nats / LN_2;
    }

    double shrunkBits() {
      double x = samples.next().count();
      double y = samples.source().count();
      double z = samples.past().count();
      double share = CorrectedEntropy.shrinkage(all, x * y * z);
      double nats =
          (CorrectedEntropy.shrunkNats(nextPast, x * z, share)
                  - CorrectedEntropy.shrunkNats(all, x * y * z, share))
              + (CorrectedEntropy.shrunkNats(sourcePast, y * z, share)
                  - CorrectedEntropy.shrunkNats(samples.past(), z, share));
      return nats / LN_2;
    }
  }
}
