package io.sheaf.text.method;

import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Guards;
import io.sheaf.text.Letters;
import io.sheaf.text.Passage;
import io.sheaf.text.Targets;
import io.sheaf.text.Words;
import io.sheaf.text.lexicon.Category;
import io.sheaf.text.lexicon.Inflections;
import io.sheaf.text.lexicon.Inflections.Inflection;
import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.lexicon.WordNet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Changes of words that need a dictionary: they look up a word as what it is in its sentence, and
/// put what they found into the form in which the word stood.
final class Lexical {
  /// What takes the place of an entry's lemma.
  @FunctionalInterface
  interface Relation {
    List<String> lemmas(WordNet.Entry entry);
  }

  /// A word in its sentence.
  ///
  /// @param allowed forms that it can have there
  private record Reading(String lower, Category category, Set<Inflection> allowed) {}

  private static final Set<Inflection> ANY_FORM = EnumSet.allOf(Inflection.class);
  private static final int LONGEST_PHRASE = 3;
  private static final Pattern SPOKEN_VOWEL = Pattern.compile("(hour|honest|hono|heir)");
  private static final Pattern SPOKEN_CONSONANT =
      Pattern.compile(
          "(eu|ewe|one\\b|once|uni(?!m|n)|unan|us[aeu]|usur|ut[eio](?!$)|ubiq|ur[aio]|ukr|uk\\b)");

  private final Lexicon lexicon;

