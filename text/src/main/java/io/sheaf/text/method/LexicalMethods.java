package io.sheaf.text.method;

import io.sheaf.text.Augmenter;
import io.sheaf.text.Guards;
import io.sheaf.text.Letters;
import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.lexicon.WordNet;
import java.util.List;
import java.util.Map;

/// Methods that know what words mean and how they are inflected.
final class LexicalMethods {
  private static final Method.Source WORDNET =
      new Method.Source(
          "WordNet 3.1 (extJWNL), OpenNLP UD-EWT tagger, SimpleNLG, SUBTLEX-US",
          "WordNet, Apache-2.0, MPL-2.0, ISC");

  private LexicalMethods() {}

  static List<Method> all() {
    return List.of(
        method(
            "nlp_wordnet_syn",
            "replaces words by synonyms of the same part of speech and form",
            Map.of("aug_p", "0.3", "aug_min", "1", "aug_max", "2", "senses", "1"),
            (parameters, lexicon) -> synonyms(parameters, lexicon, parameters.count("senses"))),
        method(
            "eda_sr",
            "replaces words by synonyms (EDA)",
            Usual.tenth(),
            (parameters, lexicon) -> synonyms(parameters, lexicon, WordNet.ALL)),
        method(
            "ta_wordswap_wordnet",
            "replaces words by synonyms in any sense",
            Usual.tenth(),
            (parameters, lexicon) ->
                wordwise(
                    parameters,
                    new Lexical(lexicon).relatedInAnySense(entry -> entry.synonyms(WordNet.ALL)))),
        method(
            "ta_word_insert_syn",
            "inserts synonyms of words of the text",
            Usual.tenth(),
            (parameters, lexicon) -> insertion(parameters, lexicon)),
        method(
            "eda_ri",
            "inserts synonyms of words of the text (EDA)",
            Usual.tenth(),
            (parameters, lexicon) -> insertion(parameters, lexicon)),
        method(
            "ta_word_swap_morph",
            "puts words into another form",
            Usual.tenth(),
            (parameters, lexicon) -> wordwise(parameters, new Lexical(lexicon).inflected())),
        method(
            "word_antonym",
            "replaces words by their opposites",
            Usual.all(Usual.words("0.1"), Map.of("senses", "1")),
            (parameters, lexicon) -> {
              int senses = parameters.count("senses");
              return wordwise(
                  parameters, new Lexical(lexicon).related(entry -> entry.antonyms(senses)));
            }),
        new Method(
            "ta_wordswap_embedding",
            Method.Family.SYNONYM,
            "replaces words by near ones, by the sentence encoder MiniLM (not counter-fitted"
                + " GloVe)",
            Usual.all(Usual.tenth(), Usual.guards(true), Map.of("max_candidates", "8")),
            new Method.Source(
                "neighbours.txt.gz (all-MiniLM-L6-v2, SUBTLEX-US)", "Apache-2.0, ISC"),
            (parameters, lexicon) ->
                new Opening.Ready(wordwise(parameters, near(parameters, lexicon)))),
        new Method(
            "ta_contraction",
            Method.Family.WORD,
            "contracts pairs of words",
            Usual.tenth(),
            new Method.Source("contractions.txt (stdlib), OpenNLP UD-EWT tagger", "Apache-2.0"),
            (parameters, lexicon) ->
                new Opening.Ready(new Contraction(parameters.words(), lexicon))));
  }

  /// Makes an augmenter.
  @FunctionalInterface
  private interface Always {
    Augmenter make(Parameters parameters, Lexicon lexicon);
  }

  private static Method method(
      String id, String summary, Map<String, String> amount, Always maker) {
    return new Method(
        id,
        Method.Family.SYNONYM,
        summary,
        Usual.all(amount, Usual.guards(true)),
        WORDNET,
        (parameters, lexicon) -> new Opening.Ready(maker.make(parameters, lexicon)));
  }

  private static WordByWord wordwise(Parameters parameters, WordChange change) {
    return new WordByWord(change, parameters.guards(), parameters.words(), 2);
  }

  private static WordByWord synonyms(Parameters parameters, Lexicon lexicon, int senses) {
    return wordwise(parameters, new Lexical(lexicon).related(entry -> entry.synonyms(senses)));
  }

  private static WordInsertion insertion(Parameters parameters, Lexicon lexicon) {
    Lexical lexical = new Lexical(lexicon);
    Guards guards = parameters.guards();
    return new WordInsertion(
        (passage, draws) ->
            lexical.anywhere(
                passage,
                Lexical.contentWords(passage, guards),
                entry -> entry.synonyms(WordNet.ALL),
                draws),
        parameters.words());
  }

  private static WordChange near(Parameters parameters, Lexicon lexicon) {
    int most = parameters.count("max_candidates");
    Lexical lexical = new Lexical(lexicon);
    return (passage, word, draws, edits) -> {
      if (!lexical.standsAlone(passage, word)) {
        return false;
      }
      List<String> near = lexicon.neighbours().of(Letters.lower(passage.words().of(word)));
      return Lexical.put(passage, word, near.subList(0, Math.min(most, near.size())), draws, edits);
    };
  }
}
