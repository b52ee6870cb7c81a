package io.sheaf.engine.run;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Key;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.config.YamlDocument;
import io.sheaf.engine.plan.Digest;
import io.sheaf.engine.plan.Input;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Workload;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// `run.yaml`: what a run was asked to do, with what, and on which inputs.
///
/// @param name of the preset or file
/// @param workload its name
/// @param version of the workload
/// @param shard the part of the plan
/// @param configuration recorded values by dotted key
public record RunRecord(
    String name,
    String workload,
    String version,
    Shard shard,
    Map<String, @Nullable Object> configuration) {

  private static final String CONFIGURATION = "configuration.";
  private static final int MOST_INPUTS = 1000;

  /// Reads the record of a run directory.
  public static RunRecord read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "not a run directory");
    }
    Map<String, @Nullable Object> values =
        YamlDocument.read(YamlDocument.text(file), file.toString());
    Map<String, @Nullable Object> configuration = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(CONFIGURATION)) {
            configuration.put(name.substring(CONFIGURATION.length()), value);
          }
        });
    return new RunRecord(
        text(values, "name", file),
        text(values, "workload", file),
        text(values, "workload_version", file),
        Shard.parse(text(values, "shard", file)),
        configuration);
  }

  /// The same of a directory that must hold a run of one workload.
  ///
  /// @throws ConfigurationException if it is of another
  public static RunRecord of(String workload, RunDirectory directory) throws IOException {
    RunRecord record = read(directory.record());
    if (!record.workload().equals(workload)) {
      throw new ConfigurationException(
          "%s is a run of `%s`, expected one of `%s`"
              .formatted(directory, record.workload(), workload));
    }
    return record;
  }

  /// The recorded settings, checked against the keys of today.
  ///
  /// @param keys of the workload
  public Settings settings(List<Key> keys, Path file) {
    return new Configuration(keys).recorded(file.toString(), configuration).settle();
  }

  /// Writes the record of a new run.
  static void write(RunDirectory directory, Definition definition, Plan plan, Shard shard)
      throws IOException {
    StringWriter text = new StringWriter();
    YAMLFactory yaml =
        YAMLFactory.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();
    try (JsonGenerator out = yaml.createGenerator(ObjectWriteContext.empty(), text)) {
      out.writeStartObject();
      texts(out, head(definition, plan, shard));
      section(out, "made_with", Environment.describe());
      section(out, "statistics_methods", definition.workload().methods(definition.settings()));
      section(out, "origin", origins(definition.settings()));
      section(out, "inputs", inputs(plan));
      out.writeObjectPropertyStart("configuration");
      definition
          .settings()
          .values()
          .forEach(
              (name, value) -> {
                out.writeName(name);
                value(out, value.value());
              });
      out.writeEndObject();
      out.writeEndObject();
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(directory.record(), out -> out.write(bytes));
  }

  private static Map<String, String> head(Definition definition, Plan plan, Shard shard) {
    Workload workload = definition.workload();
    Map<String, String> head = new LinkedHashMap<>();
    head.put("name", definition.name());
    head.put("workload", workload.name());
    head.put("workload_version", workload.version());
    head.put("shard", shard.toString());
    head.put("plan", plan.digest());
    head.put("units", Integer.toString(plan.size()));
    head.put("started", java.time.Instant.now().toString());
    return head;
  }

  private static Map<String, String> origins(Settings settings) {
    Map<String, String> origins = new TreeMap<>();
    settings.values().forEach((name, value) -> origins.put(name, value.origin().toString()));
    return origins;
  }

  /// Each input if they are few; else their number and one digest over them, as the journal has
  /// each.
  private static Map<String, String> inputs(Plan plan) {
    Map<String, String> inputs = new LinkedHashMap<>();
    plan.units().stream()
        .flatMap(unit -> unit.inputs().stream())
        .forEach((Input input) -> inputs.put(input.name(), input.sha256()));
    if (inputs.size() <= MOST_INPUTS) {
      return inputs;
    }
    List<String> all = new ArrayList<>();
    inputs.forEach((name, sha256) -> all.addAll(List.of(name, sha256)));
    Map<String, String> few = new LinkedHashMap<>();
    few.put("count", Integer.toString(inputs.size()));
    few.put("sha256_of_all", Digest.of(all));
    return few;
  }

  private static void section(JsonGenerator out, String name, Map<String, String> texts) {
    out.writeObjectPropertyStart(name);
    texts(out, texts);
    out.writeEndObject();
  }

  private static void texts(JsonGenerator out, Map<String, String> texts) {
    texts.forEach(out::writeStringProperty);
  }

  private static void value(JsonGenerator out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case Long number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case Boolean flag -> out.writeBoolean(flag);
      case List<?> list -> {
        out.writeStartArray();
        list.forEach(item -> value(out, item));
        out.writeEndArray();
      }
      default -> out.writeString(value.toString());
    }
  }

  private static String text(Map<String, @Nullable Object> values, String name, Path file) {
    Object value = values.get(name);
    if (value == null) {
      throw new ConfigurationException(file + ": has no `" + name + "`; it is not a run's record");
    }
    return value.toString();
  }
}
