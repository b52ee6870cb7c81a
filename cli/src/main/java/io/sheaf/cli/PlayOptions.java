package io.sheaf.cli;

import io.sheaf.engine.config.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The part of `sheaf arc play` that says what is played, and how. Each option is a key of the
/// preset `battery_play`.
final class PlayOptions {
  @Option(
      names = "--tasks",
      paramLabel = "DIR|FILE",
      description = "A directory of ARC tasks, one task, or Kaggle's file; default: synthetic.")
  private String tasks = "synthetic";

  @Option(
      names = "--programs",
      paramLabel = "FILE|DIR",
      description = "What to begin with; default: Sheaf's own.")
  private @Nullable String programs;

  @Option(
      names = {"-o", "--once"},
      description = "One round, then stop; a task that is solved is not left before it.")
  private boolean once;

  @Option(
      names = {"-c", "--count"},
      paramLabel = "N",
      description = "The first N tasks; default: all.")
  private @Nullable Integer count;

  @Option(names = "--rounds", paramLabel = "N", description = "At most; default: 50.")
  private @Nullable Integer rounds;

  @Option(
      names = "--candidates",
      paramLabel = "N",
      description = "New programs of a round; default: 32.")
  private @Nullable Integer candidates;

  @Option(
      names = "--early-stop",
      paramLabel = "WHEN",
      description =
          "solved: leave a program at its first wrong pair, and the task once it is solved; pair:"
              + " only the former; none: partial scores of all. Default: solved, with -o none.")
  private @Nullable String earlyStop;

  @Option(
      names = "--order",
      paramLabel = "HOW",
      description = "best-first, shortest or given; default: best-first.")
  private @Nullable String order;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = "Begin with the best programs kept there, and keep the best there.")
  private @Nullable Path store;

  @Option(names = "--seed", paramLabel = "N", description = "Default: 42.")
  private long seed = 42;

  @Option(names = "--cache", paramLabel = "FILE", description = "As of sheaf run.")
  private @Nullable String cache;

  long seed() {
    return seed;
  }

  /// The command line of a run, without workers, directory and cache.
  ///
  /// @param instance adds to the seed, so that no two instances try the same
  List<String> run(int instance) {
    if (once && rounds != null) {
      throw new ConfigurationException("-o and --rounds: expected one of them");
    }
    List<String> words = new ArrayList<>(List.of("run", "battery_play"));
    set(words, "tasks", tasks);
    set(words, "programs", programs);
    set(words, "count", count);
    set(words, "rounds", once ? Integer.valueOf(1) : rounds);
    set(words, "candidates", candidates);
    set(words, "early_stop", earlyStop == null && once ? "none" : earlyStop);
    set(words, "order", order == null ? null : order.replace('-', '_'));
    set(words, "store", store);
    words.addAll(List.of("--seed", Long.toString(seed + instance)));
    return words;
  }

  /// The words for the cache of a single run.
  List<String> cache() {
    return cache == null ? List.of() : List.of("--cache", cache);
  }

  private static void set(List<String> words, String key, @Nullable Object value) {
    if (value != null) {
      words.addAll(List.of("--set", key + "=" + value));
    }
  }
}
