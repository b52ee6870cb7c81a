package io.sheaf.engine.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads YAML into dotted entries, each with the line it stands on.
///
/// Plain data only: no tags, no aliases, no key twice.
final class YamlEntries {
  private static final Pattern PROBLEM_LINE = Pattern.compile(" in reader, line (\\d+), column");

  private final YAMLParser parser;
  private final String source;
  private final IntFunction<Origin> origin;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  private YamlEntries(YAMLParser parser, String source, IntFunction<Origin> origin) {
    this.parser = parser;
    this.source = source;
    this.origin = origin;
  }

  /// The entries of a document whose root is a mapping.
  ///
  /// @param source what to call the document in errors
  /// @param origin the origin of an entry on a line
  static List<Entry> read(String text, String source, IntFunction<Origin> origin) {
    try (YAMLParser parser = open(text)) {
      YamlEntries reader = new YamlEntries(parser, source, origin);
      JsonToken first = parser.nextToken();
      if (first == null) {
        return List.of();
      }
      if (first != JsonToken.START_OBJECT) {
        throw reader.error("expected `key: value` lines");
      }
      reader.mapping("");
      if (parser.nextToken() != null) {
        throw reader.error("a second document; expected one");
      }
      return reader.entries;
    } catch (JacksonException e) {
      throw malformed(source, e);
    }
  }

  /// The value of a scalar or list written on one line, as after `--set key=`.
  static @Nullable Object value(String text, String source) {
    try (YAMLParser parser = open(text)) {
      YamlEntries reader =
          new YamlEntries(parser, source, _ -> new Origin(Origin.Layer.FLAG, source));
      JsonToken first = parser.nextToken();
      return first == null ? null : reader.value();
    } catch (JacksonException e) {
      throw malformed(source, e);
    }
  }

  private static YAMLParser open(String text) {
    return (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), text);
  }

  /// One line of a message that tells, over several, in what context what was found where.
  private static ConfigurationException malformed(String source, JacksonException e) {
    String message = e.getOriginalMessage();
    String line =
        PROBLEM_LINE
            .matcher(message)
            .results()
            .reduce((_, last) -> last)
            .map(match -> ":" + match.group(1))
            .orElse(e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr());
    String what =
        message
            .lines()
            .filter(text -> !text.isBlank() && !text.startsWith(" "))
            .collect(Collectors.joining(", "));
    return new ConfigurationException(source + line + ": not valid YAML: " + what);
  }

  private void mapping(String prefix) {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = prefix + parser.currentName();
      int line = parser.currentTokenLocation().getLineNr();
      Integer earlier = lines.put(name, line);
      if (earlier != null) {
        throw error("`" + name + "` stands already in line " + earlier);
      }
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        int before = lines.size();
        mapping(name + ".");
        if (lines.size() == before) {
          entries.add(new Entry(name, Map.of(), origin.apply(line)));
        }
      } else {
        entries.add(new Entry(name, value(), origin.apply(line)));
      }
    }
  }

  private @Nullable Object value() {
    if (parser.getTypeId() != null) {
      throw error("tags (!name) are not read; write the value alone");
    }
    if (parser.isCurrentAlias()) {
      throw error("aliases (*name) are not read; write the value out");
    }
    return switch (parser.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> new WrittenNumber(parser.getString(), parser.getDoubleValue());
      case START_ARRAY -> list();
      case START_OBJECT -> throw error("expected a value or a list of values, found a mapping");
      default -> parser.getString();
    };
  }

  private List<Object> list() {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Object item = value();
      if (item == null) {
        throw error("an empty item in a list");
      }
      items.add(item);
    }
    return items;
  }

  private ConfigurationException error(String what) {
    return new ConfigurationException(
        source + ":" + parser.currentTokenLocation().getLineNr() + ": " + what);
  }
}
