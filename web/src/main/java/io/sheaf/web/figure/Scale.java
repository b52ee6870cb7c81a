package io.sheaf.web.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Values along an axis. Immutable.
///
/// @param low value at `from`
/// @param high value at `to`, above `low`
record Scale(double low, double high, double from, double to) {
  private static final double[] STEPS = {1, 2, 5, 10};

  /// A scale over values, which may all be the same.
  static Scale over(double low, double high, double from, double to) {
    double wide = Math.max(Math.abs(low), Math.abs(high)) * 1e-9;
    return high - low > wide
        ? new Scale(low, high, from, to)
        : new Scale(low, low == 0 ? 1 : low + Math.abs(low), from, to);
  }

  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  boolean holds(double value) {
    return value >= low && value <= high;
  }

  /// Round values, about so many.
  List<Double> ticks(int about) {
    double rough = (high - low) / about;
    double decade = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = decade;
    for (double factor : STEPS) {
      if (factor * decade >= rough * 0.999) {
        step = factor * decade;
        break;
      }
    }
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /// A number in at most four digits: `0.025`, `1,200`, `3.4M`, `2e-07`.
  static String words(double value) {
    double size = Math.abs(value);
    if (value == 0 || size < 1e-12) {
      return "0";
    }
    if (size < 1e-4) {
      return String.format(Locale.ROOT, "%.2g", value);
    }
    if (size >= 1e12) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    if (size >= 1e9) {
      return plain(value / 1e9) + " G";
    }
    if (size >= 1e6) {
      return plain(value / 1e6) + " M";
    }
    return plain(value);
  }

  private static String plain(double value) {
    double size = Math.abs(value);
    if (size >= 999.95) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    int digits = (int) Math.clamp(3 - Math.floor(Math.log10(size)), 0, 8);
    return BigDecimal.valueOf(Math.round(value * Math.pow(10, digits)), digits)
        .stripTrailingZeros()
        .toPlainString();
  }
}
