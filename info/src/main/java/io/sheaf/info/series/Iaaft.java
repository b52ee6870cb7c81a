package io.sheaf.info.series;

import io.sheaf.info.internal.Xoshiro256PlusPlus;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Surrogates of one segment of a variable by the iterative amplitude-adjusted Fourier transform:
/// alternately given the spectra of the observed series and its values. Immutable, thread-safe.
///
/// Phases between dimensions are kept by turning, at each frequency, the observed phases of all
/// dimensions by the one angle that comes nearest to those of the iterate (Schreiber and Schmitz
/// 2000, section 4.2).
final class Iaaft {
  private static final int MOST_ITERATIONS = 200;

  private final double[][] values;
  private final double[][] sorted;
  private final double[][] real;
  private final double[][] imaginary;
  private final FourierTransform transform;

  Iaaft(double[][] values) {
    this.values = values;
    int n = values[0].length;
    transform = new FourierTransform(n);
    sorted = new double[values.length][];
    real = new double[values.length][];
    imaginary = new double[values.length][];
    for (int d = 0; d < values.length; d++) {
      sorted[d] = values[d].clone();
      Arrays.sort(sorted[d]);
      real[d] = values[d].clone();
      imaginary[d] = new double[n];
      transform.forward(real[d], imaginary[d]);
    }
  }

  double[][] next(Xoshiro256PlusPlus random) {
    int n = sorted[0].length;
    int[] order = IntStream.range(0, n).toArray();
    random.draw(order, 0, n, 0);
    double[][] surrogate = Arrangements.gather(values, order);
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      double[][] before = surrogate;
      surrogate = withValues(withSpectra(surrogate));
      if (Arrays.deepEquals(before, surrogate)) {
        break;
      }
    }
    return surrogate;
  }

  private double[][] withSpectra(double[][] surrogate) {
    int n = sorted[0].length;
    double[][] re = new double[surrogate.length][];
    double[][] im = new double[surrogate.length][n];
    for (int d = 0; d < surrogate.length; d++) {
      re[d] = surrogate[d].clone();
      transform.forward(re[d], im[d]);
    }
    for (int f = 0; f < n; f++) {
      double c = 0;
      double s = 0;
      for (int d = 0; d < surrogate.length; d++) {
        // The iterate times the conjugate of the observed, at unit length of the former.
        double length = Math.hypot(re[d][f], im[d][f]) * Math.hypot(real[d][f], imaginary[d][f]);
        if (length > 0) {
          c += (re[d][f] * real[d][f] + im[d][f] * imaginary[d][f]) / length;
          s += (im[d][f] * real[d][f] - re[d][f] * imaginary[d][f]) / length;
        }
      }
      double norm = Math.hypot(c, s);
      double cosine = norm > 0 ? c / norm : 1;
      double sine = norm > 0 ? s / norm : 0;
      for (int d = 0; d < surrogate.length; d++) {
        re[d][f] = real[d][f] * cosine - imaginary[d][f] * sine;
        im[d][f] = real[d][f] * sine + imaginary[d][f] * cosine;
      }
    }
    for (int d = 0; d < surrogate.length; d++) {
      transform.backward(re[d], im[d]);
    }
    return re;
  }

  /// The observed values in the order of the iterate.
  private double[][] withValues(double[][] iterate) {
    double[][] result = new double[iterate.length][];
    for (int d = 0; d < iterate.length; d++) {
      double[] key = iterate[d];
      int[] rank = sorted(key);
      result[d] = new double[key.length];
      for (int r = 0; r < rank.length; r++) {
        result[d][rank[r]] = sorted[d][r];
      }
    }
    return result;
  }

  /// The places of a key in ascending order, equal ones as they stand: merges ever longer runs.
  private static int[] sorted(double[] key) {
    int[] order = IntStream.range(0, key.length).toArray();
    int[] merged = new int[order.length];
    for (int run = 1; run < order.length; run *= 2) {
      for (int start = 0; start < order.length; start += 2 * run) {
        int middle = Math.min(start + run, order.length);
        int end = Math.min(start + 2 * run, order.length);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
          boolean fromLeft =
              right == end || (left < middle && key[order[left]] <= key[order[right]]);
          merged[i] = fromLeft ? order[left++] : order[right++];
        }
      }
      int[] kept = order;
      order = merged;
      merged = kept;
    }
    return order;
  }
}
