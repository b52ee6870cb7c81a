package io.sheaf.text.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.text.Augmenter;
import io.sheaf.text.Evidence;
import io.sheaf.text.Similarity;
import io.sheaf.text.Soup;
import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.method.Methods;
import io.sheaf.text.method.Opening;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowAugmenterTest {
  private static final long SEED = Long.getLong("seed", 20261122);
  private static final Rules RULES = new Rules(2, 0.55, 0.95, 3, 12, 1000);
  private static final String EVIDENCE =
      "I have not slept  for days \uD83D\uDE00 and I feel so hopeless";
  private static final String POST = "Hello.\n\t" + EVIDENCE + "! What now?";

  private static RowAugmenter augmenter(String... ids) {
    Lexicon lexicon = new Lexicon(Path.of("no models here"));
    List<Augmenter> steps =
        Stream.of(ids)
            .map(id -> Methods.all().method(id).orElseThrow().open(Map.of(), lexicon))
            .map(opening -> ((Opening.Ready) opening).augmenter())
            .toList();
    Similarity similarity = new Similarity();
    return new RowAugmenter(steps, RULES, similarity, new Evidence(similarity, 0.55));
  }

  @Test
  void keepsThePostAroundTheEvidence() {
    RowResult result = augmenter("nlp_keyboard", "nlp_randword_delete").augment(POST, EVIDENCE, 7);
    assertThat(result).isInstanceOf(RowResult.Augmented.class);
    RowResult.Augmented augmented = (RowResult.Augmented) result;
    assertThat(augmented.span().of(POST)).isEqualTo(EVIDENCE);
    assertThat(augmented.variants()).hasSize(2);
    for (RowResult.Variant variant : augmented.variants()) {
      assertThat(variant.similarity()).isBetween(0.55, 0.95);
      assertThat(variant.revision().source()).isEqualTo(EVIDENCE);
      assertThat(variant.revision().inverse().text()).isEqualTo(EVIDENCE);
    }
  }

  @Test
  void hangsOnTheSeedAlone() {
    RowAugmenter one = augmenter("nlp_randchar_sub");
    RowAugmenter other = augmenter("nlp_randchar_sub");
    List<String> first = texts(one.augment(POST, EVIDENCE, 1));
    one.augment(POST, "What now", 5);
    assertThat(texts(one.augment(POST, EVIDENCE, 1))).isEqualTo(first);
    assertThat(texts(other.augment(POST, EVIDENCE, 1))).isEqualTo(first);
    assertThat(texts(other.augment(POST, EVIDENCE, 2))).isNotEqualTo(first);
  }

  private static List<String> texts(RowResult result) {
    return ((RowResult.Augmented) result)
        .variants().stream().map(variant -> variant.revision().text()).toList();
  }

  @Test
  void saysWhyARowHasNoVariants() {
    RowAugmenter augmenter = augmenter("ta_contraction");
    assertThat(reason(augmenter, POST, " ")).isEqualTo(RowResult.Reason.NO_EVIDENCE);
    assertThat(reason(augmenter, POST, "zzz qqq xxx kkk")).isEqualTo(RowResult.Reason.NOT_FOUND);
    assertThat(reason(augmenter, POST, "x".repeat(1001))).isEqualTo(RowResult.Reason.TOO_LONG);
    assertThat(reason(augmenter, POST, "What now?")).isEqualTo(RowResult.Reason.NOTHING_TO_CHANGE);
    assertThat(reason(augmenter("nlp_ocr"), "is", "is")).isEqualTo(RowResult.Reason.NOT_SIMILAR);
  }

  @Test
  void judgesTheMeaningOfWhatIsSimilarOnly() {
    Function<String, Predicate<String>> judge =
        evidence -> {
          assertThat(evidence).isEqualTo(EVIDENCE);
          return _ -> false;
        };
    RowAugmenter augmenter = augmenter("ta_contraction").keeping(judge);
    assertThat(reason(augmenter, POST, "What now?")).isEqualTo(RowResult.Reason.NOTHING_TO_CHANGE);
    assertThat(reason(augmenter("word_swap").keeping(judge), POST, EVIDENCE))
        .isEqualTo(RowResult.Reason.OTHER_MEANING);
  }

  private static RowResult.Reason reason(RowAugmenter augmenter, String post, String evidence) {
    return ((RowResult.Skipped) augmenter.augment(post, evidence, 3)).reason();
  }

  @Test
  void restoresAnySoup() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    RowAugmenter augmenter = augmenter("nlp_ocr", "ta_char_rand_ins", "word_swap");
    for (int i = 0; i < 300; i++) {
      String evidence = Soup.of(random);
      String post = Soup.of(random) + evidence + Soup.of(random);
      if (augmenter.augment(post, evidence, random.nextLong())
          instanceof RowResult.Augmented augmented) {
        augmented
            .variants()
            .forEach(
                variant ->
                    assertThat(variant.revision().inverse().text())
                        .isEqualTo(augmented.span().of(post)));
      }
    }
  }

  @Test
  void enumeratesCombinationsBySizeThenName() {
    List<Combination> found = Combination.upTo(2, List.of("c", "a", "b"));
    assertThat(found.stream().map(Combination::source))
        .containsExactly("a", "b", "c", "a+b", "a+c", "b+c");
    assertThat(Combination.count(2, 28)).isEqualTo(406);
    assertThat(Combination.count(28, 28)).isEqualTo(268_435_455);
    assertThat(new Combination(List.of("nlp_wordnet_syn")).id()).isEqualTo("5a6f46fc76");
    assertThat(new Combination(List.of("nlp_keyboard")).name()).isEqualTo("combo_1_nlp_keyboard");
    assertThat(new Combination(List.of("x".repeat(90))).name()).hasSize(80);
  }

  @Test
  void refusesRulesThatCannotBeMet() {
    assertThatThrownBy(() -> new Rules(2, 0.9, 0.5, 3, 12, 10))
        .hasMessageContaining("0 <= least <= greatest <= 1");
    assertThatThrownBy(() -> new Rules(4, 0.1, 0.5, 3, 12, 10)).hasMessageContaining("variants 4");
  }
}
