package io.sheaf.engine.plan;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What journals store and pipes carry, as JSON text: readable by people, exact for numbers.
public final class PlanJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private PlanJson() {}

  /// The name that stands where rows have their table.
  private static final String ARTEFACT = "";

  /// Rows as `[["table", cell, ...], ...]`, behind them artefacts as `["", name, sha256, bytes]`.
  public static String output(UnitOutput output) {
    return write(
        json -> {
          json.writeStartArray();
          for (Row row : output.rows()) {
            json.writeStartArray();
            json.writeString(row.table());
            row.cells().forEach(cell -> cell(json, cell));
            json.writeEndArray();
          }
          for (Artefact artefact : output.artefacts()) {
            json.writeStartArray();
            json.writeString(ARTEFACT);
            json.writeString(artefact.name());
            json.writeString(artefact.sha256());
            json.writeNumber(artefact.bytes());
            json.writeEndArray();
          }
          json.writeEndArray();
        });
  }

  public static UnitOutput output(String text) {
    List<Row> rows = new ArrayList<>();
    List<Artefact> artefacts = new ArrayList<>();
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        json.nextToken();
        String table = json.getString();
        List<@Nullable Object> cells = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          cells.add(cell(json));
        }
        if (table.equals(ARTEFACT)) {
          artefacts.add(artefact(cells));
        } else {
          rows.add(new Row(table, cells));
        }
      }
    }
    return new UnitOutput(rows, artefacts);
  }

  private static Artefact artefact(List<@Nullable Object> cells) {
    if (cells.size() == 3 && cells.get(2) instanceof Long bytes) {
      return new Artefact(String.valueOf(cells.get(0)), String.valueOf(cells.get(1)), bytes);
    }
    throw new IllegalArgumentException("an artefact of " + cells);
  }

  /// Texts by name, sorted.
  public static String texts(Map<String, String> texts) {
    if (texts.isEmpty()) {
      return "{}";
    }
    return write(
        json -> {
          json.writeStartObject();
          new TreeMap<>(texts).forEach(json::writeStringProperty);
          json.writeEndObject();
        });
  }

  public static Map<String, String> texts(String text) {
    Map<String, String> texts = new TreeMap<>();
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        texts.put(name, json.getString());
      }
    }
    return texts;
  }

  /// Inputs as `{"name": "sha256"}` in their order.
  public static String inputs(List<Input> inputs) {
    if (inputs.isEmpty()) {
      return "{}";
    }
    return write(
        json -> {
          json.writeStartObject();
          inputs.forEach(input -> json.writeStringProperty(input.name(), input.sha256()));
          json.writeEndObject();
        });
  }

  public static List<Input> inputs(String text) {
    List<Input> inputs = new ArrayList<>();
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        inputs.add(new Input(name, json.getString()));
      }
    }
    return inputs;
  }

  private static String write(Consumer<JsonGenerator> content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      content.accept(json);
    }
    return text.toString();
  }

  private static void cell(JsonGenerator json, @Nullable Object cell) {
    switch (cell) {
      case null -> json.writeNull();
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      default -> json.writeString(cell.toString());
    }
  }

  private static @Nullable Object cell(JsonParser json) {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> json.getLongValue();
      case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> json.getString();
    };
  }
}
