package io.sheaf.workloads.te;

import java.util.Locale;
import java.util.Optional;

/// How many surrogates it takes that one of many tests alone can be found.
///
/// @param rate of false discoveries
record SurrogatesNeeded(int tests, double rate) {
  /// What to know before so few are drawn.
  ///
  /// @param test what is tested
  Optional<String> warning(int surrogates, String test) {
    double needed = Math.ceil(tests / rate) - 1;
    return surrogates >= needed
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "one clear %s alone cannot have q <= %s: that needs %.0f surrogates",
                test,
                rate,
                needed));
  }
}
