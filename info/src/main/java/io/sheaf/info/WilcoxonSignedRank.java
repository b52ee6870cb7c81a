package io.sheaf.info;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import org.hipparchus.special.Erf;

/// The signed-rank test that differences are symmetric about 0, two-sided. Zeros are dropped.
///
/// Exact for up to 50 differences without zeros or ties; else a normal approximation with the
/// correction for ties and none for continuity. Fewer than 3 differences, zeros counted, or none
/// but zeros say nothing. O(n log n) time, O(n³) where exact.
///
/// @param differences number of differences that are not 0
/// @param positiveRankSum sum of the ranks of the positive ones, mean ranks for ties
/// @param exact whether p is exact
/// @param pValue two-sided p; NaN for fewer than 3 differences, zeros counted, or if all are 0
/// @see <a href="https://doi.org/10.2307/3001968">Wilcoxon 1945</a>
public record WilcoxonSignedRank(
    int differences, double positiveRankSum, boolean exact, double pValue) {
  private static final int GREATEST_EXACT = 50;
  private static final int FEWEST = 3;

  /// Tests differences.
  ///
  /// @param differences paired differences, not NaN; not modified
  /// @return the test
  /// @throws IllegalArgumentException if a difference is NaN
  public static WilcoxonSignedRank test(double[] differences) {
    for (int i = 0; i < differences.length; i++) {
      if (Double.isNaN(differences[i])) {
        throw new IllegalArgumentException("differences[" + i + "] = NaN, expected a number");
      }
    }
    double[] magnitudes = magnitudes(differences, d -> d != 0);
    double[] gains = magnitudes(differences, d -> d > 0);
    int n = magnitudes.length;
    int gain = 0;
    double positive = 0;
    double tieCorrection = 0;
    int start = 0;
    while (start < n) {
      int end = start;
      while (end < n && magnitudes[end] == magnitudes[start]) {
        end++;
      }
      for (; gain < gains.length && gains[gain] == magnitudes[start]; gain++) {
        positive += (start + 1 + end) / 2.0;
      }
      double ties = end - start;
      tieCorrection += ties * (ties * ties - 1);
      start = end;
    }
    boolean tested = differences.length >= FEWEST && n > 0;
    boolean exact = tested && n == differences.length && tieCorrection == 0 && n <= GREATEST_EXACT;
    double p =
        !tested
            ? Double.NaN
            : exact ? exactP(n, (int) positive) : normalP(n, positive, tieCorrection);
    return new WilcoxonSignedRank(n, positive, exact, p);
  }

  private static double[] magnitudes(double[] differences, DoublePredicate wanted) {
    return Arrays.stream(differences).filter(wanted).map(Math::abs).sorted().toArray();
  }

  /// Twice the share of the 2^n sign patterns with a rank sum at most the smaller of the two.
  private static double exactP(int n, int positive) {
    int total = n * (n + 1) / 2;
    double[] patterns = new double[total + 1];
    patterns[0] = 1;
    for (int rank = 1; rank <= n; rank++) {
      for (int sum = total; sum >= rank; sum--) {
        patterns[sum] += patterns[sum - rank];
      }
    }
    double tail = 0;
    for (int sum = 0; sum <= Math.min(positive, total - positive); sum++) {
      tail += patterns[sum];
    }
    return Math.min(1, Math.scalb(2 * tail, -n));
  }

  private static double normalP(int n, double positive, double tieCorrection) {
    double mean = n * (n + 1.0) / 4;
    double variance = n * (n + 1.0) * (2.0 * n + 1) / 24 - tieCorrection / 48;
    return Erf.erfc(Math.abs(positive - mean) / Math.sqrt(2 * variance));
  }
}
