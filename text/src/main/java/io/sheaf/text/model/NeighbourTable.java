package io.sheaf.text.model;

import io.sheaf.text.Stopwords;
import io.sheaf.text.lexicon.Category;
import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.lexicon.WordNet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Makes the table of near words: each frequent word with the words whose vectors are nearest.
///
/// Left out are forms of the same word, opposites, words of other parts of speech or endings. O(n²)
/// for n words: 12,000 take a minute on two cores.
public final class NeighbourTable {
  private static final int MOST = 4;
  private static final double LEAST_COSINE = 0.5;

  private static final List<String> ENDINGS = List.of("ing", "ed", "ly", "ss", "s");

  private record Near(int word, double cosine) {}

  private final List<String> words;
  private final List<Set<String>> lemmas = new ArrayList<>();
  private final List<Set<String>> opposites = new ArrayList<>();
  private final List<Set<Category>> categories = new ArrayList<>();
  private final float[][] vectors;

  /// Encodes the words.
  ///
  /// @param most how many words, the most frequent first
  /// @throws IOException if the model cannot be read
  public NeighbourTable(Lexicon lexicon, int most) throws IOException {
    this.words =
        lexicon.frequentWords().words().stream()
            .filter(word -> word.length() > 2 && !Stopwords.contains(word))
            .filter(word -> !Stopwords.isNegation(word))
            .filter(word -> isKnown(word, lexicon.wordNet()))
            .limit(most)
            .toList();
    this.vectors = new float[words.size()][];
    for (String word : words) {
      describe(word, lexicon.wordNet());
    }
    int threads = Runtime.getRuntime().availableProcessors();
    try (SentenceEncoder encoder = Meanings.encoder(threads)) {
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = encoder.encode(words.get(i));
      }
    }
  }

  private static boolean isKnown(String word, WordNet wordNet) {
    for (Category category : Category.values()) {
      if (wordNet.of(word, category).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private void describe(String word, WordNet wordNet) {
    Set<String> forms = new HashSet<>(Set.of(word));
    Set<String> opposite = new HashSet<>();
    Set<Category> known = new HashSet<>();
    for (Category category : Category.values()) {
      Optional<WordNet.Entry> entry = wordNet.of(word, category);
      if (entry.isPresent()) {
        forms.add(entry.get().lemma());
        opposite.addAll(entry.get().antonyms(WordNet.ALL));
        known.add(category);
      }
    }
    lemmas.add(forms);
    opposites.add(opposite);
    categories.add(known);
  }

  /// The lines of the table: a word, then its neighbours, nearest first; in alphabetic order.
  public List<String> lines() {
    Map<String, List<String>> table = new TreeMap<>();
    IntStream.range(0, words.size())
        .parallel()
        .mapToObj(this::line)
        .toList()
        .forEach(line -> table.put(line.getFirst(), line));
    return table.values().stream()
        .filter(line -> line.size() > 1)
        .map(line -> String.join(" ", line))
        .toList();
  }

  private List<String> line(int word) {
    List<Near> near = new ArrayList<>();
    for (int other = 0; other < vectors.length; other++) {
      double cosine = other == word ? 0 : SentenceEncoder.cosine(vectors[word], vectors[other]);
      if (cosine >= LEAST_COSINE && fits(word, other)) {
        near.add(new Near(other, cosine));
      }
    }
    near.sort(Comparator.comparingDouble(Near::cosine).reversed().thenComparingInt(Near::word));
    List<String> line = new ArrayList<>(List.of(words.get(word)));
    near.stream().limit(MOST).forEach(one -> line.add(words.get(one.word)));
    return line;
  }

  private boolean fits(int word, int other) {
    return lemmas.get(word).stream().noneMatch(lemmas.get(other)::contains)
        && lemmas.get(other).stream().noneMatch(opposites.get(word)::contains)
        && lemmas.get(word).stream().noneMatch(opposites.get(other)::contains)
        && categories.get(word).equals(categories.get(other))
        && ending(words.get(word)).equals(ending(words.get(other)));
  }

  /// What tells the form of most words.
  private static String ending(String word) {
    return ENDINGS.stream().filter(word::endsWith).findFirst().orElse("");
  }
}
