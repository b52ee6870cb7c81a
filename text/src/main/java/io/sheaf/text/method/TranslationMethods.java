package io.sheaf.text.method;

import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.translation.Apertium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Methods that translate to another language and back.
final class TranslationMethods {
  private TranslationMethods() {}

  static List<Method> all() {
    return List.of(
        apertium("nlp_backtranslation_es", "Spanish", "spa"),
        apertium("nlp_backtranslation_ca", "Catalan", "cat"),
        new Method(
            "nlp_backtranslation_de",
            Method.Family.TRANSLATION,
            "translates to German and back",
            Map.of(),
            new Method.Source("a translation model that the user must provide", "its own"),
            (_, _) ->
                new Opening.Unavailable(
                    "Apertium has no pair of English and German; nothing takes its place")));
  }

  private static Method apertium(String id, String name, String language) {
    return new Method(
        id,
        Method.Family.TRANSLATION,
        "translates to " + name + " and back by rules",
        Usual.all(Usual.guards(false), Map.of("data", "/usr/share/apertium")),
        new Method.Source(
            "Apertium with apertium-eng-%s, in processes of their own".formatted(language),
            "GPL-2.0 and GPL-3.0, of programs that Sheaf only starts"),
        (parameters, lexicon) -> open(parameters, lexicon, language));
  }

  private static Opening open(Parameters parameters, Lexicon lexicon, String language) {
    Path data = Path.of(parameters.text("data"));
    try {
      Apertium started =
          lexicon.shared(
              "apertium %s %s".formatted(language, data),
              Apertium.class,
              () -> Apertium.start(data, language));
      return new Opening.Ready(
          new BackTranslation(started, lexicon, parameters.guards()), started.digest());
    } catch (IOException e) {
      return new Opening.Unavailable(
          "%s; install Apertium (apt-get install apertium apertium-eng-%s)"
              .formatted(e.getMessage(), language));
    }
  }
}
