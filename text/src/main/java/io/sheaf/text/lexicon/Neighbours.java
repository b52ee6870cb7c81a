package io.sheaf.text.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words whose meaning is near, nearest first, by the sentence encoder all-MiniLM-L6-v2. Immutable.
///
/// The table was made by `sheaf augment neighbours`. It is not counter-fitted GloVe.
public final class Neighbours {
  private final Map<String, List<String>> table = new HashMap<>();

  Neighbours() {
    for (String line : WordLists.lines("neighbours.txt.gz")) {
      List<String> words = List.of(line.split(" "));
      table.put(words.getFirst(), words.subList(1, words.size()));
    }
  }

  /// Near words, nearest first.
  ///
  /// @param lower in lower case
  /// @return empty for a word that is not in the table
  public List<String> of(String lower) {
    return table.getOrDefault(lower, List.of());
  }
}
