package io.sheaf.cli;

import io.sheaf.engine.observe.Profile;
import io.sheaf.engine.observe.Quantities;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What came of a run of `battery_play`.
///
/// @param summary the row of `summary.csv`: tasks, solved on demos, tests known, tests solved,
///   tried
record PlayReport(Path directory, long seed, Row summary, Profile profile) {

  static PlayReport of(Path path, long seed, Catalogue catalogue) throws IOException {
    RunDirectory directory = RunDirectory.existing(path);
    RunSnapshot run = RunSnapshot.read(directory, catalogue::workload);
    Row summary = run.bound().rowsByTable().getOrDefault("summary", List.of()).getFirst();
    return new PlayReport(path, seed, summary, Profile.read(directory));
  }

  long tasks() {
    return value(0);
  }

  /// Different programs, summed over the tasks.
  long tried() {
    return value(4);
  }

  private long value(int column) {
    return (long) summary.number(column);
  }

  /// What a cache was good for.
  ///
  /// @param entries how many values it holds that this run made
  record CacheUse(String name, long hits, long misses, long entries, long savedNanos) {
    double rate() {
      return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
    }

    /// The rate as people read it; nothing where nobody looked.
    String percent() {
      return hits + misses == 0 ? "-" : Quantities.percent(100 * rate());
    }

    CacheUse plus(CacheUse other) {
      return new CacheUse(
          name,
          hits + other.hits,
          misses + other.misses,
          entries + other.entries,
          savedNanos + other.savedNanos);
    }
  }

  /// Canonical forms in memory; validations and answers of cards in the shared file.
  List<CacheUse> caches() {
    CacheUse inlining = use("inlining", count("inlining_entries"));
    CacheUse validation = use("validation", count("validation_misses"));
    Profile.CacheUse all = profile.cache().orElse(new Profile.CacheUse(0, 0, 0, 0));
    // Without a shared cache validation counts its misses, and the engine does not.
    long missed = Math.max(0, all.misses() - validation.misses());
    CacheUse scoring =
        new CacheUse(
            "scoring",
            all.hits() - validation.hits(),
            missed,
            missed,
            all.savedNanos() - validation.savedNanos());
    return List.of(inlining, validation, scoring);
  }

  private CacheUse use(String name, long entries) {
    return new CacheUse(
        name,
        count(name + "_hits"),
        count(name + "_misses"),
        entries,
        count(name + "_saved_nanos"));
  }

  private long count(String counter) {
    return profile.counters().getOrDefault(counter, 0L);
  }

  void print(PrintWriter out, boolean timing) {
    out.printf(
        Locale.ROOT,
        "seed %d: %d of %d tasks solved on their demos, %d of %d tests right, %,d programs"
            + " tried, %.3f s in %s%n",
        seed,
        value(1),
        tasks(),
        value(3),
        value(2),
        tried(),
        profile.elapsedNanos() / 1e9,
        directory);
    if (timing) {
      ProfileText text = new ProfileText(profile);
      out.println();
      out.println(text.head());
      Columns.print(text.table(), out);
      out.println();
      Columns.print(cacheTable(), out);
    }
  }

  private List<List<String>> cacheTable() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("CACHE", ">HITS", ">MISSES", ">RATE", ">ENTRIES MADE", ">SAVED"));
    for (CacheUse use : caches()) {
      rows.add(
          List.of(
              use.name(),
              Quantities.count(use.hits()),
              Quantities.count(use.misses()),
              use.percent(),
              Quantities.count(use.entries()),
              Quantities.seconds(use.savedNanos())));
    }
    return rows;
  }

  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("directory", directory.toString());
    facts.put("seed", seed);
    facts.put("tasks", tasks());
    facts.put("solved_on_demos", value(1));
    facts.put("tests_known", value(2));
    facts.put("tests_solved", value(3));
    facts.put("tried", tried());
    facts.put("elapsed_seconds", profile.elapsedNanos() / 1e9);
    Map<String, Object> phases = new LinkedHashMap<>();
    profile.phases().forEach(line -> phases.put(line.name(), line.wallNanos() / 1e9));
    facts.put("phase_seconds", phases);
    Map<String, Object> caches = new LinkedHashMap<>();
    for (CacheUse use : caches()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("hits", use.hits());
      one.put("misses", use.misses());
      one.put("rate", use.rate());
      one.put("entries_made", use.entries());
      one.put("saved_seconds", use.savedNanos() / 1e9);
      caches.put(use.name(), one);
    }
    facts.put("caches", caches);
    return facts;
  }
}
