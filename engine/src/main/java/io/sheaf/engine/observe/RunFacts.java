package io.sheaf.engine.observe;

import io.sheaf.engine.config.YamlDocument;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `run.yaml` says. Immutable.
///
/// @param head name, workload, `workload_version`, shard, plan, units, started
/// @param madeWith versions and the machine
/// @param methods in words
/// @param origins where the value of each key came from
/// @param inputs SHA-256 of each, or of all if they are many
/// @param configuration values by key
public record RunFacts(
    Map<String, String> head,
    Map<String, String> madeWith,
    Map<String, String> methods,
    Map<String, String> origins,
    Map<String, String> inputs,
    Map<String, @Nullable Object> configuration) {

  static RunFacts read(RunDirectory directory) throws IOException {
    Map<String, @Nullable Object> all =
        YamlDocument.read(YamlDocument.text(directory.record()), directory.record().toString());
    Map<String, String> head = new LinkedHashMap<>();
    all.forEach(
        (name, value) -> {
          if (!name.contains(".")) {
            head.put(name, String.valueOf(value));
          }
        });
    return new RunFacts(
        head,
        texts(all, "made_with."),
        texts(all, "statistics_methods."),
        texts(all, "origin."),
        texts(all, "inputs."),
        section(all, "configuration."));
  }

  /// A field of the head, empty if it is missing.
  public String text(String name) {
    return head.getOrDefault(name, "");
  }

  private static Map<String, @Nullable Object> section(
      Map<String, @Nullable Object> all, String prefix) {
    Map<String, @Nullable Object> section = new LinkedHashMap<>();
    all.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            section.put(name.substring(prefix.length()), value);
          }
        });
    return section;
  }

  private static Map<String, String> texts(Map<String, @Nullable Object> all, String prefix) {
    Map<String, String> texts = new LinkedHashMap<>();
    section(all, prefix).forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }
}
