package io.sheaf.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Hides what must not be shown: values whose names say that they are secret, and such values
/// within texts. What has no telling name cannot be recognised.
public final class Secrets {
  private static final String HIDDEN = "(hidden)";
  private static final String WORD =
      "(?:pass(?:word|wd|phrase)?|secret|token|credentials?|auth(?:orization)?|cookie|webhook|slack"
          + "|(?:api|access|private|secret)[_-]?key)";
  private static final String WORDS = "(?:[a-z0-9_-]*[_-])?" + WORD + "(?:[_-][a-z0-9_-]*)?";
  private static final Pattern NAME = Pattern.compile("(?i)(?:.*[^a-z])?" + WORD + "(?:[^a-z].*)?");
  private static final Pattern FLAG = Pattern.compile("(?i)--?" + WORDS);

  /// `--password=x`, `token: x`, `"api_key": "x"`, `Authorization: Bearer x`.
  private static final Pattern ASSIGNED =
      Pattern.compile(
          "(?i)((?<![a-z0-9_-])-{0,2}"
              + WORDS
              + "[\"']?\\s*[=:]\\s*[\"']?(?:(?:bearer|basic)\\s+)?)[^\\s,;&'\"\\]]+");

  /// `--password x`, `Bearer x`.
  private static final Pattern FOLLOWING =
      Pattern.compile("((?i:(?<!\\S)--?" + WORDS + "|\\bbearer)\\s+)[^\\s-]\\S*");

  /// `https://user:password@host`.
  private static final Pattern USER = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");

  /// Whoever knows the address may write.
  private static final Pattern HOOK =
      Pattern.compile("(?<=hooks\\.slack\\.com/services/)[^\\s'\"]+");

  private Secrets() {}

  /// The value of a setting or variable as it may be shown: text, number, flag or a list of them.
  public static @Nullable Object masked(String name, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Object _ when NAME.matcher(name).matches() -> HIDDEN;
      case List<?> list -> words(list);
      case String text -> masked(text);
      default -> value;
    };
  }

  /// The same of a text.
  public static String masked(String name, String value) {
    return NAME.matcher(name).matches() && !value.isEmpty() ? HIDDEN : masked(value);
  }

  /// Text without the secrets that can be told from it.
  public static String masked(String text) {
    String shown = ASSIGNED.matcher(text).replaceAll("$1" + HIDDEN);
    shown = FOLLOWING.matcher(shown).replaceAll("$1" + HIDDEN);
    shown = USER.matcher(shown).replaceAll(HIDDEN);
    return HOOK.matcher(shown).replaceAll(HIDDEN);
  }

  /// What stands behind a flag with such a name goes, too.
  private static List<Object> words(List<?> words) {
    List<Object> shown = new ArrayList<>();
    boolean isSecret = false;
    for (Object word : words) {
      shown.add(isSecret ? HIDDEN : word instanceof String text ? masked(text) : word);
      isSecret = word instanceof String text && FLAG.matcher(text).matches();
    }
    return shown;
  }
}
