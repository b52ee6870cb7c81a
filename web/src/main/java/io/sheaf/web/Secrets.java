package io.sheaf.web;

import java.util.regex.Pattern;

/// Hides what must not be shown: passwords, tokens and the like in configuration and environment.
public final class Secrets {
  private static final String HIDDEN = "(hidden)";
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(passw|passphrase|secret|token|credential|api_?-?key|access_?-?key|private_?-?key|auth|cookie|webhook|slack)");

  /// `https://user:password@host`, `--password=x`, `token: x`, `Bearer x`.
  private static final Pattern USER = Pattern.compile("(?<=://)[^/@\\s:]+:[^/@\\s]+(?=@)");

  private static final Pattern INLINE =
      Pattern.compile(
          "(?i)(?<=\\b(?:password|passwd|passphrase|secret|token|api[-_]?key|bearer)[=:"
              + " ]{1,2})[^\\s,;\"']+");

  private Secrets() {}

  /// The value of a setting or variable as it may be shown.
  public static String masked(String name, String value) {
    return NAME.matcher(name).find() && !value.isEmpty() ? HIDDEN : masked(value);
  }

  /// Text without the secrets that can be told from it.
  public static String masked(String text) {
    return INLINE.matcher(USER.matcher(text).replaceAll(HIDDEN)).replaceAll(HIDDEN);
  }
}
