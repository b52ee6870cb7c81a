package io.sheaf.text.method;

import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Guards;
import io.sheaf.text.Letters;
import io.sheaf.text.Passage;
import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.lexicon.Misspellings;
import io.sheaf.text.lexicon.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Methods that drop, move, add or respell words without looking at what they mean.
final class WordMethods {
  private static final Method.Source FREQUENT =
      new Method.Source("frequent-words.txt.gz (SUBTLEX-US)", "ISC");

  private WordMethods() {}

  static List<Method> all() {
    return List.of(
        deletion("nlp_randword_delete", Usual.words("0.08")),
        deletion("ta_word_delete", Usual.tenth()),
        deletion("eda_rd", Usual.tenth()),
        method(
            "nlp_randword_insert",
            "inserts random frequent words",
            FREQUENT,
            Usual.words("0.08"),
            (parameters, lexicon) ->
                new WordInsertion(
                    frequent(lexicon.frequentWords(), parameters.guards()), parameters.words())),
        method(
            "nlp_randword_sub",
            "replaces words by random frequent words, or by `target`",
            FREQUENT,
            Usual.all(Usual.words("0.08"), Map.of("target", "")),
            (parameters, lexicon) -> wordwise(parameters, substitution(parameters, lexicon), 1)),
        method(
            "nlp_spelling",
            "misspells words as people do, and corrects misspelled ones",
            new Method.Source("misspellings.txt.gz (cspell, Wikipedia)", "CC BY-SA 4.0"),
            Usual.words("0.08"),
            (parameters, lexicon) -> wordwise(parameters, spelling(lexicon.misspellings()), 2)),
        method(
            "eda_rs",
            "swaps words (EDA)",
            Method.Source.NONE,
            Usual.tenth(),
            (parameters, _) -> new WordSwap(parameters.guards(), parameters.words())),
        method(
            "word_swap",
            "swaps two words",
            Method.Source.NONE,
            Map.of("aug_p", "0", "aug_min", "1", "aug_max", "1"),
            (parameters, _) -> new WordSwap(parameters.guards(), parameters.words())),
        method(
            "word_split",
            "puts a space into words",
            Method.Source.NONE,
            Usual.all(Usual.words("0.08"), Map.of("min_char", "4")),
            (parameters, _) -> wordwise(parameters, new WordSplit(), parameters.count("min_char"))),
        method(
            "word_tfidf",
            "replaces words that say little by others that say little",
            FREQUENT,
            Usual.words("0.1"),
            (parameters, lexicon) ->
                wordwise(
                    parameters,
                    new UninformativeSwap(lexicon.frequentWords(), parameters.guards()),
                    1)),
        new Method(
            "word_reserved",
            Method.Family.WORD,
            "puts one word of a group for another",
            Usual.all(Usual.words("0.3"), Usual.guards(false), Map.of("groups", "")),
            Method.Source.NONE,
            (parameters, _) -> reserved(parameters)),
        new Method(
            "sentence_shuffle",
            Method.Family.SENTENCE,
            "puts sentences into another order",
            Map.of(),
            Method.Source.NONE,
            (_, _) -> new Opening.Ready(new SentenceShuffle())));
  }

  /// Makes an augmenter of a method that is available everywhere.
  @FunctionalInterface
  private interface Always {
    io.sheaf.text.Augmenter make(Parameters parameters, Lexicon lexicon);
  }

  private static Method method(
      String id, String summary, Method.Source source, Map<String, String> amount, Always maker) {
    return new Method(
        id,
        Method.Family.WORD,
        summary,
        Usual.all(amount, Usual.guards(false)),
        source,
        (parameters, lexicon) -> new Opening.Ready(maker.make(parameters, lexicon)));
  }

  private static Method deletion(String id, Map<String, String> amount) {
    return method(
        id,
        "drops words",
        Method.Source.NONE,
        amount,
        (parameters, _) -> new WordDeletion(parameters.guards(), parameters.words()));
  }

  private static WordByWord wordwise(Parameters parameters, WordChange change, int shortest) {
    return new WordByWord(change, parameters.guards(), parameters.words(), shortest);
  }

  private static WordInsertion.Choice frequent(Vocabulary vocabulary, Guards guards) {
    return (_, draws) -> Optional.of(draws.pick(vocabulary.words())).filter(guards::allowsNew);
  }

  private static WordChange substitution(Parameters parameters, Lexicon lexicon) {
    String target = parameters.text("target");
    Guards guards = parameters.guards();
    return target.isEmpty()
        ? (passage, word, draws, edits) -> {
          String drawn = draws.pick(lexicon.frequentWords().words());
          return guards.allowsNew(drawn)
              && Lexical.put(passage, word, List.of(drawn), draws, edits);
        }
        : (passage, word, draws, edits) ->
            Lexical.put(passage, word, List.of(target), draws, edits);
  }

  private static WordChange spelling(Misspellings misspellings) {
    return (Passage passage, int word, Draws draws, List<Edit> edits) ->
        Lexical.put(
            passage, word, misspellings.of(Letters.lower(passage.words().of(word))), draws, edits);
  }

  private static Opening reserved(Parameters parameters) {
    ReservedWords words = new ReservedWords(parameters.text("groups"));
    return words.isEmpty()
        ? new Opening.Unavailable(
            "no groups of words; set method_args=word_reserved.groups=sad|down;happy|glad")
        : new Opening.Ready(wordwise(parameters, words, 1));
  }
}
