package io.sheaf.text.lexicon;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import simplenlg.features.Feature;
import simplenlg.features.Form;
import simplenlg.features.NumberAgreement;
import simplenlg.features.Person;
import simplenlg.features.Tense;
import simplenlg.framework.InflectedWordElement;
import simplenlg.lexicon.Lexicon;
import simplenlg.realiser.english.Realiser;

/// Inflected forms of words, by SimpleNLG. Thread-safe.
public final class Inflections {
  /// The forms a word can have.
  public enum Inflection {
    BASE,
    PLURAL,
    PAST,
    PAST_PARTICIPLE,
    PRESENT_PARTICIPLE,
    THIRD_PERSON,
    COMPARATIVE,
    SUPERLATIVE
  }

  private record Key(String lemma, Category category, Inflection inflection) {}

  private static final Map<Category, List<Inflection>> FORMS =
      Map.of(
          Category.NOUN, List.of(Inflection.BASE, Inflection.PLURAL),
          Category.VERB,
              List.of(
                  Inflection.BASE,
                  Inflection.PAST,
                  Inflection.PAST_PARTICIPLE,
                  Inflection.PRESENT_PARTICIPLE,
                  Inflection.THIRD_PERSON),
          Category.ADJECTIVE,
              List.of(Inflection.BASE, Inflection.COMPARATIVE, Inflection.SUPERLATIVE),
          Category.ADVERB, List.of(Inflection.BASE));

  /// Forms that SimpleNLG gets wrong.
  private static final Map<Key, String> IRREGULAR =
      Map.of(
          new Key("run", Category.VERB, Inflection.PAST_PARTICIPLE), "run",
          new Key("strike", Category.VERB, Inflection.PAST_PARTICIPLE), "struck",
          new Key("spring", Category.VERB, Inflection.PAST), "sprang",
          new Key("forbid", Category.VERB, Inflection.PAST), "forbade",
          new Key("forbid", Category.VERB, Inflection.PAST_PARTICIPLE), "forbidden",
          new Key("pay", Category.VERB, Inflection.PAST), "paid",
          new Key("pay", Category.VERB, Inflection.PAST_PARTICIPLE), "paid",
          new Key("wrong", Category.ADJECTIVE, Inflection.COMPARATIVE), "more wrong",
          new Key("wrong", Category.ADJECTIVE, Inflection.SUPERLATIVE), "most wrong");

  private final Lexicon lexicon = Lexicon.getDefaultLexicon();
  private final Realiser realiser = new Realiser(lexicon);
  private final Map<Key, String> known = new ConcurrentHashMap<>();

  Inflections() {}

  /// The forms that words of a category have.
  public static List<Inflection> forms(Category category) {
    return FORMS.getOrDefault(category, List.of());
  }

  /// Which forms of the lemma a word can be; empty if it is none.
  ///
  /// @param lower the word in lower case
  public Set<Inflection> of(String lower, String lemma, Category category) {
    Set<Inflection> fitting = EnumSet.noneOf(Inflection.class);
    for (Inflection form : forms(category)) {
      if (inflect(lemma, category, form).equals(lower)) {
        fitting.add(form);
      }
    }
    return fitting;
  }

  /// A form of a word.
  public String inflect(String lemma, Category category, Inflection inflection) {
    if (inflection == Inflection.BASE) {
      return lemma;
    }
    Key key = new Key(lemma, category, inflection);
    String irregular = IRREGULAR.get(key);
    return irregular == null ? known.computeIfAbsent(key, this::realise) : irregular;
  }

  private String realise(Key key) {
    boolean graded =
        key.inflection == Inflection.COMPARATIVE || key.inflection == Inflection.SUPERLATIVE;
    if (graded && isLong(key.lemma)) {
      return (key.inflection == Inflection.COMPARATIVE ? "more " : "most ") + key.lemma;
    }
    synchronized (realiser) {
      InflectedWordElement word =
          new InflectedWordElement(lexicon.getWord(key.lemma, key.category.grammar));
      switch (key.inflection) {
        case BASE -> {}
        case PLURAL -> word.setPlural(true);
        case PAST -> word.setFeature(Feature.TENSE, Tense.PAST);
        case PAST_PARTICIPLE -> word.setFeature(Feature.FORM, Form.PAST_PARTICIPLE);
        case PRESENT_PARTICIPLE -> word.setFeature(Feature.FORM, Form.PRESENT_PARTICIPLE);
        case THIRD_PERSON -> {
          word.setFeature(Feature.TENSE, Tense.PRESENT);
          word.setFeature(Feature.PERSON, Person.THIRD);
          word.setFeature(Feature.NUMBER, NumberAgreement.SINGULAR);
        }
        case COMPARATIVE -> word.setFeature(Feature.IS_COMPARATIVE, true);
        case SUPERLATIVE -> word.setFeature(Feature.IS_SUPERLATIVE, true);
      }
      return realiser.realise(word).getRealisation();
    }
  }

  /// Longer adjectives are graded by another word.
  private static boolean isLong(String adjective) {
    String spoken = adjective.replaceFirst("(?<!l)e$", "");
    long vowels = spoken.replaceAll("[aeiouy]+", "1").chars().filter(c -> c == '1').count();
    return vowels > 2 || (vowels == 2 && !adjective.matches(".*(y|le|ow|er)"));
  }
}
