package io.sheaf.text.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.text.Augmenter;
import io.sheaf.text.lexicon.Lexicon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The second half of each page about methods is what the methods say and do. `-Dpages` writes it.
///
/// Methods that read what does not come with Sheaf keep the example that the page has, as another
/// version of it may make another.
class MethodPagesTest {
  private static final Path PAGES = Path.of("..", "docs", "reference", "methods");
  private static final boolean WRITES = System.getProperty("pages") != null;
  private static final String MARK = "<!-- generated -->\n";

  @ParameterizedTest
  @EnumSource(Method.Family.class)
  void showsWhatMethodsDo(Method.Family family) throws IOException {
    Path page = PAGES.resolve(family.name().toLowerCase(Locale.ROOT) + ".md");
    String text = Files.readString(page);
    assertThat(text).contains(MARK);
    String prose = text.substring(0, text.indexOf(MARK) + MARK.length());
    String expected = prose + generated(family, text);
    if (WRITES) {
      Files.writeString(page, expected);
    }
    assertThat(Files.readString(page)).isEqualTo(expected);
  }

  private static String generated(Method.Family family, String page) {
    List<String> lines = new ArrayList<>(List.of("before: " + Example.TEXT, ""));
    try (Lexicon lexicon = new Lexicon(Path.of("..", "models"))) {
      for (Method method : Methods.all().list()) {
        if (method.family() == family) {
          lines.add("### " + method.id());
          lines.add("");
          lines.add(sentence(method.summary()));
          lines.add("");
          lines.add("> " + example(method, lexicon, page));
          lines.add("");
          lines.add(
              "Reads: %s. Licence: %s."
                  .formatted(method.source().resources(), method.source().licence()));
          lines.add("");
        }
      }
    }
    return String.join("\n", lines);
  }

  private static String sentence(String summary) {
    return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
  }

  private static String example(Method method, Lexicon lexicon, String page) {
    Map<String, String> set =
        method.id().equals("word_reserved") ? Map.of("groups", "old|new;well|badly") : Map.of();
    return switch (method.open(set, lexicon)) {
      case Opening.Ready(Augmenter augmenter, String resource) ->
          resource.isEmpty() || WRITES
              ? Example.of(augmenter, Example.TEXT, 1)
              : kept(method, page);
      case Opening.Unavailable _ -> kept(method, page);
    };
  }

  private static String kept(Method method, String page) {
    int from = page.indexOf("### " + method.id() + "\n");
    int start = from < 0 ? -1 : page.indexOf("\n> ", from);
    return start < 0 ? "(unavailable)" : page.substring(start + 3, page.indexOf('\n', start + 1));
  }
}
