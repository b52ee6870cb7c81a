package io.sheaf.text.method;

import io.sheaf.text.Amount;
import io.sheaf.text.Guards;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The parameters of one method: those that are set, and the usual values of the others.
public final class Parameters {
  private final String method;
  private final Map<String, String> values;

  Parameters(String method, Map<String, String> usual, Map<String, String> set) {
    this.method = method;
    this.values = new TreeMap<>(usual);
    set.forEach(
        (name, value) -> {
          if (!usual.containsKey(name)) {
            throw new IllegalArgumentException(
                "%s: unknown parameter `%s`, expected one of %s"
                    .formatted(method, name, usual.keySet().stream().sorted().toList()));
          }
          values.put(name, value);
        });
  }

  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  /// A number of things.
  ///
  /// @throws IllegalArgumentException unless it is a whole number of at least 0
  public int count(String name) {
    try {
      int value = Integer.parseInt(text(name));
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw wrong(name, "a whole number of at least 0");
  }

  /// A share or probability.
  ///
  /// @throws IllegalArgumentException unless it is in [0, 1]
  public double share(String name) {
    try {
      double value = Double.parseDouble(text(name));
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw wrong(name, "a number in [0, 1]");
  }

  private boolean flag(String name) {
    return switch (text(name)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, "true or false");
    };
  }

  /// How many words change: `aug_p` of them, at least `aug_min`, at most `aug_max`; or, rounded
  /// down, `pct_words_to_swap`.
  Amount words() {
    return values.containsKey("pct_words_to_swap")
        ? Amount.ofShareDown(share("pct_words_to_swap"))
        : new Amount(
            share("aug_p"), count("aug_min"), Math.max(count("aug_min"), count("aug_max")), true);
  }

  Guards guards() {
    return new Guards(
        flag("keep_stopwords"),
        flag("keep_negations"),
        flag("keep_numbers"),
        flag("keep_addresses"),
        words("keep_words"));
  }

  private Set<String> words(String name) {
    return Arrays.stream(text(name).split("[\\s,;]+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private IllegalArgumentException wrong(String name, String expected) {
    return new IllegalArgumentException(
        "%s: parameter `%s`: expected %s, found `%s`"
            .formatted(method, name, expected, text(name)));
  }
}
