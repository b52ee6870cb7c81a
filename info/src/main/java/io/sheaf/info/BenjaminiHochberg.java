package io.sheaf.info;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The false discovery rate of many tests. O(m log m) time for m of them.
///
/// @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini, Hochberg 1995</a>
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /// Adjusted p-values q: rejecting every q <= a keeps the expected share of false rejections below
  /// a, for tests that are independent or positively dependent.
  ///
  /// @param p p-values in [0, 1]; NaN is no test: it does not count and stays NaN; not modified
  /// @return q-values in the same order; q of rank i is the least p n/rank from rank i on, at most
  ///   1
  /// @throws IllegalArgumentException if a value is outside [0, 1]
  public static double[] adjust(double[] p) {
    for (int i = 0; i < p.length; i++) {
      if (p[i] < 0 || p[i] > 1) {
        throw new IllegalArgumentException("p[%d] = %s, expected 0 <= p <= 1".formatted(i, p[i]));
      }
    }
    List<Integer> descending =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> p[i]).reversed())
            .toList();
    double[] q = p.clone();
    int n = descending.size();
    double least = 1;
    for (int place = 0; place < n; place++) {
      int i = descending.get(place);
      // In this order a factor of at least 1 cannot round q below p.
      least = Math.min(least, p[i] * ((double) n / (n - place)));
      q[i] = least;
    }
    return q;
  }
}
