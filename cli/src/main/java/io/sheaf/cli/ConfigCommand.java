package io.sheaf.cli;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.observe.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sheaf config`.
@Command(footer = "%nWhat it prints is a file that `sheaf run` takes.")
final class ConfigCommand implements Callable<Integer> {
  /// Of a longer line, the origin follows at once: formulas would push all others off the screen.
  private static final int LONGEST_ALIGNED = 54;

  private final Console console;

  @Mixin private final Subject subject = new Subject();

  @Option(names = "--show-origin", description = "Say where each value comes from.")
  private boolean showOrigin;

  @Option(names = "--json", description = "As JSON, origins included.")
  private boolean json;

  ConfigCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Choice choice = Launch.prepare(subject, null, null, console).choice();
    Map<String, Settings.Value> values = choice.definition().settings().values();
    String workload = choice.definition().workload().name();
    if (json) {
      console.out().println(Json.value(facts(workload, values)));
    } else {
      print(workload, values);
    }
    return ExitCode.COMPLETE;
  }

  private void print(String workload, Map<String, Settings.Value> values) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("workload: " + workload, "");
    values.forEach(
        (name, value) ->
            lines.put(
                name + ": " + Values.text(value.value()), showOrigin ? "# " + value.origin() : ""));
    int width =
        lines.keySet().stream()
            .mapToInt(String::length)
            .filter(length -> length <= LONGEST_ALIGNED)
            .max()
            .orElse(0);
    lines.forEach(
        (line, origin) -> {
          String space = " ".repeat(Math.max(0, width - line.length()) + 2);
          console.out().println(origin.isEmpty() ? line : line + space + origin);
        });
  }

  private static Map<String, Object> facts(String workload, Map<String, Settings.Value> values) {
    Map<String, Object> keys = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          Map<String, @Nullable Object> facts = new LinkedHashMap<>();
          facts.put("value", value.value());
          facts.put("origin", value.origin().toString());
          keys.put(name, facts);
        });
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("workload", workload);
    facts.put("configuration", keys);
    return facts;
  }
}
