package io.sheaf.text.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How words are misspelled, and what misspelled words should be. Immutable.
public final class Misspellings {
  private final Map<String, List<String>> byWord = new HashMap<>();

  Misspellings(Vocabulary vocabulary) {
    Map<String, List<String>> corrections = new HashMap<>();
    for (String line : WordLists.lines("misspellings.txt.gz")) {
      List<String> words = List.of(line.split(" "));
      byWord.put(words.getFirst(), words.subList(1, words.size()));
      for (String wrong : words.subList(1, words.size())) {
        corrections.computeIfAbsent(wrong, _ -> new ArrayList<>()).add(words.getFirst());
      }
    }
    corrections.forEach(
        (wrong, right) -> {
          if (!vocabulary.contains(wrong) && !vocabulary.isUnwanted(wrong)) {
            byWord.putIfAbsent(wrong, right);
          }
        });
  }

  /// Misspellings of a word; corrections of a misspelling; empty for others.
  ///
  /// @param lower in lower case
  public List<String> of(String lower) {
    return byWord.getOrDefault(lower, List.of());
  }
}
