package io.sheaf.engine.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A YAML document as dotted keys and plain values.
public final class YamlDocument {
  private YamlDocument() {}

  /// The text of a YAML file.
  ///
  /// @throws ConfigurationException if it is not UTF-8
  public static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException _) {
      throw new ConfigurationException(file + ": not a text file, expected YAML in UTF-8");
    }
  }

  /// Reads a document whose root is a mapping.
  ///
  /// @param source what to call the document in errors
  /// @return values (String, Long, Double, Boolean, List or null) by dotted key, in their order
  /// @throws ConfigurationException if it is not YAML of that kind
  public static Map<String, @Nullable Object> read(String text, String source) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    YamlEntries.read(text, source, line -> new Origin(Origin.Layer.FILE, source + ":" + line))
        .stream()
        .filter(entry -> !(entry.value() instanceof Map))
        .forEach(
            entry -> {
              Object value = entry.value();
              values.put(entry.name(), value == null ? null : WrittenNumber.plain(value));
            });
    return values;
  }
}
