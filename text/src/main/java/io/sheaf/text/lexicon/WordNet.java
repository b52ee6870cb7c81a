package io.sheaf.text.lexicon;

import io.sheaf.text.Letters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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
  /// @param antonyms of any sense
  public record Entry(String lemma, List<List<String>> synonyms, List<String> antonyms) {
    /// Synonyms in the first senses, without repetition.
    public List<String> synonyms(int senses) {
      return synonyms.stream().limit(senses).flatMap(List::stream).distinct().toList();
    }
  }

  private record Key(String lower, Category category) {}

  private static final int MOST_PHRASES = 50_000;

  private final Dictionary dictionary;
  private final Vocabulary vocabulary;
  private final Map<Key, Optional<Entry>> known = new ConcurrentHashMap<>();
  private final Map<String, Boolean> phrases = new ConcurrentHashMap<>();

  WordNet(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    try {
      this.dictionary = Dictionary.getDefaultResourceInstance();
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

  /// Whether some words together have an entry of their own.
  ///
  /// @param lower in lower case, with a space between words
  public boolean isPhrase(String lower) {
    Boolean found = phrases.get(lower);
    if (found == null) {
      found = lookUpPhrase(lower);
      if (phrases.size() < MOST_PHRASES) {
        phrases.put(lower, found);
      }
    }
    return found;
  }

  private boolean lookUpPhrase(String lower) {
    synchronized (dictionary) {
      try {
        for (Category category : Category.values()) {
          if (dictionary.getIndexWord(category.wordNet, lower) != null) {
            return true;
          }
        }
        return false;
      } catch (JWNLException e) {
        throw new IllegalStateException("WordNet cannot be read at `" + lower + "`", e);
      }
    }
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

  /// Plurals with an entry of their own, as "years" and "means": nobody knows which is meant.
  private boolean isTwoWords(Key key) throws JWNLException {
    return key.category == Category.NOUN
        && key.lower.matches(".*[^s]s")
        && dictionary.getIndexWord(key.category.wordNet, key.lower) != null
        && dictionary.getIndexWord(
                key.category.wordNet, key.lower.substring(0, key.lower.length() - 1))
            != null;
  }

  private Entry entry(IndexWord found) throws JWNLException {
    String lemma = Letters.lower(found.getLemma());
    List<List<String>> synonyms = new ArrayList<>();
    Set<String> antonyms = new LinkedHashSet<>();
    for (Synset sense : found.getSenses()) {
      List<String> same = new ArrayList<>();
      for (Word word : sense.getWords()) {
        if (word.getLemma().equalsIgnoreCase(lemma)) {
          opposites(word, antonyms);
        } else if (isUsable(word.getLemma())) {
          same.add(word.getLemma());
        }
      }
      synonyms.add(List.copyOf(same));
    }
    return new Entry(lemma, List.copyOf(synonyms), List.copyOf(antonyms));
  }

  private void opposites(Word word, Set<String> antonyms) throws JWNLException {
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
