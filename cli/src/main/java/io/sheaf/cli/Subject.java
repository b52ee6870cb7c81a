package io.sheaf.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The part of a command line that says what to run.
final class Subject {
  /// Everything behind it is a command line of its own. What people write is `--`, which the parser
  /// would take for the beginning of every option that it does not know.
  static final String COMMAND_FOLLOWS = "--command-follows";

  @Parameters(
      arity = "0..1",
      paramLabel = "PRESET|FILE",
      completionCandidates = Parts.PresetNames.class,
      description = {
        "A built-in preset, or a YAML file. What holds a / or ends in .yaml or .yml is a file,"
            + " anything else a preset."
      })
  @Nullable String name;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A YAML file, on top of the preset where one is given.")
  @Nullable Path file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set a configuration key; may be repeated.")
  List<String> assignments = new ArrayList<>();

  @Option(
      names = "--n-users",
      paramLabel = "N",
      description = "Only the first N users; the same as --set n_users=N.")
  @Nullable Long users;

  @Option(names = "--seed", paramLabel = "N", description = "The same as --set seed=N.")
  @Nullable Long seed;

  @Option(
      names = COMMAND_FOLLOWS,
      arity = "0..1",
      hidden = true,
      parameterConsumer = Parts.AllThatFollows.class)
  List<String> line = new ArrayList<>();

  /// Whether it names a preset, a file or a command.
  boolean isNamed() {
    return name != null || file != null || !line.isEmpty();
  }

  /// The same again, for another command line.
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (name != null) {
      arguments.add(name);
    }
    if (file != null) {
      arguments.addAll(List.of("--config", file.toString()));
    }
    for (String assignment : assignments) {
      arguments.addAll(List.of("--set", assignment));
    }
    if (users != null) {
      arguments.addAll(List.of("--n-users", users.toString()));
    }
    if (seed != null) {
      arguments.addAll(List.of("--seed", seed.toString()));
    }
    return arguments;
  }
}
