package io.sheaf.engine.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A checked configuration: every key with its value and where the value came from. Immutable.
public final class Settings {
  /// A value and its origin.
  public record Value(@Nullable Object value, Origin origin, Key.Role role) {}

  private static final Pattern AMBIGUOUS = Pattern.compile("[\\[\\],\"]|^$|^\\s|\\s$");

  private final TreeMap<String, Value> values;

  Settings(Map<String, Value> values) {
    this.values = new TreeMap<>(values);
  }

  /// All keys that have a value, sorted by name.
  public Map<String, Value> values() {
    return Collections.unmodifiableMap(values);
  }

  /// The keys that shape results, as text; what two shards of one run agree in.
  public Map<String, String> identity() {
    Map<String, String> identity = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (value.role() == Key.Role.RESULT && value.value() != null) {
            identity.put(name, identity(value.value()));
          }
        });
    return identity;
  }

  /// Texts of a list are quoted where the list would read like another.
  private static String identity(Object value) {
    if (!(value instanceof List<?> list)) {
      return value.toString();
    }
    return list.stream()
        .map(item -> AMBIGUOUS.matcher(item.toString()).find() ? quoted(item) : item.toString())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(Object item) {
    return '"' + item.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// What differs in the keys that shape results, one `key: ours -> theirs` each.
  public List<String> differences(Settings other) {
    Map<String, String> mine = identity();
    Map<String, String> theirs = other.identity();
    TreeMap<String, String> all = new TreeMap<>(mine);
    all.putAll(theirs);
    List<String> differences = new ArrayList<>();
    for (String name : all.keySet()) {
      String left = mine.getOrDefault(name, "(not set)");
      String right = theirs.getOrDefault(name, "(not set)");
      if (!left.equals(right)) {
        differences.add(name + ": " + left + " -> " + right);
      }
    }
    return differences;
  }

  /// The value of a key that always has one.
  public String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  public Optional<String> optionalText(String name) {
    return raw(name).map(Object::toString);
  }

  public int whole(String name) {
    return optionalWhole(name).orElseThrow(() -> missing(name));
  }

  public Optional<Integer> optionalWhole(String name) {
    return raw(name).map(value -> toInt(name, value));
  }

  public long seed() {
    return (Long) raw("seed").orElseThrow(() -> missing("seed"));
  }

  public double decimal(String name) {
    return optionalDecimal(name).orElseThrow(() -> missing(name));
  }

  public Optional<Double> optionalDecimal(String name) {
    return raw(name).map(Double.class::cast);
  }

  public boolean flag(String name) {
    return (Boolean) raw(name).orElseThrow(() -> missing(name));
  }

  public List<String> texts(String name) {
    return list(name).stream().map(Object::toString).toList();
  }

  public List<Integer> wholes(String name) {
    return list(name).stream().map(item -> toInt(name, item)).toList();
  }

  /// The keys below `prefix.`, without the prefix.
  public Map<String, String> family(String prefix) {
    Map<String, String> family = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(prefix + ".") && value.value() != null) {
            family.put(name.substring(prefix.length() + 1), String.valueOf(value.value()));
          }
        });
    return family;
  }

  private static int toInt(String name, Object value) {
    long number = (Long) value;
    if (number != (int) number) {
      throw new ConfigurationException(
          "`%s`: expected a whole number of at most %d, found `%d`"
              .formatted(name, Integer.MAX_VALUE, number));
    }
    return (int) number;
  }

  private List<?> list(String name) {
    return (List<?>) raw(name).orElseThrow(() -> missing(name));
  }

  private Optional<Object> raw(String name) {
    Value value = values.get(name);
    return value == null ? Optional.empty() : Optional.ofNullable(value.value());
  }

  private static ConfigurationException missing(String name) {
    return new ConfigurationException(
        "`" + name + "` is not set; give it with --set " + name + "=VALUE");
  }
}
