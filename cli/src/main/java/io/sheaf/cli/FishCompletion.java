package io.sheaf.cli;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The completion script for fish, from the model of the commands.
final class FishCompletion {
  private final StringBuilder script = new StringBuilder();

  private FishCompletion() {}

  static String of(CommandLine root) {
    FishCompletion fish = new FishCompletion();
    fish.script.append("complete -c sheaf -f\n");
    root.getSubcommands()
        .forEach(
            (name, command) ->
                fish.line(
                    "__fish_use_subcommand",
                    " -a "
                        + name
                        + description(command.getCommandSpec().usageMessage().description())));
    root.getCommandSpec().options().forEach(option -> fish.option("__fish_use_subcommand", option));
    for (Map.Entry<String, CommandLine> command : root.getSubcommands().entrySet()) {
      String seen = "__fish_seen_subcommand_from " + command.getKey();
      command.getValue().getCommandSpec().options().forEach(option -> fish.option(seen, option));
      command
          .getValue()
          .getCommandSpec()
          .positionalParameters()
          .forEach(parameter -> fish.parameter(seen, parameter));
    }
    return fish.script.toString();
  }

  private void option(String when, OptionSpec option) {
    StringBuilder text = new StringBuilder();
    for (String name : option.names()) {
      text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.arity().max() > 0) {
      text.append(" -r").append(candidates(option));
    }
    line(when, text + description(option.description()));
  }

  private void parameter(String when, PositionalParamSpec parameter) {
    line(when, candidates(parameter) + description(parameter.description()));
  }

  /// The words that are possible, or else files.
  private static String candidates(ArgSpec argument) {
    Iterator<@Nullable String> words =
        argument.completionCandidates() == null
            ? Collections.emptyIterator()
            : argument.completionCandidates().iterator();
    if (!words.hasNext()) {
      return " -F";
    }
    StringBuilder list = new StringBuilder();
    words.forEachRemaining(word -> list.append(list.isEmpty() ? "" : " ").append(word));
    return " -F -a " + quoted(list.toString());
  }

  private void line(String when, String rest) {
    script.append("complete -c sheaf -n ").append(quoted(when)).append(rest).append('\n');
  }

  private static String description(String[] lines) {
    return lines.length == 0 ? "" : " -d " + quoted(String.join(" ", lines));
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
