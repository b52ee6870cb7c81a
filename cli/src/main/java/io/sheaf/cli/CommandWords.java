package io.sheaf.cli;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.config.Settings;
import io.sheaf.workloads.command.CommandWorkload;
import io.sheaf.workloads.command.ParallelArguments;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The words behind `--`: a command and its values.
final class CommandWords {
  /// What is run where nothing else is named.
  static final String PRESET = "command";

  private CommandWords() {}

  /// Adds them to a configuration. Values that nothing names are lines of the standard input.
  static Settings settle(Configuration configuration, List<String> line, Console console) {
    try {
      ParallelArguments.read(line, () -> stdin(console)).set(configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Settings settings = configuration.settle();
    if (CommandWorkload.hasSource(settings)) {
      return settings;
    }
    return configuration.set("items", stdin(console), "standard input").settle();
  }

  private static List<String> stdin(Console console) {
    if (Optional.ofNullable(System.console()).filter(one -> one.isTerminal()).isPresent()) {
      console.say("reading values from the keyboard, a line each; ^D ends them");
    }
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        .lines()
        .toList();
  }
}
