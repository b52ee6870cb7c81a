package io.sheaf.workloads.cohort.data;

import java.util.Locale;

/// Numbers of a CSV cell, without garbage for the short ones.
///
/// A number of at most 15 significant digits and a power of ten of at most 22 is one exact integer
/// multiplied or divided by one exact power of ten, so the result is rounded once and equals
/// [Double#parseDouble]; everything longer goes there.
///
/// @see <a href="https://doi.org/10.1145/93542.93557">Clinger 1990, the fast path of AlgorithmR</a>
final class Decimal {
  private static final int EXACT_DIGITS = 15;

  /// More than a line has characters, so that no fraction can bring it back.
  private static final int MOST_EXPONENT = 100_000_000;

  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private Decimal() {}

  /// The value of a cell: NaN if empty or `nan`, infinite if it says so or is too large.
  ///
  /// @throws NumberFormatException if the cell is no decimal number
  static double parse(char[] text, int from, int length) {
    int end = from + length;
    int i = from < end && isSign(text[from]) ? from + 1 : from;
    long significand = 0;
    int digits = 0;
    int significant = 0;
    int exponent = 0;
    boolean fraction = false;
    for (; i < end; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit <= 9) {
        significand = significand * 10 + digit;
        digits++;
        if (significant > 0 || digit > 0) {
          significant++;
        }
        if (fraction) {
          exponent--;
        }
      } else if (text[i] == '.' && !fraction) {
        fraction = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return word(text, from, length);
    }
    if (i < end) {
      exponent += exponent(text, i, end);
    }
    if (significant > EXACT_DIGITS || Math.abs(exponent) >= POWERS.length) {
      return Double.parseDouble(new String(text, from, length));
    }
    double magnitude =
        exponent < 0 ? significand / POWERS[-exponent] : significand * POWERS[exponent];
    return text[from] == '-' ? -magnitude : magnitude;
  }

  private static boolean isSign(char c) {
    return c == '-' || c == '+';
  }

  /// The number behind the `e` at `i`, cut at a size that is beyond any double.
  private static int exponent(char[] text, int i, int end) {
    int first = i + 1 < end && isSign(text[i + 1]) ? i + 2 : i + 1;
    if ((text[i] | 0x20) != 'e' || first >= end) {
      throw new NumberFormatException();
    }
    int exponent = 0;
    for (int j = first; j < end; j++) {
      if (text[j] < '0' || text[j] > '9') {
        throw new NumberFormatException();
      }
      exponent = Math.min(MOST_EXPONENT, exponent * 10 + text[j] - '0');
    }
    return text[i + 1] == '-' ? -exponent : exponent;
  }

  private static double word(char[] text, int from, int length) {
    return switch (new String(text, from, length).toLowerCase(Locale.ROOT)) {
      case "", "nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw new NumberFormatException();
    };
  }
}
