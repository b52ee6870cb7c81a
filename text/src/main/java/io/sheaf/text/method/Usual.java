package io.sheaf.text.method;

import java.util.Map;
import java.util.TreeMap;

/// The usual values of parameters that many methods have.
final class Usual {
  private Usual() {}

  /// Which words stay as they are.
  static Map<String, String> guards(boolean stopwords) {
    return Map.of(
        "keep_stopwords", String.valueOf(stopwords),
        "keep_negations", "true",
        "keep_numbers", "true",
        "keep_addresses", "true",
        "keep_words", "");
  }

  /// A share of the words, at least one, at most ten.
  static Map<String, String> words(String share) {
    return Map.of("aug_p", share, "aug_min", "1", "aug_max", "10");
  }

  /// A tenth of the words.
  static Map<String, String> tenth() {
    return Map.of("pct_words_to_swap", "0.1");
  }

  @SafeVarargs
  static Map<String, String> all(Map<String, String>... parts) {
    Map<String, String> all = new TreeMap<>();
    for (Map<String, String> part : parts) {
      all.putAll(part);
    }
    return Map.copyOf(all);
  }
}
