package io.sheaf.cli;

import io.sheaf.engine.observe.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Configured values as YAML.
final class Values {
  private static final Set<String> WORDS_WITH_A_MEANING =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private Values() {}

  static String text(@Nullable Object value) {
    return switch (value) {
      case List<?> list ->
          list.stream().map(Values::text).collect(Collectors.joining(", ", "[", "]"));
      case String word when isPlain(word) -> word;
      case null, default -> Json.value(value);
    };
  }

  private static boolean isPlain(String word) {
    return word.matches("[A-Za-z_/][A-Za-z0-9_./+-]*")
        && !WORDS_WITH_A_MEANING.contains(word.toLowerCase(Locale.ROOT));
  }
}
