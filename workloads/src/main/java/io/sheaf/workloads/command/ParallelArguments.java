package io.sheaf.workloads.command;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A command and its values on one line, as GNU parallel takes them: `::: a b`, `:::: FILE`, both
/// with `+` to go step by step with the values before.
///
/// @param command the words before the first of these
/// @param sources in order
public record ParallelArguments(List<String> command, List<Values> sources) {
  private static final Set<String> MARKS = Set.of(":::", ":::+", "::::", "::::+");

  /// What stands behind a mark.
  ///
  /// @param linked whether they go step by step with those before
  public record Values(List<String> values, boolean linked) {}

  public ParallelArguments {
    command = List.copyOf(command);
    sources = List.copyOf(sources);
  }

  /// Reads a line, and the files it names.
  ///
  /// @param words what stands behind `--`
  /// @param stdin lines of the standard input, asked for where the line says `:::: -`
  /// @throws IOException if such a file cannot be read
  public static ParallelArguments read(List<String> words, Supplier<List<String>> stdin)
      throws IOException {
    List<String> command = new ArrayList<>();
    List<Values> sources = new ArrayList<>();
    List<String> current = command;
    String mark = "";
    for (String word : words) {
      if (MARKS.contains(word)) {
        mark = word;
        current = new ArrayList<>();
        sources.add(new Values(current, word.endsWith("+")));
      } else if (mark.startsWith("::::")) {
        current.addAll(word.equals("-") ? stdin.get() : Files.readAllLines(Path.of(word)));
      } else {
        current.add(word);
      }
    }
    return new ParallelArguments(command, sources);
  }

  /// Sets the keys that this comes to.
  public void set(Configuration configuration) {
    if (!command.isEmpty()) {
      configuration.set("command", command, "--");
    }
    List<String> linked = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      Values source = sources.get(i);
      if (source.values().isEmpty()) {
        throw new ConfigurationException("nothing behind :::; expected values for the command");
      }
      String number = Integer.toString(i + 1);
      if (source.linked()) {
        linked.add(number);
      }
      configuration.set("parameters." + number, source.values(), ":::");
    }
    if (!linked.isEmpty()) {
      configuration.set("linked", linked, ":::+");
    }
  }
}
