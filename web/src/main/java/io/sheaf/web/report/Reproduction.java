package io.sheaf.web.report;

import io.sheaf.engine.config.ShellWord;
import io.sheaf.engine.observe.Json;
import io.sheaf.engine.observe.RunFacts;
import io.sheaf.web.Secrets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How to run the same again.
///
/// @param command for a shell
/// @param file what `again.yaml` must hold, empty if a preset does
/// @param isWhole whether nothing had to be hidden or cut
record Reproduction(String command, String file, boolean isWhole) {
  private static final int LONGEST = 2000;
  private static final String PRESET = "preset ";

  static Reproduction of(RunFacts facts, String shard) {
    Optional<String> preset =
        facts.origins().values().stream()
            .filter(origin -> origin.startsWith(PRESET))
            .map(origin -> origin.substring(PRESET.length()))
            .findFirst();
    Map<String, @Nullable Object> chosen = new LinkedHashMap<>();
    boolean whole = true;
    for (var entry : facts.configuration().entrySet()) {
      if (!isUsual(facts.origins().getOrDefault(entry.getKey(), ""))) {
        Object shown = shown(entry.getKey(), entry.getValue());
        chosen.put(entry.getKey(), shown);
        whole &= Objects.equals(shown, entry.getValue());
      }
    }
    List<String> words = new ArrayList<>(List.of("sheaf", "run", preset.orElse("again.yaml")));
    if (preset.isPresent()) {
      chosen.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + written(value))));
    }
    if (!shard.equals("0/1")) {
      words.addAll(List.of("--shard", shard));
    }
    return new Reproduction(
        words.stream().map(ShellWord::quoted).collect(Collectors.joining(" ")),
        preset.isPresent() ? "" : file(facts.text("workload"), chosen),
        whole);
  }

  private static boolean isUsual(String origin) {
    return origin.equals("default") || origin.startsWith(PRESET);
  }

  private static @Nullable Object shown(String key, @Nullable Object value) {
    Object shown = Secrets.masked(key, value);
    return String.valueOf(shown).length() > LONGEST ? "(as in run.yaml)" : shown;
  }

  /// As `--set` reads it: lists in the notation that YAML shares with JSON.
  private static String written(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case List<?> list -> Json.value(list);
      case String text when text.isBlank() || text.startsWith("\"") || text.startsWith("'") ->
          Json.value(text);
      default -> value.toString();
    };
  }

  private static String file(String workload, Map<String, @Nullable Object> chosen) {
    StringBuilder lines = new StringBuilder("workload: " + workload + "\n");
    chosen.forEach(
        (key, value) ->
            lines.append(Json.value(key)).append(": ").append(Json.value(value)).append('\n'));
    return lines.toString();
  }
}
