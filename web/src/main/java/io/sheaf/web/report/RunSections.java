package io.sheaf.web.report;

import io.sheaf.engine.chapter.Caption;
import io.sheaf.engine.chapter.Figure;
import io.sheaf.engine.chapter.Section;
import io.sheaf.engine.observe.Profile;
import io.sheaf.engine.observe.RunAccount;
import io.sheaf.engine.observe.RunFailures;
import io.sheaf.engine.observe.RunTimes;
import io.sheaf.web.Secrets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a run went, whatever it did.
final class RunSections {
  private static final int MOST_WORKERS = 200;

  private RunSections() {}

  static List<Section> of(RunAccount account) {
    List<Section> sections = new ArrayList<>();
    if (!account.failures().units().isEmpty()) {
      sections.add(failures(account.failures()));
    }
    if (!account.times().lanes().isEmpty()) {
      sections.add(TimeSection.of(account.times()));
      sections.add(workers(account));
      sections.add(lengths(account.times()));
    }
    if (account.profile().attempts() > 0) {
      sections.add(profile(account.profile()));
    }
    ResourceSection.of(account).ifPresent(sections::add);
    account.profile().cache().ifPresent(use -> sections.add(cache(use)));
    return sections;
  }

  private static Section failures(RunFailures failures) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (RunFailures.Kind kind : failures.kinds()) {
      rows.add(List.of(kind.first(), kind.outcome(), kind.units(), Secrets.masked(kind.message())));
    }
    String others =
        failures.others() == 0
            ? ""
            : " %,d more units failed in other ways; logs/errors.log has them."
                .formatted(failures.others());
    return new Section(
        "Failures",
        "Units without output. Those that ended alike, with the same first line of the message, "
            + "stand together, the most frequent first."
            + others,
        List.of(
            new Figure.Listing(
                Caption.of("Failures by kind"),
                List.of("first unit", "outcome", "units", "message of that unit"),
                rows)));
  }

  private static Section workers(RunAccount account) {
    RunTimes times = account.times();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (RunTimes.Lane lane :
        times.lanes().subList(0, Math.min(MOST_WORKERS, times.lanes().size()))) {
      rows.add(
          List.of(
              lane.worker(),
              lane.attempts(),
              lane.wallSeconds(),
              lane.wallSeconds() / times.seconds() * 100,
              lane.cpuSeconds()));
    }
    return new Section(
        "Workers",
        List.of(
            new Figure.Listing(
                new Caption(
                    "What each worker did",
                    "from the first start of a unit to the last end, %s s"
                            .formatted(Words.seconds(times.seconds()))
                        + (times.lanes().size() > MOST_WORKERS
                            ? "; the first %d of %,d workers"
                                .formatted(MOST_WORKERS, times.lanes().size())
                            : "")),
                List.of("worker", "attempts", "busy, s", "busy, % of the time", "processor, s"),
                rows)));
  }

  private static Section lengths(RunTimes times) {
    List<String> labels = new ArrayList<>();
    List<Double> counts = new ArrayList<>();
    for (RunTimes.Band band : times.bands()) {
      labels.add(Words.time(band.low()) + " – " + Words.time(band.high()));
      counts.add((double) band.attempts());
    }
    List<List<@Nullable Object>> slowest = new ArrayList<>();
    for (RunTimes.Piece piece : times.slowest()) {
      slowest.add(
          List.of(
              piece.unit(),
              piece.wallSeconds(),
              piece.cpuSeconds(),
              piece.outcome(),
              (long) piece.epoch(),
              piece.worker()));
    }
    return new Section(
        "Length of units",
        List.of(
            new Figure.Bars(
                new Caption(
                    "How long attempts took",
                    "%,d attempts, elapsed time".formatted(times.attempts())),
                "attempts",
                labels,
                List.of(new Figure.Series("", counts))),
            new Figure.Listing(
                new Caption(
                    "The slowest",
                    "%d of %,d attempts".formatted(slowest.size(), times.attempts())),
                List.of("unit", "elapsed, s", "processor, s", "outcome", "attempt", "worker"),
                slowest)));
  }

  private static Section profile(Profile profile) {
    List<Profile.Line> lines = new ArrayList<>(profile.phases());
    lines.add(profile.total());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Profile.Line line : lines) {
      rows.add(
          List.of(
              line.name(),
              line.calls(),
              line.wallNanos() / 1e9,
              line.cpuNanos() / 1e9,
              line.waitingNanos() / 1e9,
              100 * line.share(profile.total()),
              line.parallelism(profile.elapsedNanos())));
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure.Listing(
            new Caption(
                "Where the time went",
                "elapsed time is added up over %d workers; parallelism is processor time by the elapsed time of the run"
                    .formatted(profile.workers())),
            List.of(
                "phase",
                "calls",
                "elapsed, s",
                "processor, s",
                "waiting, s",
                "share, %",
                "parallelism"),
            rows));
    List<List<@Nullable Object>> counters = new ArrayList<>();
    profile.counters().forEach((name, value) -> counters.add(Arrays.asList(name, value)));
    if (!counters.isEmpty()) {
      figures.add(
          new Figure.Listing(
              Caption.of("What units counted"), List.of("counter", "sum over units"), counters));
    }
    return new Section(
        "Profile", profile.hasPhases() ? "" : "The workload tells no phases.", figures);
  }

  private static Section cache(Profile.CacheUse use) {
    return new Section(
        "Cache",
        List.of(
            new Figure.Listing(
                Caption.of("What the cache was good for"),
                List.of("hits", "misses", "hits, %", "errors", "saved, s"),
                List.of(
                    List.of(
                        use.hits(),
                        use.misses(),
                        100.0 * use.hits() / (use.hits() + use.misses()),
                        use.errors(),
                        use.savedNanos() / 1e9)))));
  }
}
