package io.sheaf.text.lexicon;

import io.sheaf.text.Letters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.extjwnl.JWNLException;
import net.sf.extjwnl.data.IndexWord;
import net.sf.extjwnl.data.Pointer;
import net.sf.extjwnl.data.PointerType;
import net.sf.extjwnl.data.Synset;
import net.sf.extjwnl.data.Word;
import net.sf.extjwnl.dictionary.Dictionary;

/// Synonyms and antonyms, from WordNet 3.1. Thread-safe; remembers what it has looked up.
///
/// Only words of the frequent vocabulary are given: WordNet also knows that "at" is a chemical
/// element.
///
/// @see <a href="https://doi.org/10.1145/219717.219748">Miller 1995</a>
public final class WordNet {
  /// A word as WordNet has it.
  ///
  /// @param lemma its base form
  /// @param synonyms one list for each sense, the most frequent sense first
  /// @param antonyms likewise
  public record Entry(String lemma, List<List<String>> synonyms, List<List<String>> antonyms) {
    /// Synonyms in the first senses, without repetition.
    public List<String> synonyms(int senses) {
      return first(senses, synonyms);
    }

    /// Antonyms in the first senses, without repetition.
    public List<String> antonyms(int senses) {
      return first(senses, antonyms);
    }

    private static List<String> first(int senses, List<List<String>> words) {
      return words.stream().limit(senses).flatMap(List::stream).distinct().toList();
    }
  }

  /// As many senses as there are.
  public static final int ALL = Integer.MAX_VALUE;

  private record Key(String lower, Category category) {}

  private final Dictionary dictionary;
  private final Vocabulary vocabulary;
  private final Map<Key, Optional<Entry>> known = new ConcurrentHashMap<>();
  private final Set<String> phrases;

  WordNet(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    try {
      this.dictionary = Dictionary.getDefaultResourceInstance();
      this.phrases = phrases(dictionary);
    } catch (JWNLException e) {
      throw new IllegalStateException("WordNet is missing from this build", e);
    }
  }

  /// What WordNet knows of a word or of the word it is a form of.
  ///
  /// @param lower in lower case
  public Optional<Entry> of(String lower, Category category) {
    return known.computeIfAbsent(new Key(lower, category), this::lookUp);
  }

  /// Whether two or three words together have an entry of their own, or are the plural of some that
  /// have.
  ///
  /// @param lower in lower case, with a space between words
  public boolean isPhrase(String lower) {
    return phrases.contains(lower)
        || (lower.endsWith("s") && phrases.contains(lower.substring(0, lower.length() - 1)));
  }

  private static Set<String> phrases(Dictionary dictionary) throws JWNLException {
    Set<String> found = new HashSet<>();
    for (Category category : Category.values()) {
      Iterator<IndexWord> entries = dictionary.getIndexWordIterator(category.wordNet, " ");
      while (entries.hasNext()) {
        String lemma = entries.next().getLemma();
        if (lemma.chars().filter(c -> c == ' ').count() < 3) {
          found.add(lemma);
        }
      }
    }
    return found;
  }

  private Optional<Entry> lookUp(Key key) {
    synchronized (dictionary) {
      try {
        IndexWord found = dictionary.lookupIndexWord(key.category.wordNet, key.lower);
        return found == null || isTwoWords(key) ? Optional.empty() : Optional.of(entry(found));
      } catch (JWNLException e) {
        throw new IllegalStateException("WordNet cannot be read at `" + key.lower + "`", e);
      }
    }
  }

  /// Plurals with an entry of their own, as "years", "means" and "men": nobody knows which is
  /// meant.
  private boolean isTwoWords(Key key) throws JWNLException {
    if (key.category != Category.NOUN
        || dictionary.getIndexWord(key.category.wordNet, key.lower) == null) {
      return false;
    }
    boolean regular =
        key.lower.matches(".*[^s]s")
            && dictionary.getIndexWord(
                    key.category.wordNet, key.lower.substring(0, key.lower.length() - 1))
                != null;
    return regular || dictionary.getException(key.category.wordNet, key.lower) != null;
  }

  private Entry entry(IndexWord found) throws JWNLException {
    String lemma = Letters.lower(found.getLemma());
    List<List<String>> synonyms = new ArrayList<>();
    List<List<String>> antonyms = new ArrayList<>();
    for (Synset sense : found.getSenses()) {
      List<String> same = new ArrayList<>();
      List<String> opposite = new ArrayList<>();
      for (Word word : sense.getWords()) {
        if (word.getLemma().equalsIgnoreCase(lemma)) {
          opposites(word, opposite);
        } else if (isUsable(word.getLemma())) {
          same.add(word.getLemma());
        }
      }
      boolean rude = sense.getWords().stream().map(Word::getLemma).anyMatch(vocabulary::isUnwanted);
      synonyms.add(rude ? List.of() : List.copyOf(same));
      antonyms.add(List.copyOf(opposite));
    }
    return new Entry(lemma, List.copyOf(synonyms), List.copyOf(antonyms));
  }

  private void opposites(Word word, List<String> antonyms) throws JWNLException {
    for (Pointer pointer : word.getPointers(PointerType.ANTONYM)) {
      if (pointer.getTarget() instanceof Word target && isUsable(target.getLemma())) {
        antonyms.add(target.getLemma());
      }
    }
  }

  private boolean isUsable(String lemma) {
    return lemma.length() > 2 && vocabulary.contains(lemma);
  }
}
