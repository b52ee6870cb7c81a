package io.sheaf.text.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Edit;
import io.sheaf.text.Passage;
import io.sheaf.text.Revision;
import io.sheaf.text.Soup;
import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.model.TinyBert;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every method promises, on any text.
class EveryMethodTest {
  private static final long SEED = Long.getLong("seed", 20261122);
  private static final Lexicon LEXICON = new Lexicon(models());
  private static final String PLAIN =
      "They were not happy because he is still sleeping badly in the big old houses of his doctors,"
          + " and I am afraid that the money will finish quickly.  It does not help. Nobody"
          + " called!";

  /// A tiny BERT with random weights.
  private static Path models() {
    try {
      return TinyBert.models(Files.createTempDirectory("every-method"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void close() {
    LEXICON.close();
  }

  static Stream<String> methods() {
    return Methods.all().list().stream()
        .filter(method -> augmenter(method) != null)
        .map(Method::id);
  }

  private static @Nullable Augmenter augmenter(Method method) {
    Map<String, String> parameters =
        method.id().equals("word_reserved")
            ? Map.of("groups", "happy|glad|merry;money|Cash|coins")
            : Map.of();
    return method.open(parameters, LEXICON) instanceof Opening.Ready(Augmenter augmenter, _)
        ? augmenter
        : null;
  }

  private static Augmenter augmenter(String id) {
    Augmenter augmenter = augmenter(Methods.all().method(id).orElseThrow());
    assertThat(augmenter).isNotNull();
    return Objects.requireNonNull(augmenter);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void touchesNothingOutsideItsEditsInAnySoup(String id) {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    Augmenter augmenter = augmenter(id);
    for (int i = 0; i < 400; i++) {
      Passage passage = new Passage(Soup.of(random));
      Revision revision = augmenter.revise(passage, new Draws(random.nextLong()));
      assertThat(revision.source()).isEqualTo(passage.text());
      assertThat(revision.changes()).isEqualTo(!revision.text().equals(passage.text()));
      assertThat(outside(revision)).isEqualTo(revision.text());
      assertThat(revision.inverse().text()).isEqualTo(passage.text());
      assertThat(Revision.of(revision.text(), revision.inverse().edits()).text())
          .isEqualTo(passage.text());
      assertThat(loneSurrogates(revision.text()))
          .isLessThanOrEqualTo(loneSurrogates(passage.text()));
    }
  }

  /// The source with each edit made by hand, from the last to the first.
  private static String outside(Revision revision) {
    StringBuilder text = new StringBuilder(revision.source());
    List<Edit> edits = new ArrayList<>(revision.edits());
    for (Edit edit : edits.reversed()) {
      text.replace(edit.start(), edit.end(), edit.replacement());
    }
    return text.toString();
  }

  private static long loneSurrogates(String text) {
    return text.codePoints().filter(point -> point >= 0xD800 && point < 0xE000).count();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void changesAPlainTextTheSameWayForTheSameSeed(String id) {
    Augmenter augmenter = augmenter(id);
    Augmenter again = augmenter(id);
    int changed = 0;
    int different = 0;
    for (int seed = 0; seed < 40; seed++) {
      String one = augmenter.revise(new Passage(PLAIN), new Draws(seed)).text();
      assertThat(again.revise(new Passage(PLAIN), new Draws(seed)).text()).isEqualTo(one);
      changed += one.equals(PLAIN) ? 0 : 1;
      different +=
          one.equals(augmenter.revise(new Passage(PLAIN), new Draws(seed + 1000)).text()) ? 0 : 1;
    }
    assertThat(changed).isGreaterThan(30);
    boolean translates = id.startsWith("nlp_backtranslation");
    assertThat(different).isGreaterThan(translates ? -1 : 10);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void leavesGuardedWordsAlone(String id) {
    Augmenter augmenter = augmenter(id);
    String text = "never https://a.b/c 3:45 not me@host.org @you";
    for (int seed = 0; seed < 40; seed++) {
      String changed = augmenter.revise(new Passage(text), new Draws(seed)).text();
      assertThat(changed.split(" ")).contains(text.split(" "));
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void copesWithNothing(String id) {
    for (String text : List.of("", " ", "\0", "\n\n", "a", "😀", ".")) {
      Revision revision = augmenter(id).revise(new Passage(text), new Draws(1));
      assertThat(revision.source()).isEqualTo(text);
    }
  }
}
