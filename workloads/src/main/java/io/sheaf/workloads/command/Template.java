package io.sheaf.workloads.command;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.config.ShellWord;
import io.sheaf.engine.plan.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a unit runs, before its values are filled in. Immutable.
///
/// @param command words, or with `shell` parts of one line for sh
/// @param memoryKib most address space, 0 if as much as it likes
record Template(
    List<String> command,
    boolean shell,
    Optional<String> directory,
    Map<String, String> environment,
    Optional<String> stdin,
    List<String> outputs,
    long memoryKib) {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,9})([kKmMgGtT])");
  private static final String OUTPUT = "output";

  static Template of(Settings settings) {
    return new Template(
        command(settings),
        settings.flag("shell"),
        settings.optionalText("directory"),
        settings.family("environment"),
        settings.optionalText("stdin"),
        settings.texts("outputs"),
        settings.optionalText("memory").map(Template::kib).orElse(0L));
  }

  private static List<String> command(Settings settings) {
    boolean isSet =
        settings.values().get("command") instanceof Settings.Value(List<?> words, _, _)
            && !words.isEmpty();
    if (!isSet) {
      throw new ConfigurationException(
          "no command; give it behind --, as in: sheaf run command -- gzip -k {} ::: *.csv,"
              + " or as the key `command`");
    }
    List<String> words = settings.texts("command");
    if (words.size() == 1 && words.getFirst().contains(" ") && !settings.flag("shell")) {
      throw new ConfigurationException(
          "`command` is the one word `%s`; give a list of words, or set shell: true"
              .formatted(words.getFirst()));
    }
    return words;
  }

  private static long kib(String size) {
    Matcher matcher = SIZE.matcher(size);
    if (!matcher.matches()) {
      throw new ConfigurationException(
          "`memory`: expected a size such as 900m or 2g, found `" + size + "`");
    }
    int power = "kmgt".indexOf(Character.toLowerCase(matcher.group(2).charAt(0)));
    return Long.parseLong(matcher.group(1)) << (10 * power);
  }

  /// Everything that may hold placeholders.
  static List<String> texts(Settings settings) {
    Template template = of(settings);
    List<String> texts = new ArrayList<>(template.command);
    template.directory.ifPresent(texts::add);
    template.stdin.ifPresent(texts::add);
    texts.addAll(template.environment.values());
    texts.addAll(template.outputs);
    return texts;
  }

  /// Whether the command writes its n-th output, from 0, where `{output}` says.
  boolean names(int output) {
    List<String> texts = new ArrayList<>(command);
    texts.addAll(environment.values());
    stdin.ifPresent(texts::add);
    return Placeholders.isAnyIn(texts, outputNames(output));
  }

  /// What the placeholder of the n-th output is called.
  static List<String> outputNames(int output) {
    String numbered = OUTPUT + (output + 1);
    return output == 0 ? List.of(OUTPUT, numbered) : List.of(numbered);
  }

  /// The command of a unit, ready to be run. Where it names none of the unit's values they stand
  /// behind it, as with xargs.
  List<String> words(Unit unit, Placeholders placeholders) {
    List<String> unnamed = unnamed(unit);
    if (!shell) {
      List<String> words = new ArrayList<>(command.stream().map(placeholders::fill).toList());
      words.addAll(unnamed);
      return words;
    }
    List<String> words = new ArrayList<>();
    command.forEach(word -> words.add(placeholders.fill(word, ShellWord::quoted)));
    unnamed.forEach(value -> words.add(ShellWord.quoted(value)));
    return List.of("sh", "-c", String.join(" ", words));
  }

  private List<String> unnamed(Unit unit) {
    Map<String, String> positional = new TreeMap<>();
    unit.parameters()
        .forEach(
            (name, value) -> {
              if (name.matches("\\d+")) {
                positional.put("0".repeat(9 - Math.min(9, name.length())) + name, value);
              }
            });
    if (positional.isEmpty()) {
      return List.of();
    }
    List<String> names = new ArrayList<>(unit.parameters().keySet());
    names.addAll(List.of(CommandUnits.ALL, CommandUnits.NUMBER, Seed.NAME));
    return Placeholders.isAnyIn(command, names) ? List.of() : List.copyOf(positional.values());
  }
}
