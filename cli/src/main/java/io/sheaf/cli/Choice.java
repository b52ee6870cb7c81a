package io.sheaf.cli;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.config.YamlDocument;
import io.sheaf.engine.plan.Workload;
import io.sheaf.engine.run.Definition;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunRecord;
import io.sheaf.workloads.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a user chose to run.
///
/// @param preset its name, or `custom`
/// @param file the configuration file, empty if none was given
record Choice(String preset, Optional<Path> file, Definition definition) {
  private static final String USUAL_WORKLOAD = "cohort";
  private static final String CUSTOM = "custom";

  /// Resolves defaults, preset, file, environment and flags, in this order.
  static Choice of(Subject subject, Console console) throws IOException {
    Optional<Path> file = file(subject);
    String text = file.isPresent() ? YamlDocument.text(file.get()) : "";
    String where = file.map(Path::toString).orElse("");
    Map<String, @Nullable Object> values =
        file.isPresent() ? YamlDocument.read(text, where) : Map.of();
    Optional<Preset> preset = preset(subject, values, console.catalogue());
    Workload workload = workload(preset, values, where, console);
    Configuration configuration = new Configuration(workload.keys());
    preset.ifPresent(one -> configuration.preset(one.name(), one.yaml()));
    if (file.isPresent()) {
      configuration.file(where, text);
    }
    Settings settings = settle(configuration, subject, console);
    String name = file.map(Choice::stem).or(() -> preset.map(Preset::name)).orElse(CUSTOM);
    String presetName = preset.map(Preset::name).orElse(CUSTOM);
    return new Choice(presetName, file, new Definition(name, workload, settings));
  }

  /// Goes by what an earlier run recorded, which the environment and flags may change.
  static Choice recorded(RunDirectory directory, Subject subject, Console console)
      throws IOException {
    RunRecord record = RunRecord.read(directory.record());
    Workload workload = console.catalogue().workload(record.workload());
    Configuration configuration =
        new Configuration(workload.keys())
            .recorded(directory.record().toString(), record.configuration());
    Settings settings = settle(configuration, subject, console);
    boolean isPreset = console.catalogue().presetNames().contains(record.name());
    return new Choice(
        isPreset ? record.name() : CUSTOM,
        Optional.empty(),
        new Definition(record.name(), workload, settings));
  }

  private static Settings settle(Configuration configuration, Subject subject, Console console) {
    configuration.environment(console.environment());
    subject.assignments.forEach(configuration::set);
    if (subject.users != null) {
      configuration.set("n_users", subject.users, "--n-users");
    }
    if (subject.seed != null) {
      configuration.set("seed", subject.seed, "--seed");
    }
    configuration.notices().forEach(console::say);
    return subject.line.isEmpty()
        ? configuration.settle()
        : CommandWords.settle(configuration, subject.line, console);
  }

  private static Optional<Path> file(Subject subject) {
    if (subject.name == null || !isFile(subject.name)) {
      return Optional.ofNullable(subject.file);
    }
    if (subject.file != null) {
      throw new ConfigurationException(
          "two files, " + subject.name + " and --config " + subject.file + "; expected one");
    }
    return Optional.of(Path.of(subject.name));
  }

  private static boolean isFile(String name) {
    return name.contains("/")
        || name.contains("\\")
        || name.endsWith(".yaml")
        || name.endsWith(".yml");
  }

  private static Optional<Preset> preset(
      Subject subject, Map<String, @Nullable Object> values, Catalogue catalogue) {
    Object inFile = values.get("preset");
    if (subject.name != null && !isFile(subject.name)) {
      if (!catalogue.presetNames().contains(subject.name) && Files.exists(Path.of(subject.name))) {
        throw new ConfigurationException(
            "unknown preset `%s`; to run the file of that name give it as ./%s"
                .formatted(subject.name, subject.name));
      }
      return Optional.of(catalogue.preset(subject.name));
    }
    if (inFile == null && !subject.line.isEmpty() && !values.containsKey("workload")) {
      return Optional.of(catalogue.preset(CommandWords.PRESET));
    }
    return inFile == null ? Optional.empty() : Optional.of(catalogue.preset(inFile.toString()));
  }

  private static Workload workload(
      Optional<Preset> preset,
      Map<String, @Nullable Object> values,
      String where,
      Console console) {
    Object inFile = values.get("workload");
    if (preset.isPresent()) {
      Workload workload = preset.get().workload();
      if (inFile != null && !inFile.equals(workload.name())) {
        throw new ConfigurationException(
            "%s: `workload`: expected %s as in preset %s, found %s"
                .formatted(where, workload.name(), preset.get().name(), inFile));
      }
      return workload;
    }
    if (inFile == null) {
      console.say(where + " names no workload and no preset; taken as workload: " + USUAL_WORKLOAD);
    }
    return console.catalogue().workload(inFile == null ? USUAL_WORKLOAD : inFile.toString());
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    return name.replaceAll("[^A-Za-z0-9_.-]", "_");
  }
}
