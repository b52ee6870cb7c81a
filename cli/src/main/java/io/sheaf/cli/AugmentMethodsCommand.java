package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import io.sheaf.engine.observe.Json;
import io.sheaf.text.Augmenter;
import io.sheaf.text.Draws;
import io.sheaf.text.Passage;
import io.sheaf.text.Revision;
import io.sheaf.text.lexicon.Lexicon;
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
  private static final String EXAMPLE =
      "I have not slept well for weeks, and he is tired of hearing about the same old worries."
          + " Nothing helps!";
  private static final int MOST_TRIES = 20;

  private final Console console;
  private final Lexicon lexicon = new Lexicon(Path.of("models"));

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "Show this one, with its parameters.")
  private @Nullable String id;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      defaultValue = EXAMPLE,
      description = "The text of the examples.")
  private String text = EXAMPLE;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Default: 1.")
  private long seed;

  AugmentMethodsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Methods methods = Methods.all();
    Collection<Method> shown = id == null ? methods.list() : List.of(one(methods, id));
    if (json) {
      console.out().println(Json.value(shown.stream().map(this::facts).toList()));
    } else if (id == null) {
      list(shown);
    } else {
      show(shown.iterator().next());
    }
    return ExitCode.COMPLETE;
  }

  private static Method one(Methods methods, String id) {
    return methods
        .method(id)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "unknown method `%s`%s".formatted(id, Nearest.hint(id, methods.ids()))));
  }

  private void list(Collection<Method> methods) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("METHOD", "AVAILABLE", "WHAT IT DOES"));
    methods.forEach(
        method ->
            rows.add(
                List.of(method.id(), reason(method).isEmpty() ? "yes" : "no", method.summary())));
    Columns.print(rows, console.out());
  }

  private void show(Method method) {
    List<List<String>> rows = new ArrayList<>();
    facts(method).forEach((name, value) -> rows.add(List.of(name, String.valueOf(value))));
    Columns.print(rows, console.out());
  }

  private Map<String, Object> facts(Method method) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("id", method.id());
    facts.put("what", method.summary());
    facts.put("family", method.family().name().toLowerCase(Locale.ROOT));
    facts.put("resources", method.source().resources());
    facts.put("licence", method.source().licence());
    facts.put("parameters", new TreeMap<>(method.parameters()));
    facts.put("available", reason(method).isEmpty());
    if (!reason(method).isEmpty()) {
      facts.put("reason", reason(method));
    } else {
      facts.put("before", text);
      facts.put("after", example(method));
    }
    return facts;
  }

  private String reason(Method method) {
    return switch (method.open(Map.of(), lexicon)) {
      case Opening.Ready _ -> "";
      case Opening.Unavailable(String reason) -> reason;
    };
  }

  /// The first change that a seed from the given one on makes; the text itself if there is none.
  private String example(Method method) {
    if (!(method.open(Map.of(), lexicon) instanceof Opening.Ready(Augmenter augmenter, _))) {
      return text;
    }
    for (int i = 0; i < MOST_TRIES; i++) {
      Revision revision = augmenter.revise(new Passage(text), new Draws(seed + i));
      if (revision.changes()) {
        return revision.text();
      }
    }
    return text;
  }
}
