package io.sheaf.text.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Passage;
import io.sheaf.text.lexicon.Lexicon;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackTranslationTest {
  private static Opening open(String id, Lexicon lexicon, Map<String, String> parameters) {
    return Methods.all().method(id).orElseThrow().open(parameters, lexicon);
  }

  private static String translated(Augmenter augmenter, String text) {
    return augmenter.revise(new Passage(text), new Draws(1)).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nlp_backtranslation_es", "nlp_backtranslation_ca"})
  void keepsWhatIsGuardedAndEndsItsProcesses(String id) {
    Set<Long> before = children();
    Augmenter augmenter;
    try (Lexicon lexicon = new Lexicon(Path.of("no models here"))) {
      Opening opening = open(id, lexicon, Map.of());
      assumeThat(opening).as("apertium").isInstanceOf(Opening.Ready.class);
      augmenter = ((Opening.Ready) opening).augmenter();
      assertThat(children()).hasSizeGreaterThan(before.size());
      String spaced = "  He has no idea. \n\tI am sure about the origin of the name.\n";
      assertThat(translated(augmenter, spaced))
          .matches("  \\S.*\\. \n\t\\S.*\\.\n")
          .isNotEqualTo(spaced);
      assertThat(
              translated(augmenter, "Look at https://a.b/c[1]^x or ask me@host.org at 3:45 today."))
          .contains("https://a.b/c[1]^x", "me@host.org", "3:45");
      assertThat(translated(augmenter, "The [old] house/garden\\ is {here} ^ $ <b> @ 5 € 😀 日本."))
          .contains("[", "]", "/", "\\", "{", "}", "^", "$", "<", ">", "@", "5 €", "😀 日本");
      assertThat(translated(augmenter, "The file is at D:\\2020 today.")).contains("D:\\2020");
      assertThat(translated(augmenter, "I do not feel well.")).containsPattern("not|n't");
      for (String none :
          List.of("", " ", "\0", "a\0b", "\ud800", "[", "\\", "^", "a ^", "]", "\n\n")) {
        assertThat(translated(augmenter, none)).hasSameSizeAs(none);
      }
      assertThat(translated(augmenter, "I feel hopeless.")).isNotEqualTo("I feel hopeless.");
    }
    assertThatThrownBy(() -> translated(augmenter, "I feel so very sad today."))
        .isInstanceOf(UncheckedIOException.class);
  }

  /// What the Spanish dictionary makes of a phrase and does not know afterwards.
  @Test
  void leavesSentencesThatWouldBeHalfInSpanish() {
    try (Lexicon lexicon = new Lexicon(Path.of("no models here"))) {
      Opening opening = open("nlp_backtranslation_es", lexicon, Map.of());
      assumeThat(opening).as("apertium").isInstanceOf(Opening.Ready.class);
      Augmenter augmenter = ((Opening.Ready) opening).augmenter();
      assertThat(translated(augmenter, "I definitely recommend him. I feel hopeless."))
          .startsWith("I definitely recommend him. ")
          .isNotEqualTo("I definitely recommend him. I feel hopeless.");
    }
  }

  /// A row without an answer fails; those after it must not.
  @Test
  void startsProgramsAnewThatHaveEnded() {
    Set<Long> before = children();
    try (Lexicon lexicon = new Lexicon(Path.of("no models here"))) {
      Opening opening = open("nlp_backtranslation_es", lexicon, Map.of());
      assumeThat(opening).as("apertium").isInstanceOf(Opening.Ready.class);
      Augmenter augmenter = ((Opening.Ready) opening).augmenter();
      ProcessHandle.current()
          .children()
          .filter(child -> !before.contains(child.pid()))
          .flatMap(child -> Stream.concat(child.descendants(), Stream.of(child)))
          .toList()
          .forEach(ProcessHandle::destroyForcibly);
      assertThatThrownBy(() -> translated(augmenter, "I feel hopeless."))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(translated(augmenter, "I feel hopeless.")).isNotEqualTo("I feel hopeless.");
    }
  }

  private static Set<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  @Test
  void saysWhatToInstall() {
    try (Lexicon lexicon = new Lexicon(Path.of("no models here"))) {
      assertThat(open("nlp_backtranslation_es", lexicon, Map.of("data", "/nowhere")))
          .isEqualTo(
              new Opening.Unavailable(
                  "/nowhere/modes/eng-spa.mode does not exist; install Apertium (apt-get install"
                      + " apertium apertium-eng-spa)"));
      assertThat(open("nlp_backtranslation_de", lexicon, Map.of()))
          .isEqualTo(
              new Opening.Unavailable(
                  "Apertium has no pair of English and German; nothing takes its place"));
    }
  }
}
