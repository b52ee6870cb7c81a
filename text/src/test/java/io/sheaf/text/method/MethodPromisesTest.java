package io.sheaf.text.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Passage;
import io.sheaf.text.lexicon.Lexicon;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the pages about methods promise, on sentences in which a reader once found it broken.
class MethodPromisesTest {
  private static final Lexicon LEXICON = new Lexicon(Path.of("no models here"));
  private static final int SEEDS = 300;

  @AfterAll
  static void close() {
    LEXICON.close();
  }

  /// All that a method makes of a text, many times.
  private static Set<String> variants(String id, String text) {
    Augmenter augmenter =
        ((Opening.Ready) Methods.all().method(id).orElseThrow().open(Map.of(), LEXICON))
            .augmenter();
    Set<String> variants = new TreeSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      variants.add(augmenter.revise(new Passage(text), new Draws(seed)).text());
    }
    return variants;
  }

  private static Set<String> words(Set<String> texts) {
    Set<String> words = new TreeSet<>();
    texts.forEach(text -> words.addAll(Arrays.asList(text.split("[^A-Za-z]+"))));
    return words;
  }

  @ParameterizedTest
  @CsvSource({
    "He will come., eda_sr, numbered",
    "It could become a habit., eda_sr, gotten",
    "It could become a habit., eda_sr, got",
    "She had never really become a doctor., eda_sr, get",
    "I have not slept., word_antonym, woke",
    "They read the book yesterday., eda_sr, say",
    "The happier boy is ours., eda_sr, clever",
    "The smoking was prohibited., eda_sr, forbid",
    "Most men leave., eda_sr, manpower",
    "Most men leave., ta_word_swap_morph, mens",
  })
  void putsVerbsAndAdjectivesInTheirForm(String text, String id, String wrong) {
    assertThat(words(variants(id, text))).doesNotContain(wrong);
  }

  @Test
  void knowsFormsByTheWordsBefore() {
    assertThat(variants("word_antonym", "I have not slept.")).contains("I have not woken.");
    assertThat(variants("word_antonym", "She slept.")).contains("She woke.");
    assertThat(variants("nlp_wordnet_syn", "It was prohibited."))
        .containsExactly("It was forbidden.");
    assertThat(variants("eda_sr", "We buy the big house.")).contains("We buy the large house.");
    assertThat(variants("eda_sr", "We buy the biggest house."))
        .contains("We buy the largest house.")
        .doesNotContain("We buy the most large house.");
    assertThat(variants("ta_word_swap_morph", "It is large.")).contains("It is larger.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nlp_wordnet_syn", "eda_sr", "ta_wordswap_wordnet"})
  void leavesAcronymsAndSetPhrases(String id) {
    String text =
        "By the way, we met travel agents of the HR department at 2 PM, in other words late.";
    for (String variant : variants(id, text)) {
      assertThat(variant)
          .startsWith("By the way")
          .contains("travel agents", " HR ", " PM", "in other words");
    }
    assertThat(variants(id, "PLEASE BUY THE CAR")).hasSizeGreaterThan(1);
  }

  @Test
  void putsArticlesAsTheyAreSpoken() {
    assertThat(Lexical.goesAfter(new Passage("a"), 0, "user")).isTrue();
    assertThat(Lexical.goesAfter(new Passage("a"), 0, "hour")).isFalse();
    for (String word : "hour honest unit unimportant unable union European".split(" ", -1)) {
      assertThat(Lexical.goesAfter(new Passage("an"), 0, word))
          .as(word)
          .isEqualTo(Set.of("hour", "honest", "unimportant", "unable").contains(word));
    }
  }

  @Test
  void putsNoCursesOrSlurs() {
    assertThat(LEXICON.frequentWords().words()).contains("know").doesNotContain("fuck", "nigger");
    assertThat(words(variants("eda_sr", "I know."))).doesNotContain("screw", "bang", "jazz");
    assertThat(LEXICON.misspellings().of("sex")).isEmpty();
  }

  @Test
  void putsOppositesOfTheFirstSenseOnly() {
    assertThat(words(variants("word_antonym", "You pass the strong wall.")))
        .contains("weak")
        .doesNotContain("fail");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We have limited time.",
        "I know how hard it is to change.",
        "They know what they are so no.",
        "They let us check in.",
        "I have red hair.",
        "It is better than it is in Paris",
      })
  void contractsNothingThatNobodyWould(String text) {
    assertThat(variants("ta_contraction", text))
        .isSubsetOf(text, text.replace("It is better", "It's better"));
  }

  @ParameterizedTest
  @CsvSource({
    "We have visited it.,We've visited it.",
    "Let us go.,Let's go.",
    "You know that it is raining.,You know that it's raining.",
  })
  void contractsWhatPeopleDo(String text, String contracted) {
    assertThat(variants("ta_contraction", text)).containsExactly(contracted);
  }

  @Test
  void startsEachSentenceWithACapital() {
    for (String variant : variants("nlp_randword_delete", "It is nice. The food was great! Go.")) {
      assertThat(variant).matches("[A-Z][^.!]*\\. [A-Z].*");
    }
  }

  @Test
  void keepsAbbreviatedCompaniesTogether() {
    assertThat(variants("sentence_shuffle", "Visakha Gases Pvt. Ltd. is there."))
        .containsExactly("Visakha Gases Pvt. Ltd. is there.");
  }

  @ParameterizedTest
  @CsvSource({
    "i'm doing a report on Iran,i Am doing a report,i am doing a report",
    "Encino has been blessed.,Encino Has been blessed.,Encino has been blessed.",
    "if you want pizza go,If you love Pizza goes,if you love pizza goes",
    "The EU and the US agree.,the eU and the US agree.,The EU and the US agree.",
    "Woodland Hills is near.,hills of Forest is near.,Hills of Forest is near.",
  })
  void givesTranslationsTheCaseOfTheirSource(String source, String translation, String cased) {
    assertThat(SourceCase.of(source, translation)).isEqualTo(cased);
  }
}
