package io.sheaf.info;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.special.Beta;

/// Granger causality between two series: does the past of one improve the linear prediction of the
/// other? F tests of nested regressions, both ways, at the lag chosen by Akaike's criterion.
///
/// Linear and Gaussian; for symbols or thresholds see [DiscreteInformation]. O(n m³) time for n
/// rows and lags up to m.
///
/// @param lag p, rows of both pasts; 0 if there was no test
/// @param rows rows predicted by each regression
/// @param fXToY F statistic for x helping to predict y; NaN if there was no test
/// @param pXToY its p-value, from F(p, rows - 2p - 1)
/// @param fYToX F statistic for y helping to predict x; NaN if there was no test
/// @param pYToX its p-value
/// @see <a href="https://doi.org/10.2307/1912791">Granger 1969</a>
public record GrangerCausality(
    int lag, int rows, double fXToY, double pXToY, double fYToX, double pYToX) {
  private static final int FEWEST_ROWS = 50;
  private static final GrangerCausality UNTESTED =
      new GrangerCausality(0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /// Tests both directions.
  ///
  /// The lag is the p in 0 … maxLag with the least ln det(S) + (4p + 2) 2/n, where S is the
  /// maximum-likelihood covariance of the residuals of the vector autoregression with constant on
  /// the n rows that have maxLag rows before them in their segment; 0 is raised to 1. The tests use
  /// all rows that have p rows before them.
  ///
  /// @param x a series, finite inside segments; not modified
  /// @param y a series of the same length, finite inside segments; not modified
  /// @param s segments of both series
  /// @param maxLag greatest lag, at least 1
  /// @return the tests; lag 0 and NaN if n < 50 or a series is constant on those rows
  /// @throws IllegalArgumentException if the lengths differ, maxLag < 1 or a value is not finite
  public static GrangerCausality pairwise(double[] x, double[] y, Segments s, int maxLag) {
    if (x.length != s.length() || y.length != s.length()) {
      throw new IllegalArgumentException(
          "series of %d and %d rows, expected %d like the segments"
              .formatted(x.length, y.length, s.length()));
    }
    if (maxLag < 1) {
      throw new IllegalArgumentException("maxLag = " + maxLag + ", expected maxLag >= 1");
    }
    requireFinite(x, "x", s);
    requireFinite(y, "y", s);
    int[] common = rowsAfter(maxLag, s);
    if (common.length < FEWEST_ROWS || constant(x, common) || constant(y, common)) {
      return UNTESTED;
    }
    int lag = bestLag(x, y, common, maxLag);
    int[] rows = rowsAfter(lag, s);
    double toY = statistic(y, x, rows, lag);
    double toX = statistic(x, y, rows, lag);
    return new GrangerCausality(
        lag, rows.length, toY, pValue(toY, rows.length, lag), toX, pValue(toX, rows.length, lag));
  }

  private static void requireFinite(double[] series, String name, Segments s) {
    for (int row : rowsAfter(0, s)) {
      if (!Double.isFinite(series[row])) {
        throw new IllegalArgumentException(
            "%s[%d] = %s, expected a finite number".formatted(name, row, series[row]));
      }
    }
  }

  private static int[] rowsAfter(int lag, Segments s) {
    return IntStream.range(0, s.count())
        .flatMap(i -> IntStream.range(s.start(i) + lag, Math.max(s.start(i) + lag, s.end(i))))
        .toArray();
  }

  private static boolean constant(double[] series, int[] rows) {
    return Arrays.stream(rows).allMatch(row -> series[row] == series[rows[0]]);
  }

  private static int bestLag(double[] x, double[] y, int[] rows, int maxLag) {
    double[] nowX = lagged(x, rows, 0);
    double[] nowY = lagged(y, rows, 0);
    Regression regression = new Regression().add(ones(rows.length));
    double least = Double.POSITIVE_INFINITY;
    int best = 0;
    for (int lag = 0; lag <= maxLag; lag++) {
      if (lag > 0) {
        regression.add(lagged(x, rows, lag)).add(lagged(y, rows, lag));
      }
      double criterion =
          logDeterminant(regression.residuals(nowX), regression.residuals(nowY))
              + 2.0 * (4 * lag + 2) / rows.length;
      if (criterion < least) {
        least = criterion;
        best = lag;
      }
    }
    return Math.max(best, 1);
  }

  private static double logDeterminant(double[] u, double[] v) {
    double n = u.length;
    double cross = Regression.product(u, v) / n;
    double determinant =
        Regression.product(u, u) / n * (Regression.product(v, v) / n) - cross * cross;
    return Math.log(Math.max(determinant, 0));
  }

  /// F of adding the past of the source to the regression of the target on its own past.
  private static double statistic(double[] target, double[] source, int[] rows, int lag) {
    double[] now = lagged(target, rows, 0);
    Regression regression = new Regression().add(ones(rows.length));
    for (int back = 1; back <= lag; back++) {
      regression.add(lagged(target, rows, back));
    }
    double restricted = squares(regression.residuals(now));
    for (int back = 1; back <= lag; back++) {
      regression.add(lagged(source, rows, back));
    }
    double unrestricted = squares(regression.residuals(now));
    int freedom = rows.length - 2 * lag - 1;
    return (restricted - unrestricted) / lag / (unrestricted / freedom);
  }

  /// The upper tail of F(lag, rows - 2 lag - 1).
  private static double pValue(double f, int rows, int lag) {
    double freedom = rows - 2.0 * lag - 1;
    return Beta.regularizedBeta(freedom / (freedom + lag * f), freedom / 2, lag / 2.0);
  }

  private static double squares(double[] values) {
    return Regression.product(values, values);
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] lagged(double[] series, int[] rows, int lag) {
    return Arrays.stream(rows).mapToDouble(row -> series[row - lag]).toArray();
  }
}
