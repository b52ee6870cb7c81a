package io.sheaf.info;

import org.hipparchus.special.Gamma;

/// The analytic null: 2 n ln(2) bits of an independent source follow a chi-square distribution, if
/// every cell is expected about 5 times or more. With longer histories cells are few and far
/// between: use [SurrogateTest].
///
/// The statistic is 2n times the information in nats; without the ln(2) a test at 0.05 rejects
/// about 0.13 of independent binary series. Degrees of freedom are summed over the observed pasts,
/// (nexts seen with the past - 1)(source states seen with it - 1). Counting all possible states
/// instead gives (a - 1)(b^l - 1)a^k, far too many where most never occur, and so hides real
/// effects. O(n) time and space.
///
/// @param valueBits the information
/// @param statistic 2 n ln(2) valueBits
/// @param degreesOfFreedom of the chi-square distribution
/// @param pValue probability of a statistic this great; 1 without degrees of freedom, NaN without
///   samples
/// @see <a href="https://doi.org/10.1103/PhysRevLett.109.138105">Barnett, Bossomaier 2012</a>
public record ChiSquareTest(
    double valueBits, double statistic, long degreesOfFreedom, double pValue) {

  /// Compares the information of samples with chi-square.
  ///
  /// @param samples the samples
  /// @return the comparison
  public static ChiSquareTest run(Samples samples) {
    double bits = DiscreteInformation.bits(samples, BiasCorrection.NONE);
    double statistic = Math.max(0, 2 * samples.size() * Math.log(2) * bits);
    long freedom = degreesOfFreedom(samples);
    double p = freedom == 0 ? 1 : Gamma.regularizedGammaQ(freedom / 2.0, statistic / 2);
    return new ChiSquareTest(bits, statistic, freedom, samples.size() == 0 ? Double.NaN : p);
  }

  private static long degreesOfFreedom(Samples samples) {
    States past = samples.past();
    int[] nexts = statesWithPast(past, samples.next());
    int[] sources = statesWithPast(past, samples.source());
    long freedom = 0;
    for (int z = 0; z < past.count(); z++) {
      freedom += (nexts[z] - 1L) * (sources[z] - 1L);
    }
    return freedom;
  }

  /// The number of states seen with each past.
  private static int[] statesWithPast(States past, States states) {
    States joint = past.and(states);
    int[] count = new int[past.count()];
    int seen = 0;
    for (int i = 0; i < joint.size(); i++) {
      if (joint.ids()[i] == seen) {
        seen++;
        count[past.ids()[i]]++;
      }
    }
    return count;
  }
}
