package io.sheaf.engine.observe;

import io.sheaf.engine.chapter.Thinned;
import io.sheaf.engine.journal.JournalScan;
import io.sheaf.engine.journal.Sample;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The samples of a run's processes, in memory; reads only those that are new. Thread-safe.
final class Samples {
  private final Map<String, Thinned<Sample>> byProcess =
      new TreeMap<>(
          Comparator.comparing((String name) -> !name.equals("coordinator"))
              .thenComparingInt(String::length)
              .thenComparing(Comparator.naturalOrder()));
  private long last;

  /// The curves of all processes as they are now, the coordinator's first.
  ///
  /// @param journal always the same one
  synchronized List<ProcessCurve> curves(JournalScan journal) throws IOException {
    journal.samples(
        last,
        one -> {
          last = one.number();
          byProcess
              .computeIfAbsent(one.sample().process(), _ -> new Thinned<>(ProcessCurve.MOST))
              .add(one.sample());
        });
    return byProcess.entrySet().stream()
        .map(one -> ProcessCurve.of(one.getKey(), one.getValue().kept()))
        .toList();
  }
}
