package io.sheaf.engine.observe;

import io.sheaf.engine.journal.JournalScan;
import io.sheaf.engine.journal.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The samples of a run's processes, in memory; reads only those that are new. Thread-safe.
final class Samples {
  private static final int MOST_POINTS = 300;

  private final Path journal;
  private final Map<String, List<Sample>> byProcess =
      new TreeMap<>(
          Comparator.comparing((String name) -> !name.equals("coordinator"))
              .thenComparingInt(String::length)
              .thenComparing(Comparator.naturalOrder()));
  private long last;

  Samples(Path journal) {
    this.journal = journal;
  }

  /// The curves of all processes as they are now.
  synchronized List<Curves.Use> uses() throws IOException {
    try (JournalScan scan = JournalScan.open(journal)) {
      scan.samples(
          last,
          one -> {
            last = one.number();
            byProcess
                .computeIfAbsent(one.sample().process(), _ -> new ArrayList<>())
                .add(one.sample());
          });
    }
    return byProcess.entrySet().stream()
        .map(one -> new Curves.Use(one.getKey(), points(one.getValue())))
        .toList();
  }

  /// Evenly thinned, each point over the time since the one before.
  private static List<Curves.Point> points(List<Sample> samples) {
    List<Curves.Point> points = new ArrayList<>();
    int step = Math.ceilDiv(samples.size(), MOST_POINTS);
    for (int i = step; i < samples.size(); i += step) {
      Sample before = samples.get(i - step);
      Sample now = samples.get(i);
      if (now.pid() == before.pid() && now.timeMillis() > before.timeMillis()) {
        points.add(point(before, now));
      }
    }
    return points;
  }

  private static Curves.Point point(Sample before, Sample now) {
    double millis = now.timeMillis() - before.timeMillis();
    return new Curves.Point(
        now.timeMillis(),
        now.rssBytes(),
        Math.max(0, now.cpuMillis() - before.cpuMillis()) / millis,
        perSecond(before.readBytes(), now.readBytes(), millis),
        perSecond(before.writtenBytes(), now.writtenBytes(), millis));
  }

  private static double perSecond(long before, long now, double millis) {
    return before < 0 || now < 0 ? -1 : Math.max(0, now - before) * 1000 / millis;
  }
}
