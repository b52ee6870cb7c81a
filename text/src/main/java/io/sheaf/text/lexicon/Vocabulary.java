package io.sheaf.text.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The most frequent English words, the most frequent first, but for curses, slurs and what belongs
/// to sex, which nobody wants to find in their data for another word. Immutable.
public final class Vocabulary {
  private final Set<String> unwanted = Set.copyOf(WordLists.lines("unwanted-words.txt"));
  private final List<String> words =
      WordLists.lines("frequent-words.txt.gz").stream()
          .filter(word -> !unwanted.contains(word))
          .toList();
  private final Map<String, Integer> ranks = new HashMap<>();
  private final double[] information = new double[words.size() + 1];

  Vocabulary() {
    for (int rank = 0; rank < words.size(); rank++) {
      ranks.put(words.get(rank), rank);
      information[rank] = Math.log(2.0 + rank) / Math.log(2.0 + words.size());
    }
    information[words.size()] = 1;
  }

  public List<String> words() {
    return words;
  }

  /// Whether a word is left out though it is frequent.
  public boolean isUnwanted(String word) {
    return unwanted.contains(word);
  }

  public boolean contains(String word) {
    return ranks.containsKey(word);
  }

  /// How many words are more frequent; the size of the vocabulary for a word it lacks.
  public int rank(String word) {
    return ranks.getOrDefault(word, words.size());
  }

  /// How much a word of that rank says, in (0, 1]: by Zipf's law the logarithm of its rank.
  public double information(int rank) {
    return information[rank];
  }
}
