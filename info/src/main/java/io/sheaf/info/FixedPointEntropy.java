package io.sheaf.info;

/// c log2(c) for all counts c up to n, as integers in units of 2^-scale bits.
///
/// Sums of integers do not depend on their order, so that equal tables of counts give equal sums
/// and a surrogate that ties with the observed value is seen to tie. The scale is the largest for
/// which sums over all states of n samples stay below 2^61.
///
/// Different tables may have equal sums in theory (6^6 = 2^6 3^6) and differ by rounding: by at
/// most one unit for each of up to 4n cells and by 2^-51 of the largest sum, which is below 2^61.
/// That is the [#tolerance()] of comparisons; at n = 2,287 it is 1e-13 bits.
final class FixedPointEntropy {
  private static final double LN_2 = StrictMath.log(2);

  private final long[] table;
  private final long[] increments;
  private final double unitsPerBit;

  FixedPointEntropy(int n) {
    double greatest = Math.max(1, n * log2(Math.max(2, n)));
    unitsPerBit = Math.scalb(1.0, 61 - Math.getExponent(greatest) - 1);
    table = new long[n + 2];
    increments = new long[n + 1];
    for (int c = 2; c < table.length; c++) {
      table[c] = Math.round(c * log2(c) * unitsPerBit);
    }
    for (int c = 0; c < increments.length; c++) {
      increments[c] = table[c + 1] - table[c];
    }
  }

  /// Exact where c is a power of two, so that whole bits come out whole; StrictMath, so that the
  /// same seed gives the same p on every machine.
  private static double log2(int c) {
    int exponent = 31 - Integer.numberOfLeadingZeros(c);
    return exponent + StrictMath.log(Math.scalb((double) c, -exponent)) / LN_2;
  }

  /// The sum of c log2(c) over all states.
  long sum(States states) {
    long sum = 0;
    for (int c : states.occurrences()) {
      sum += table[c];
    }
    return sum;
  }

  /// What one more sample adds to c log2(c), for each c; shared, not modified.
  long[] increments() {
    return increments;
  }

  double bits(double sum) {
    return sum / unitsPerBit;
  }

  /// Sums this close are equal but for rounding.
  long tolerance() {
    return 2048 + 4L * increments.length;
  }
}
