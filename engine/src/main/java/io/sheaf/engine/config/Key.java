package io.sheaf.engine.config;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A key that a configuration may set.
///
/// A name that ends in `.*` stands for every key below it.
///
/// @param name dotted, as in `k_selection.k_max`
/// @param type the values it takes
/// @param preset the value it has where nothing sets it; null if it then has none
/// @param help one line
/// @param role what depends on it
public record Key(String name, KeyType type, @Nullable Object preset, String help, Role role) {
  /// What depends on a key.
  public enum Role {
    /// Results: part of a unit's identity; a resumed run must agree in it.
    RESULT,
    /// Only where and how fast: may differ between shards and on resuming.
    CIRCUMSTANCE,
    /// Nothing: accepted so that configurations of the original run.
    UNUSED
  }

  /// A key that changes results.
  public static Key result(String name, KeyType type, @Nullable Object preset, String help) {
    return new Key(name, type, preset, help, Role.RESULT);
  }

  /// A key that changes only where and how fast.
  public static Key circumstance(String name, KeyType type, @Nullable Object preset, String help) {
    return new Key(name, type, preset, help, Role.CIRCUMSTANCE);
  }

  /// A key that is accepted and does nothing.
  public static Key unused(String name, String why) {
    return new Key(name, new KeyType.Anything(), null, why, Role.UNUSED);
  }

  boolean isFamily() {
    return name.endsWith(".*");
  }

  boolean matches(String candidate) {
    return isFamily()
        ? candidate.startsWith(name.substring(0, name.length() - 1))
        : candidate.equals(name);
  }

  /// The environment variable that sets it: `SHEAF_K_SELECTION__K_MAX`.
  String variable() {
    UnaryOperator<String> upper = text -> text.replace(".", "__").toUpperCase(Locale.ROOT);
    return "SHEAF_" + upper.apply(name);
  }
}
