package io.sheaf.engine.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects settings layer by layer and checks them against the keys that exist. Confined to a
/// thread.
///
/// ```java
/// Settings settings = new Configuration(keys)
///     .preset("k6_full", yaml)
///     .environment(System.getenv())
///     .set("surrogates=200")
///     .settle();
/// ```
public final class Configuration {
  /// Top-level words of a file that say which keys there are; whoever makes a configuration reads
  /// them first.
  private static final Set<String> SUBJECT = Set.of("workload", "preset");

  private final List<Key> keys;
  private final Map<String, Settings.Value> values = new LinkedHashMap<>();
  private final List<String> notices = new ArrayList<>();

  public Configuration(List<Key> keys) {
    this.keys = List.copyOf(keys);
    for (Key key : keys) {
      if (!key.isFamily() && key.role() != Key.Role.UNUSED) {
        Origin origin = new Origin(Origin.Layer.DEFAULT, "");
        values.put(key.name(), new Settings.Value(key.preset(), origin, key.role()));
      }
    }
  }

  /// Adds a built-in preset.
  public Configuration preset(String name, String yaml) {
    Origin origin = new Origin(Origin.Layer.PRESET, name);
    YamlEntries.read(yaml, "preset " + name, _ -> origin).forEach(this::add);
    return this;
  }

  /// Adds a user's file, without its lines `workload:` and `preset:`.
  public Configuration file(String path, String yaml) {
    YamlEntries.read(yaml, path, line -> new Origin(Origin.Layer.FILE, path + ":" + line)).stream()
        .filter(entry -> !SUBJECT.contains(entry.name()))
        .forEach(this::add);
    return this;
  }

  /// Adds what an earlier run recorded.
  public Configuration recorded(String path, Map<String, @Nullable Object> recorded) {
    Origin origin = new Origin(Origin.Layer.FILE, path);
    recorded.forEach((name, value) -> add(new Entry(name, value, origin)));
    return this;
  }

  /// Adds the variables `SHEAF_<KEY>` that name a key.
  public Configuration environment(Map<String, String> variables) {
    for (Key key : keys) {
      String text = variables.get(key.variable());
      if (text != null && !key.isFamily()) {
        Origin origin = new Origin(Origin.Layer.ENVIRONMENT, "$" + key.variable());
        add(new Entry(key.name(), value(key, text, origin), origin));
      }
    }
    return this;
  }

  /// Adds one `key=value` of the command line.
  public Configuration set(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals <= 0) {
      throw new ConfigurationException("--set " + assignment + ": expected key=value");
    }
    String name = assignment.substring(0, equals);
    String text = assignment.substring(equals + 1);
    Origin origin = new Origin(Origin.Layer.FLAG, "--set " + name);
    Entry unread = new Entry(name, text, origin);
    add(new Entry(name, value(keyOf(unread), text, origin), origin));
    return this;
  }

  /// Adds a value that a flag of its own gave.
  public Configuration set(String name, @Nullable Object value, String flag) {
    add(new Entry(name, value, new Origin(Origin.Layer.FLAG, flag)));
    return this;
  }

  /// What the user wrote that is accepted and does nothing, a line each.
  public List<String> notices() {
    return List.copyOf(notices);
  }

  public Settings settle() {
    return new Settings(values);
  }

  private void add(Entry entry) {
    if (entry.value() instanceof Map) {
      throw new ConfigurationException(
          entry.origin() + ": `" + entry.name() + "` is empty; expected keys below it");
    }
    Key key = keyOf(entry);
    if (key.role() == Key.Role.UNUSED) {
      if (entry.origin().layer() != Origin.Layer.PRESET) {
        notices.add(entry.origin() + ": `" + entry.name() + "` has no effect: " + key.help());
      }
      return;
    }
    values.put(entry.name(), new Settings.Value(check(key, entry), entry.origin(), key.role()));
  }

  private static @Nullable Object check(Key key, Entry entry) {
    if (entry.value() == null) {
      if (key.preset() != null) {
        throw refuse(key, entry, "nothing");
      }
      return null;
    }
    Object converted = key.type().convert(entry.value());
    if (converted == null) {
      String hint =
          key.type() instanceof KeyType.Choice(List<String> words)
              ? Nearest.hint(entry.value().toString(), words)
              : "";
      throw refuse(key, entry, "`" + entry.value() + "`" + hint);
    }
    return converted;
  }

  private static ConfigurationException refuse(Key key, Entry entry, String found) {
    return new ConfigurationException(
        entry.origin()
            + ": `"
            + entry.name()
            + "`: expected "
            + key.type().expected()
            + ", found "
            + found);
  }

  private Key keyOf(Entry entry) {
    for (Key key : keys) {
      if (key.matches(entry.name())) {
        return key;
      }
    }
    List<String> names = keys.stream().map(Key::name).toList();
    throw new ConfigurationException(
        entry.origin()
            + ": unknown key `"
            + entry.name()
            + "`"
            + Nearest.hint(entry.name(), names));
  }

  /// A value of the command line or the environment: text as it stands unless it is quoted or
  /// empty, and `1,2` a list where the key takes one; else YAML.
  private static @Nullable Object value(Key key, String text, Origin origin) {
    boolean isPlain = !text.isBlank() && !text.startsWith("\"") && !text.startsWith("'");
    if (key.type() instanceof KeyType.Text && isPlain) {
      return text;
    }
    boolean isBare = key.type() instanceof KeyType.ListOf && isPlain && !text.startsWith("[");
    return YamlEntries.value(isBare ? "[" + text + "]" : text, origin.toString());
  }
}
