package io.sheaf.info;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/// Entropies of counted states, in nats, for each [BiasCorrection] that works on one entropy.
final class CorrectedEntropy {
  private CorrectedEntropy() {}

  /// ln(n) - 1/n sum c G(c).
  static double grassbergerNats(States states) {
    int n = states.size();
    int[] counts = states.occurrences();
    int most = Arrays.stream(counts).max().orElse(0);
    double[] g = grassbergerNumbers(most);
    double sum = 0;
    for (int c : counts) {
      sum += c * g[c];
    }
    return Math.log(n) - sum / n;
  }

  /// G(1) = -gamma - ln 2, G(2) = 2 - gamma - ln 2, G(2m + 1) = G(2m), G(2m + 2) = G(2m) + 2/(2m +
  /// 1).
  static double[] grassbergerNumbers(int most) {
    double[] g = new double[Math.max(3, most + 1)];
    g[1] = -Gamma.GAMMA - Math.log(2);
    g[2] = 2 + g[1];
    for (int c = 3; c < g.length; c++) {
      g[c] = c % 2 == 1 ? g[c - 1] : g[c - 2] + 2.0 / (c - 1);
    }
    return g;
  }

  /// -sum p ln(p)/(1 - (1 - p)^n) over the observed states, p = coverage c/n.
  static double chaoShenNats(States states) {
    int n = states.size();
    int[] counts = states.occurrences();
    long once = Arrays.stream(counts).filter(c -> c == 1).count();
    double coverage = 1 - (double) (once == n ? n - 1 : once) / n;
    double nats = 0;
    for (int c : counts) {
      double p = coverage * c / n;
      if (p > 0 && p < 1) {
        nats -= p * Math.log(p) / -Math.expm1(n * Math.log1p(-p));
      }
    }
    return nats;
  }

  /// The entropy of counts shrunk towards equal frequencies.
  ///
  /// @param cells number of possible states
  /// @param share of the equal frequencies, in [0, 1]
  static double shrunkNats(States states, double cells, double share) {
    double nats = 0;
    for (int c : states.occurrences()) {
      nats -= termNats(share / cells + (1 - share) * c / states.size());
    }
    return nats - (cells - states.count()) * termNats(share / cells);
  }

  private static double termNats(double p) {
    return p > 0 ? p * Math.log(p) : 0;
  }

  /// The share of the equal frequencies, equation 8 of Hausser and Strimmer.
  static double shrinkage(States states, double cells) {
    double n = states.size();
    double squares = 0;
    double distances = 0;
    for (int c : states.occurrences()) {
      double p = c / n;
      squares += p * p;
      distances += (1 / cells - p) * (1 / cells - p);
    }
    distances += (cells - states.count()) / cells / cells;
    return distances == 0 || n <= 1
        ? 1
        : Math.clamp((1 - squares) / ((n - 1) * distances), 0.0, 1.0);
  }
}
