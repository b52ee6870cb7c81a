package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import io.sheaf.engine.observe.Json;
import io.sheaf.text.Augmenter;
import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.method.Example;
import io.sheaf.text.method.Method;
import io.sheaf.text.method.Methods;
import io.sheaf.text.method.Opening;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sheaf augment methods`.
@Command(name = "methods", description = "Lists the methods, or shows one with examples.")
final class AugmentMethodsCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "Show this one, with its parameters.")
  private @Nullable String id;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      defaultValue = "models",
      description = "Directory of models, the key `models` of runs; default: ${DEFAULT-VALUE}.")
  private Path models = Path.of("models");

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      defaultValue = Example.TEXT,
      description = "The text of the examples.")
  private String text = Example.TEXT;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: 1.")
  private long seed;

  AugmentMethodsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Lexicon lexicon = new Lexicon(models)) {
      show(lexicon);
    }
    return ExitCode.COMPLETE;
  }

  private void show(Lexicon lexicon) {
    Methods methods = Methods.all();
    Collection<Method> shown = id == null ? methods.list() : List.of(one(methods, id));
    if (json) {
      console
          .out()
          .println(Json.value(shown.stream().map(method -> facts(method, lexicon)).toList()));
    } else if (id == null) {
      list(shown, lexicon);
    } else {
      show(shown.iterator().next(), lexicon);
    }
  }

  private static Method one(Methods methods, String id) {
    return methods
        .method(id)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "unknown method `%s`%s".formatted(id, Nearest.hint(id, methods.ids()))));
  }

  /// Three lines each: what it does, what it makes of the text or why it cannot, what it reads.
  private void list(Collection<Method> methods, Lexicon lexicon) {
    console.out().println("before: " + text);
    for (Method method : methods) {
      Map<String, Object> facts = facts(method, lexicon);
      boolean available = facts.containsKey("after");
      console.out().printf("%n%s: %s%n", method.id(), method.summary());
      console
          .out()
          .println(available ? "  " + facts.get("after") : "  unavailable: " + facts.get("reason"));
      console.out().printf("  %s; licence %s%n", facts.get("resources"), facts.get("licence"));
    }
  }

  private void show(Method method, Lexicon lexicon) {
    List<List<String>> rows = new ArrayList<>();
    facts(method, lexicon).forEach((name, value) -> rows.add(List.of(name, String.valueOf(value))));
    Columns.print(rows, console.out());
  }

  private Map<String, Object> facts(Method method, Lexicon lexicon) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", method.id());
    facts.put("what", method.summary());
    facts.put("family", method.family().name().toLowerCase(Locale.ROOT));
    facts.put("resources", method.source().resources());
    facts.put("licence", method.source().licence());
    facts.put("parameters", new TreeMap<>(method.parameters()));
    switch (method.open(Map.of(), lexicon)) {
      case Opening.Ready(Augmenter augmenter, _) -> {
        facts.put("available", true);
        facts.put("before", text);
        facts.put("after", Example.of(augmenter, text, seed));
      }
      case Opening.Unavailable(String reason) -> {
        facts.put("available", false);
        facts.put("reason", reason);
      }
    }
    return facts;
  }
}
