package io.sheaf.cli;

import io.sheaf.engine.observe.Profile;
import io.sheaf.engine.observe.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A profile as a table.
record ProfileText(Profile profile) {
  private static final int SHORT = 5;

  /// What the table counts.
  String head() {
    return "%s units, %s attempts, %d %s, %s elapsed, %s of CPU: parallelism %s"
        .formatted(
            Quantities.count(profile.units()),
            Quantities.count(profile.attempts()),
            profile.workers(),
            profile.workers() == 1 ? "worker" : "workers",
            Quantities.seconds(profile.elapsedNanos()),
            Quantities.seconds(profile.total().cpuNanos()),
            parallelism(profile.total()));
  }

  /// All phases and their sum.
  List<List<String>> table() {
    return table(profile.phases());
  }

  /// The first phases, the others together, and the sum, for the end of a run.
  List<String> summary() {
    List<Profile.Line> phases = new ArrayList<>(profile.phases());
    if (phases.size() > SHORT + 1) {
      List<Profile.Line> others = phases.subList(SHORT, phases.size());
      Profile.Line together =
          new Profile.Line(
              others.size() + " others",
              others.stream().mapToLong(Profile.Line::calls).sum(),
              others.stream().mapToLong(Profile.Line::wallNanos).sum(),
              others.stream().mapToLong(Profile.Line::cpuNanos).sum());
      others.clear();
      phases.add(together);
    }
    List<String> lines = new ArrayList<>(List.of(head()));
    lines.addAll(Columns.lines(table(phases)));
    return lines;
  }

  private List<List<String>> table(List<Profile.Line> phases) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("PHASE", ">CALLS", ">WALL", ">CPU", ">WAITING", ">SHARE", ">PARALLELISM"));
    phases.forEach(line -> rows.add(row(line)));
    rows.add(row(profile.total()));
    return rows;
  }

  private List<String> row(Profile.Line line) {
    List<String> row = new ArrayList<>(List.of(line.name()));
    row.addAll(times(line, profile.total()));
    row.add(parallelism(line));
    return row;
  }

  private String parallelism(Profile.Line line) {
    return String.format(Locale.ROOT, "%.2f", line.parallelism(profile.elapsedNanos()));
  }

  private static List<String> times(Profile.Line line, Profile.Line total) {
    return List.of(
        Quantities.count(line.calls()),
        Quantities.seconds(line.wallNanos()),
        Quantities.seconds(line.cpuNanos()),
        Quantities.seconds(line.waitingNanos()),
        String.format(Locale.ROOT, "%.1f %%", 100 * line.share(total)));
  }

  /// A line for each unit or group, and one for each of its phases.
  List<List<String>> table(String what, List<Profile.Part> parts) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(what, "PHASE", ">CALLS", ">WALL", ">CPU", ">WAITING", ">SHARE"));
    for (Profile.Part part : parts) {
      rows.add(row(part.key(), "all", part.total()));
      part.phases().forEach(line -> rows.add(row(part.key(), line.name(), line)));
    }
    return rows;
  }

  private List<String> row(String key, String phase, Profile.Line line) {
    List<String> row = new ArrayList<>(List.of(key, phase));
    row.addAll(times(line, profile.total()));
    return row;
  }

  /// What the cache was good for, and what else was counted.
  List<String> counters() {
    List<String> lines = new ArrayList<>();
    profile
        .cache()
        .ifPresent(
            use ->
                lines.add(
                    "cache: %s hits, %s misses, %s errors, %s saved"
                        .formatted(
                            Quantities.count(use.hits()),
                            Quantities.count(use.misses()),
                            Quantities.count(use.errors()),
                            Quantities.seconds(use.savedNanos()))));
    profile
        .counters()
        .forEach(
            (name, value) -> {
              if (!name.startsWith("cache_")) {
                lines.add("counted: " + name + " " + Quantities.count(value));
              }
            });
    return lines;
  }
}
