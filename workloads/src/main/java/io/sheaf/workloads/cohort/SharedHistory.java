package io.sheaf.workloads.cohort;

import io.sheaf.engine.config.Settings;
import io.sheaf.info.BiasCorrection;
import io.sheaf.info.DiscreteInformation;
import io.sheaf.info.Samples;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One k for both variables, from the active information storage of sitting alone, as the original
/// chose it: the k of the greatest plug-in value, the first one if several are equal.
///
/// The guard looks at the raw hour with the fewest rows and at binary^k · 5^k states. Where no k on
/// the grid passes it changes nothing, which the original did not tell and `guard` does.
final class SharedHistory {
  private static final int DEFAULT_FIXED = 4;
  static final int GUARDED_MAXIMUM = 4;
  private static final double ROWS_PER_STATE = 25;

  private final boolean fixed;
  private final int fixedHistory;
  private final List<Integer> grid;
  private final Optional<Integer> maximum;
  private final boolean guarded;

  SharedHistory(Settings settings) {
    String strategy = settings.text("k_selection.strategy");
    fixed = strategy.equals("fixed");
    fixedHistory = fixed(settings);
    grid = settings.wholes("k_selection.k_grid");
    boolean guardedStrategy = strategy.equals("GUARDED_AIS");
    guarded = guardedStrategy || settings.flag("k_selection.undersampling_guard");
    maximum =
        settings
            .optionalWhole("k_selection.k_max")
            .or(() -> guardedStrategy ? Optional.of(GUARDED_MAXIMUM) : Optional.empty());
  }

  /// The k of the strategy `fixed`.
  static int fixed(Settings settings) {
    return settings.optionalWhole("k_selection.k_fixed").orElse(DEFAULT_FIXED);
  }

  HistoryChoice choose(UserSeries series) {
    if (fixed) {
      return new HistoryChoice(fixedHistory, fixedHistory, "off", Map.of());
    }
    Map<Integer, Double> values = new LinkedHashMap<>();
    int best = grid.getFirst();
    double most = Double.NEGATIVE_INFINITY;
    for (int k : grid) {
      double value = storage(series, k);
      values.put(k, value);
      if (value > most) {
        most = value;
        best = k;
      }
    }
    return constrained(series, best, values);
  }

  private static double storage(UserSeries series, int k) {
    if (series.sitting().alphabet() < 2) {
      return Double.NaN;
    }
    Samples samples = Samples.activeInformation(series.sitting(), k, series.segments());
    return DiscreteInformation.bits(samples, BiasCorrection.NONE);
  }

  private HistoryChoice constrained(UserSeries series, int best, Map<Integer, Double> values) {
    int k = best;
    String guard = "off";
    if (guarded) {
      Optional<Integer> passing = passing(series, best);
      k = passing.orElse(best);
      guard = passing.isEmpty() ? "not satisfied" : k == best ? "passed" : "capped";
    }
    int capped = Math.min(k, maximum.orElse(k));
    return new HistoryChoice(capped, best, guard, values);
  }

  private Optional<Integer> passing(UserSeries series, int best) {
    int[] perHour = new int[24];
    for (int hour : series.hours()) {
      perHour[hour]++;
    }
    double fewest = Arrays.stream(perHour).min().orElse(0);
    return grid.stream()
        .filter(k -> k <= best)
        .sorted((a, b) -> b - a)
        .filter(k -> fewest / Math.pow(series.sitting().alphabet() * 5.0, k) >= ROWS_PER_STATE)
        .findFirst();
  }
}
