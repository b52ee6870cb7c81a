package io.sheaf.engine.observe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The heartbeat of a run, as `status.json` has it.
final class Status {
  private static final JsonFactory FACTORY = new JsonFactory();

  /// What is longer no run has written.
  private static final int MOST_BYTES = 1 << 24;

  private final Map<?, ?> content;
  private final Optional<Instant> time;

  private Status(Map<?, ?> content) {
    this.content = content;
    this.time = time(content.get("timestamp"));
  }

  /// Reads the file; empty if it is not there, or is no heartbeat.
  static Optional<Status> read(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      return value(json) instanceof Map<?, ?> map ? Optional.of(new Status(map)) : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  /// `running`, `completed`, `failed` or `stopped`.
  String word() {
    return content.get("status") instanceof String word ? word : "";
  }

  Optional<Instant> time() {
    return time;
  }

  private static Optional<Instant> time(@Nullable Object value) {
    try {
      return value instanceof String text ? Optional.of(Instant.parse(text)) : Optional.empty();
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// A number by its path, 0 where there is none.
  double number(String... path) {
    Object at = content;
    for (String name : path) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return at instanceof Number number ? number.doubleValue() : 0;
  }

  boolean has(String name) {
    return content.get(name) != null;
  }

  Duration seconds(String... path) {
    return Duration.ofMillis(Math.round(number(path) * 1000));
  }

  /// The units under way: the id, and behind a blank how far it is.
  List<String> current() {
    return list("current_units").stream().map(String::valueOf).toList();
  }

  /// Who works on which unit, by the unit's id.
  Map<String, String> workers() {
    Map<String, String> workers = new HashMap<>();
    if (content.get("workers") instanceof Map<?, ?> map) {
      map.forEach((worker, unit) -> workers.put(String.valueOf(unit), String.valueOf(worker)));
    }
    return workers;
  }

  /// The processes of the run at that moment.
  List<ProcessUse> processes() {
    return list("processes").stream()
        .filter(item -> item instanceof Map<?, ?>)
        .map(item -> process(new Status((Map<?, ?>) item)))
        .toList();
  }

  private static ProcessUse process(Status one) {
    return new ProcessUse(
        one.content.get("name") instanceof String name ? name : "?",
        (long) one.number("pid"),
        (long) one.number("rss_bytes"),
        one.has("gpu_bytes") ? (long) one.number("gpu_bytes") : -1,
        (long) one.number("cpu_ms"),
        Optional.empty());
  }

  private List<?> list(String name) {
    return content.get(name) instanceof List<?> list ? list : List.of();
  }

  private static @Nullable Object value(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = json.currentName();
          json.nextToken();
          map.put(name, value(json));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        yield list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_STRING -> json.getString();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null, default -> null;
    };
  }
}
