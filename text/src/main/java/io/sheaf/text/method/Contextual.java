package io.sheaf.text.method;

import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Guards;
import io.sheaf.text.Letters;
import io.sheaf.text.Passage;
import io.sheaf.text.Span;
import io.sheaf.text.Words;
import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.model.MaskedLanguageModel;
import io.sheaf.text.model.MaskedLanguageModel.Guess;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Words that a masked language model expects at a place, as far as they fit there: words of the
/// frequent vocabulary that leave all other words the parts of speech they had.
///
/// @param most how many pieces the model is asked for
/// @param least probability of a guess
record Contextual(MaskedLanguageModel model, Lexicon lexicon, int most, double least) {
  private static final int MOST_TRIES = 5;

  /// Adverbs that make another verb of a verb, and words that make less of what they stand before.
  private static final Set<String> UNFIT =
      Set.of(
          "in",
          "up",
          "out",
          "off",
          "down",
          "over",
          "back",
          "away",
          "here",
          "there",
          "due",
          "far",
          "non",
          "less",
          "least",
          "half",
          "few",
          "fewer",
          "little",
          "almost",
          "nearly",
          "partly",
          "partially",
          "slightly",
          "seldom",
          "rarely",
          "former",
          "all");

  /// Says of a guess whether it can stand at its place.
  @FunctionalInterface
  private interface Check {
    boolean passes(String guess);
  }

  /// Puts another word of the same part of speech and in the same form. Words beside each other are
  /// not both replaced, as the guesses for one reckon with the other.
  WordChange substitution(Guards guards) {
    Lexical lexical = new Lexical(lexicon);
    return (passage, word, draws, edits) -> {
      if (isBesideEdit(passage, word, edits) || !lexical.isExchangeable(passage, word)) {
        return false;
      }
      Words words = passage.words();
      Span place = new Span(words.start(word), words.end(word));
      List<Span> places =
          allowed(passage, guards, other -> lexical.isExchangeable(passage, other))
              .mapToObj(other -> new Span(words.start(other), words.end(other)))
              .toList();
      List<String> tags = passage.tags(lexicon.partsOfSpeech()::remembered);
      String found =
          pick(
              passage,
              places,
              place,
              draws,
              guess ->
                  guards.allowsNew(guess)
                      && lexical.isExchangeable(passage, word, guess)
                      && tags.equals(retagged(passage, place, guess)));
      return !found.isEmpty()
          && edits.add(passage.replace(word, Letters.inCaseOf(words.of(word), found)));
    };
  }

  /// Puts an adjective or adverb before a word.
  WordChange insertion(Guards guards) {
    Lexical lexical = new Lexical(lexicon);
    return (passage, word, draws, edits) -> {
      if (isBesideEdit(passage, word, edits) || !isApart(passage, word, lexical)) {
        return false;
      }
      Words words = passage.words();
      Span place = new Span(words.start(word), words.start(word));
      List<Span> places =
          allowed(passage, guards, other -> isApart(passage, other, lexical))
              .mapToObj(other -> new Span(words.start(other), words.start(other)))
              .toList();
      List<String> tags = passage.tags(lexicon.partsOfSpeech()::remembered);
      String found =
          pick(
              passage,
              places,
              place,
              draws,
              guess ->
                  guards.allowsNew(guess)
                      && !UNFIT.contains(guess)
                      && Lexical.goesAfter(passage, word - 1, guess)
                      && !guess.equalsIgnoreCase(words.of(word))
                      && !guess.equalsIgnoreCase(words.of(word - 1))
                      && isModifier(tags, word, retagged(passage, place, guess + " ")));
      return !found.isEmpty() && edits.add(new Edit(place.start(), place.end(), found + " "));
    };
  }

  /// The words that may change, as the model is asked about several places together.
  private static IntStream allowed(Passage passage, Guards guards, IntPredicate further) {
    Words words = passage.words();
    return IntStream.range(0, words.size())
        .filter(word -> guards.allowsWord(words.of(word)))
        .filter(further);
  }

  private static boolean isApart(Passage passage, int word, Lexical lexical) {
    return word > 0
        && passage.text().charAt(passage.words().start(word) - 1) == ' '
        && !lexical.isInPhrase(passage, word - 1, word);
  }

  private static boolean isModifier(List<String> tags, int word, List<String> retagged) {
    List<String> others = new ArrayList<>(retagged);
    String tag = others.remove(word);
    return others.equals(tags) && (tag.equals("ADJ") || tag.equals("ADV"));
  }

  private static boolean isBesideEdit(Passage passage, int word, List<Edit> edits) {
    Words words = passage.words();
    int from = words.start(Math.max(0, word - 1));
    int to = words.end(Math.min(words.size() - 1, word + 1));
    return edits.stream().anyMatch(edit -> edit.start() <= to && edit.end() >= from);
  }

  /// Draws one of the guesses that pass, the likelier the more probable; empty if few tries give
  /// none.
  private String pick(Passage passage, List<Span> places, Span place, Draws draws, Check check) {
    List<Guess> left = new ArrayList<>();
    for (Guess guess : model.guesses(passage.text(), places, places.indexOf(place), most)) {
      boolean named = place.start() > 0 && !guess.word().equals(Letters.lower(guess.word()));
      if (guess.probability() >= least
          && !named
          && lexicon.frequentWords().contains(Letters.lower(guess.word()))) {
        left.add(guess);
      }
    }
    for (int tries = 0; tries < MOST_TRIES && !left.isEmpty(); tries++) {
      String word = left.remove(drawn(left, draws)).word();
      if (check.passes(Letters.lower(word))) {
        return Letters.lower(word);
      }
    }
    return "";
  }

  private static int drawn(List<Guess> guesses, Draws draws) {
    double rest = draws.unit() * guesses.stream().mapToDouble(Guess::probability).sum();
    int at = 0;
    while (at < guesses.size() - 1 && rest >= guesses.get(at).probability()) {
      rest -= guesses.get(at++).probability();
    }
    return at;
  }

  private List<String> retagged(Passage passage, Span place, String replacement) {
    String text = passage.text();
    String changed = text.substring(0, place.start()) + replacement + text.substring(place.end());
    return lexicon.partsOfSpeech().of(new Passage(changed));
  }
}
