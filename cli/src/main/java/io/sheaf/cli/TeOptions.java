package io.sheaf.cli;

import io.sheaf.engine.config.Configuration;
import io.sheaf.engine.config.Key;
import io.sheaf.engine.config.KeyType;
import io.sheaf.engine.config.Settings;
import io.sheaf.workloads.te.TeKeys;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What the keys of the workload `te` ask for, as options of `sheaf te`: `stop_at` is `--stop-at`.
final class TeOptions {
  private static final Map<String, List<String>> OTHER_NAMES =
      Map.of("delays", List.of("--delays", "--delay"), "null_model", List.of("--null"));

  private TeOptions() {}

  /// Adds an option for each key.
  static void addTo(CommandSpec command) {
    for (Key key : keys()) {
      command.addOption(option(key));
    }
  }

  /// Those on which the answer depends; the table stands alone.
  private static List<Key> keys() {
    return TeKeys.ALL.stream().filter(key -> key.role() == Key.Role.RESULT).toList();
  }

  private static List<String> names(Key key) {
    return OTHER_NAMES.getOrDefault(key.name(), List.of("--" + key.name().replace('_', '-')));
  }

  private static OptionSpec option(Key key) {
    boolean isFlag = key.type() instanceof KeyType.Flag;
    OptionSpec.Builder option =
        OptionSpec.builder(names(key).toArray(String[]::new))
            .arity(isFlag ? "0" : "1")
            .type(isFlag ? Boolean.class : String.class)
            .paramLabel(label(key))
            .description(description(key));
    if (key.type() instanceof KeyType.Choice(List<String> words)) {
      option.completionCandidates(words);
    }
    return (key.equals(TeKeys.BINS) ? option.parameterConsumer(new Bins()) : option).build();
  }

  private static String label(Key key) {
    return switch (key.type()) {
      case KeyType.Whole _ -> "N";
      case KeyType.Decimal _ -> "X";
      case KeyType.ListOf _ -> "COLUMNS";
      case KeyType.Choice _ -> "HOW";
      case KeyType.Text _, KeyType.Flag _, KeyType.Anything _ ->
          switch (key.name()) {
            case "delays" -> "N|A..B";
            case "bins" -> "N [quantile|width]";
            default -> "COLUMN";
          };
    };
  }

  private static String description(Key key) {
    String help = key.help().replace("%", "%%");
    String what =
        key.type() instanceof KeyType.Choice(List<String> words)
            ? String.join(", ", words) + ": " + help
            : help.substring(0, 1).toUpperCase(Locale.ROOT) + help.substring(1);
    return key.preset() instanceof Long || key.preset() instanceof String
        ? "%s; default: %s.".formatted(what, key.preset())
        : what + ".";
  }

  /// Takes the word behind the number only if it is one of two.
  private static final class Bins implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> words, ArgSpec argument, CommandSpec command) {
      String number = words.isEmpty() ? "" : words.pop();
      boolean hasKind = !words.isEmpty() && List.of("quantile", "width").contains(words.peek());
      argument.setValue(hasKind ? number + " " + words.pop() : number);
    }
  }

  /// What was asked for, on top of the environment.
  static Settings settings(String table, CommandSpec parsed, Map<String, String> environment) {
    Configuration configuration = new Configuration(TeKeys.ALL).environment(environment);
    configuration.set(TeKeys.INPUT.name(), table, "FILE");
    for (Key key : keys()) {
      String name = names(key).getFirst();
      Object given = parsed.findOption(name).getValue();
      if (given != null) {
        configuration.set(key.name(), value(key.type(), given.toString()), name);
      }
    }
    return configuration.settle();
  }

  /// The value as the key takes it; what it is not is left for the key to refuse.
  private static Object value(KeyType type, String text) {
    try {
      return switch (type) {
        case KeyType.Whole _ -> Long.valueOf(text);
        case KeyType.Decimal _ -> Double.valueOf(text);
        case KeyType.Flag _ -> Boolean.valueOf(text);
        case KeyType.ListOf _ -> Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        case KeyType.Text _, KeyType.Choice _, KeyType.Anything _ -> text;
      };
    } catch (NumberFormatException _) {
      return text;
    }
  }
}
