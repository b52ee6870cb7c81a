package io.sheaf.workloads.augment;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.config.Nearest;
import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.PlanJson;
import io.sheaf.text.combination.Combination;
import io.sheaf.text.combination.Rules;
import io.sheaf.text.lexicon.Lexicon;
import io.sheaf.text.method.Method;
import io.sheaf.text.method.Methods;
import io.sheaf.text.method.Opening;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The methods, combinations and rules that settings come down to. Thread-safe.
final class Selection implements AutoCloseable {
  private static final int MOST_COMBINATIONS = 1_000_000;

  private final Methods methods = Methods.all();
  private final Map<String, Map<String, String>> arguments = new HashMap<>();
  private final Settings settings;
  private final Lexicon lexicon;

  Selection(Settings settings) {
    this.settings = settings;
    this.lexicon = new Lexicon(Path.of(settings.text("models")));
    settings.texts("method_args").forEach(this::argument);
    checkArguments();
    rules();
  }

  /// Opens no model for it.
  private void checkArguments() {
    Lexicon closed = new Lexicon(Path.of(settings.text("models")));
    closed.close();
    arguments.keySet().forEach(id -> open(id, closed));
  }

  private void argument(String text) {
    int point = text.indexOf('.');
    int equals = text.indexOf('=');
    if (point < 1 || equals < point) {
      throw new ConfigurationException(
          "`method_args`: expected METHOD.PARAMETER=VALUE, found `%s`".formatted(text));
    }
    arguments
        .computeIfAbsent(method(text.substring(0, point)).id(), _ -> new HashMap<>())
        .put(text.substring(point + 1, equals), text.substring(equals + 1));
  }

  private Method method(String id) {
    return methods
        .method(id)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "`methods`: unknown method `%s`%s; `sheaf augment methods` lists all"
                        .formatted(id, Nearest.hint(id, methods.ids()))));
  }

  Opening open(String id) {
    return open(id, lexicon);
  }

  private Opening open(String id, Lexicon resources) {
    try {
      return method(id).open(arguments.getOrDefault(id, Map.of()), resources);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("`method_args`: " + e.getMessage());
    }
  }

  /// Whether all methods come with Sheaf, so that its version says what they do.
  boolean areBuiltIn(Combination combination) {
    return combination.methods().stream().allMatch(methods::isBuiltIn);
  }

  /// What a method's variants depend on beside the text and the seed.
  String facts(String id) {
    Map<String, String> values = new TreeMap<>(method(id).parameters());
    values.putAll(arguments.getOrDefault(id, Map.of()));
    return PlanJson.texts(values) + resource(id);
  }

  /// What tells which model a method was made with; empty if it has none.
  String resource(String id) {
    return open(id) instanceof Opening.Ready(_, String resource) ? resource : "";
  }

  @Override
  public void close() {
    lexicon.close();
  }

  private List<String> ids() {
    List<String> wanted = settings.texts("methods");
    return wanted.contains("all")
        ? List.copyOf(methods.ids())
        : wanted.stream().map(id -> method(id).id()).distinct().sorted().toList();
  }

  List<Combination> combinations() {
    List<String> ids = ids();
    int most =
        switch (settings.text("combo_mode")) {
          case "singletons" -> 1;
          case "bounded_k" -> settings.whole("max_combo_size");
          default -> ids.size();
        };
    double count = Combination.count(most, ids.size());
    if (settings.text("combo_mode").equals("all") && !settings.flag("confirm_powerset")) {
      throw new ConfigurationException(
          "`combo_mode` all makes %.0f combinations of %d methods; confirm_powerset=true runs them"
              .formatted(count, ids.size()));
    }
    if (count > MOST_COMBINATIONS) {
      throw new ConfigurationException(
          "%.0f combinations, expected at most %d; choose fewer `methods` or a smaller `max_combo_size`"
              .formatted(count, MOST_COMBINATIONS));
    }
    return Combination.upTo(most, ids);
  }

  Rules rules() {
    int variants = settings.whole("variants_per_sample");
    double least = settings.decimal("quality_min_sim");
    double greatest = settings.decimal("quality_max_sim");
    if (least > greatest) {
      throw new ConfigurationException(
          "`quality_min_sim` %s is above `quality_max_sim` %s".formatted(least, greatest));
    }
    int candidates = Math.max(3, variants);
    return new Rules(
        variants,
        least,
        greatest,
        candidates,
        4 * candidates,
        settings.whole("max_evidence_chars"));
  }
}
