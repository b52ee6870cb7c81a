package io.sheaf.arc.program;

import io.sheaf.arc.dsl.Constant;
import io.sheaf.arc.dsl.Primitive;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names that every program knows.
final class Names {
  /// Words of the host language, refused as names so that files stay readable for it.
  static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield",
          "True",
          "False",
          "None");

  private static final Map<String, Primitive> PRIMITIVES =
      Arrays.stream(Primitive.values())
          .collect(Collectors.toUnmodifiableMap(Primitive::word, Function.identity()));
  private static final Map<String, Constant> CONSTANTS =
      Arrays.stream(Constant.values())
          .collect(Collectors.toUnmodifiableMap(Constant::name, Function.identity()));

  private Names() {}

  static Map<String, Primitive> primitives() {
    return PRIMITIVES;
  }

  static Map<String, Constant> constants() {
    return CONSTANTS;
  }

  static @Nullable Reference reference(String name) {
    Primitive primitive = PRIMITIVES.get(name);
    if (primitive != null) {
      return new Reference.Named(primitive);
    }
    Constant constant = CONSTANTS.get(name);
    return constant == null ? null : new Reference.Fixed(constant);
  }

  /// A question such as ``; did you mean `objects`?``, empty where no name is near.
  static String hint(String name, Collection<String> variables) {
    int limit = Math.max(1, name.length() / 3);
    return Stream.of(PRIMITIVES.keySet(), CONSTANTS.keySet(), variables)
        .flatMap(Collection::stream)
        .filter(known -> distance(name, known) <= limit)
        .min(
            Comparator.comparingInt((String known) -> distance(name, known))
                .thenComparing(known -> known))
        .map(known -> "; did you mean `" + known + "`?")
        .orElse("");
  }

  /// Levenshtein distance.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int exchange = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchange, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
