package io.sheaf.workloads.cohort;

import io.sheaf.engine.config.Settings;
import io.sheaf.info.BiasCorrection;
import io.sheaf.info.DiscreteInformation;
import io.sheaf.info.Samples;
import io.sheaf.info.Segments;
import io.sheaf.info.Symbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A k for each variable from its own active information storage, corrected for bias (Miller,
/// Madow); bounded by the greatest k on the grid whose joint states are seen at least five times on
/// average.
///
/// The guard fails closed: where no k on the grid passes, the smallest is taken and said to be. The
/// strategy `fixed` gives both variables the k it names.
final class OwnHistory {
  private static final double SAMPLES_PER_STATE = 5;

  private final Optional<Integer> fixed;
  private final List<Integer> grid;
  private final int maximum;

  OwnHistory(Settings settings) {
    fixed =
        settings.text("k_selection.strategy").equals("fixed")
            ? Optional.of(SharedHistory.fixed(settings))
            : Optional.empty();
    grid = settings.wholes("k_selection.k_grid").stream().sorted().distinct().toList();
    maximum = settings.optionalWhole("k_selection.k_max").orElse(Integer.MAX_VALUE);
  }

  HistoryChoice choose(Symbols symbols, Segments segments) {
    return fixed
        .map(k -> new HistoryChoice(k, k, "off", Map.of()))
        .orElseGet(() -> stored(symbols, segments));
  }

  private HistoryChoice stored(Symbols symbols, Segments segments) {
    Map<Integer, Double> values = new LinkedHashMap<>();
    int best = grid.getFirst();
    int allowed = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int k : grid) {
      Samples samples = Samples.activeInformation(symbols, k, segments);
      double value = DiscreteInformation.bits(samples, BiasCorrection.MILLER_MADOW);
      values.put(k, value);
      if (value > most) {
        most = value;
        best = k;
      }
      if (k <= maximum && samples.size() >= SAMPLES_PER_STATE * samples.distinctJoint()) {
        allowed = k;
      }
    }
    if (allowed == 0) {
      return new HistoryChoice(Math.min(grid.getFirst(), maximum), best, "not satisfied", values);
    }
    int selected = Math.min(best, allowed);
    return new HistoryChoice(selected, best, selected == best ? "passed" : "capped", values);
  }
}