  Lexical(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// Puts a related word, inflected as the word was.
  WordChange related(Relation relation) {
    return (passage, word, draws, edits) ->
        reading(passage, word)
            .map(reading -> put(passage, word, related(reading, relation), draws, edits))
            .orElse(false);
  }

  /// Puts a related word, whatever part of speech the word has in its sentence.
  WordChange relatedInAnySense(Relation relation) {
    return (passage, word, draws, edits) -> {
      if (!standsAlone(passage, word)) {
        return false;
      }
      String lower = Letters.lower(passage.words().of(word));
      List<String> found = new ArrayList<>();
      for (Category category : Category.values()) {
        found.addAll(related(new Reading(lower, category, ANY_FORM), relation));
      }
      return put(passage, word, found, draws, edits);
    };
  }

  /// Puts another form of the word.
  WordChange inflected() {
    return (passage, word, draws, edits) ->
        reading(passage, word)
            .map(reading -> put(passage, word, otherForms(reading), draws, edits))
            .orElse(false);
  }

  /// A related word of one of the passage's words.
  Optional<String> anywhere(
      Passage passage, List<Integer> candidates, Relation relation, Draws draws) {
    List<Integer> order = new ArrayList<>(candidates);
    draws.shuffle(order);
    for (int word : order) {
      List<String> found =
          reading(passage, word).map(reading -> related(reading, relation)).orElse(List.of());
      if (!found.isEmpty()) {
        return Optional.of(draws.pick(found));
      }
    }
    return Optional.empty();
  }

  /// Names, parts of compounds and parts of set phrases are no words by themselves.
  boolean standsAlone(Passage passage, int word) {
    return !passage.isName(word) && !passage.isCompound(word) && !isInPhrase(passage, word, word);
  }

  /// Whether some words are within a set phrase, as "of course", "travel agents" and "by the way".
  boolean isInPhrase(Passage passage, int from, int to) {
    for (int first = Math.max(0, to - LONGEST_PHRASE + 1); first <= from; first++) {
      for (int last = Math.max(first + 1, to); last < first + LONGEST_PHRASE; last++) {
        if (isPhrase(passage, first, last)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isPhrase(Passage passage, int first, int last) {
    Words words = passage.words();
    if (last >= words.size()) {
      return false;
    }
    for (int word = first; word < last; word++) {
      if (words.start(word + 1) != words.end(word) + 1) {
        return false;
      }
    }
    String text = passage.text().substring(words.start(first), words.end(last));
    return lexicon.wordNet().isPhrase(Letters.lower(text));
  }

  private Optional<Reading> reading(Passage passage, int word) {
    if (!standsAlone(passage, word)) {
      return Optional.empty();
    }
    List<String> tags = passage.tags(lexicon.partsOfSpeech()::remembered);
    return Category.ofTag(tags.get(word))
        .map(
            category ->
                new Reading(
                    Letters.lower(passage.words().of(word)),
                    category,
                    category == Category.VERB ? VerbForms.of(passage, tags, word) : ANY_FORM));
  }

  /// Whether a word may have others that are exchangeable for it.
  boolean isExchangeable(Passage passage, int word) {
    return reading(passage, word)
        .flatMap(reading -> lexicon.wordNet().of(reading.lower, reading.category))
        .isPresent();
  }

  /// Whether another word is of the same part of speech, has the same form, and is neither the
  /// opposite nor a form of the same word.
  boolean isExchangeable(Passage passage, int word, String other) {
    Optional<Reading> reading = reading(passage, word);
    if (reading.isEmpty() || !goesAfter(passage, word - 1, other)) {
      return false;
    }
    Category category = reading.get().category;
    Optional<WordNet.Entry> here = lexicon.wordNet().of(reading.get().lower, category);
    Optional<WordNet.Entry> there = lexicon.wordNet().of(other, category);
    if (here.isEmpty() || there.isEmpty()) {
      return false;
    }
    String lemma = there.get().lemma();
    return !lemma.equals(here.get().lemma())
        && !here.get().antonyms(WordNet.ALL).contains(lemma)
        && inflected(lemma, category, forms(reading.get(), here.get().lemma()))
            .equals(Optional.of(other));
  }

  private List<String> related(Reading reading, Relation relation) {
    Optional<WordNet.Entry> entry = lexicon.wordNet().of(reading.lower, reading.category);
    if (entry.isEmpty()) {
      return List.of();
    }
    List<String> lemmas = relation.lemmas(entry.get());
    if (lemmas.isEmpty()) {
      return lemmas;
    }
    Set<Inflection> forms = forms(reading, entry.get().lemma());
    return lemmas.stream()
        .flatMap(one -> inflected(one, reading.category, forms).stream())
        .filter(this::isUsual)
        .toList();
  }

  private List<String> otherForms(Reading reading) {
    Optional<WordNet.Entry> entry = lexicon.wordNet().of(reading.lower, reading.category);
    if (entry.isEmpty() || forms(reading, entry.get().lemma()).isEmpty()) {
      return List.of();
    }
    String lemma = entry.get().lemma();
    return Inflections.forms(reading.category).stream()
        .map(form -> lexicon.inflections().inflect(lemma, reading.category, form))
        .filter(form -> !form.equals(reading.lower) && isUsual(form))
        .distinct()
        .toList();
  }

  /// Rules inflect anything: "nighttimes", "graveling". Comparatives may be two words.
  private boolean isUsual(String form) {
    return form.indexOf(' ') >= 0 || lexicon.frequentWords().contains(form);
  }

  /// The forms that a word can have where it stands; all it can have anywhere, if none goes there.
  private Set<Inflection> forms(Reading reading, String lemma) {
    Set<Inflection> all = lexicon.inflections().of(reading.lower, lemma, reading.category);
    Set<Inflection> there = EnumSet.copyOf(reading.allowed);
    there.retainAll(all);
    return there.isEmpty() ? all : there;
  }

  /// A word in any of the forms, if it is the same in all: whether "found" is a past or a
  /// participle cannot always be known.
  private Optional<String> inflected(String lemma, Category category, Set<Inflection> forms) {
    List<String> found =
        forms.stream()
            .map(form -> lexicon.inflections().inflect(lemma, category, form))
            .distinct()
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// Puts one of the choices for a word; after "a" or "an", one that goes with it.
  static boolean put(
      Passage passage, int word, List<String> choices, Draws draws, List<Edit> edits) {
    String original = passage.words().of(word);
    String before = article(passage, word - 1);
    int[] fitting = new int[choices.size()];
    int count = 0;
    for (int i = 0; i < fitting.length; i++) {
      String choice = choices.get(i);
      if ((before.isEmpty() || fits(before, choice)) && !choice.equalsIgnoreCase(original)) {
        fitting[count++] = i;
      }
    }
    if (count == 0) {
      return false;
    }
    String chosen = choices.get(fitting[draws.below(count)]);
    edits.add(passage.replace(word, Letters.inCaseOf(original, chosen)));
    return true;
  }

  /// Whether a word can stand behind another, which may be "a" or "an"; -1 for the start.
  static boolean goesAfter(Passage passage, int word, String next) {
    return fits(article(passage, word), next);
  }

  /// The word if it is short enough for an article, in lower case.
  private static String article(Passage passage, int word) {
    return word >= 0 && passage.words().length(word) <= "an".length()
        ? Letters.lower(passage.words().of(word))
        : "";
  }

  private static boolean fits(String article, String choice) {
    return switch (article) {
      case "a" -> !startsWithVowel(choice);
      case "an" -> startsWithVowel(choice);
      default -> true;
    };
  }

  /// As it is spoken: "an hour", "a user", "a European".
  private static boolean startsWithVowel(String word) {
    String lower = Letters.lower(word);
    return !SPOKEN_CONSONANT.matcher(lower).lookingAt()
        && ("aeiou".indexOf(lower.charAt(0)) >= 0 || SPOKEN_VOWEL.matcher(lower).lookingAt());
  }

  /// The words that may be looked up: no function words, no numbers.
  static List<Integer> contentWords(Passage passage, Guards guards) {
    Draws draws = new Draws(0);
    Targets targets = new Targets(passage, guards, 2, draws);
    List<Integer> found = new ArrayList<>();
    for (int word = targets.next(); word >= 0; word = targets.next()) {
      found.add(word);
    }
    return found;
  }
}
