package io.sheaf.workloads.cohort;

import java.util.Map;
import java.util.stream.Collectors;

/// A length of history and how it was found.
///
/// @param selected k
/// @param original k before the guard and `k_max`
/// @param guard `off`, `passed`, `capped`, or `not satisfied` where no k on the grid would do
/// @param values active information storage in bits by k, in the order of the grid
record HistoryChoice(int selected, int original, String guard, Map<Integer, Double> values) {
  /// As `{"1": 0.5, "2": 0.625}`; NaN where there is no value.
  String valuesAsJson() {
    return values.entrySet().stream()
        .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  boolean isCapped() {
    return selected != original;
  }
}
