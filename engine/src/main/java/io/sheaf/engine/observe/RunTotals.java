package io.sheaf.engine.observe;

import io.sheaf.engine.schedule.TimeRange;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Several runs as one.
public final class RunTotals {
  private RunTotals() {}

  public static RunView.Counts counts(List<RunView> runs) {
    return runs.stream()
        .map(RunView::counts)
        .reduce(
            new RunView.Counts(0, 0, 0, 0),
            (a, b) ->
                new RunView.Counts(
                    a.done() + b.done(),
                    a.failed() + b.failed(),
                    a.total() + b.total(),
                    a.rows() + b.rows()));
  }

  /// Units a second of those that run now.
  public static double unitsPerSecond(List<RunView> runs) {
    return runs.stream()
        .filter(run -> run.state() == RunView.State.RUNNING)
        .mapToDouble(run -> run.pace().unitsPerSecond())
        .sum();
  }

  /// Until the last of those that run now ends, as they run side by side; empty if that is unknown
  /// of one of them.
  public static Optional<TimeRange> remaining(List<RunView> runs) {
    List<Optional<TimeRange>> ranges =
        runs.stream()
            .filter(run -> run.state().isAlive())
            .map(run -> run.pace().remaining())
            .toList();
    if (ranges.isEmpty() || ranges.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    List<TimeRange> known = ranges.stream().flatMap(Optional::stream).toList();
    return Optional.of(
        new TimeRange(
            longest(known.stream().map(TimeRange::low).toList()),
            longest(known.stream().map(TimeRange::high).toList())));
  }

  private static Duration longest(List<Duration> times) {
    return times.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }
}
