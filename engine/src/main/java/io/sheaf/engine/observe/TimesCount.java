package io.sheaf.engine.observe;

import io.sheaf.engine.journal.JournalScan;
import io.sheaf.engine.journal.JournalScan.Ran;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/// Adds up attempts, one at a time.
final class TimesCount {
  private static final int SLOWEST = 20;
  private static final double[] STEPS = {1, 2, 5};
  private static final double LEAST = 1e-6;
  private static final int DECADES = 13;

  private final double fromMillis;
  private final double binMillis;
  private final Map<String, Lane> lanes = new TreeMap<>(byNumber());
  private final List<Ran> pieces = new ArrayList<>();
  private final long[] ended = new long[RunTimes.BINS];
  private final long[] bands = new long[DECADES * STEPS.length];
  private long open;
  private final PriorityQueue<Ran> slowest =
      new PriorityQueue<>(Comparator.comparingLong(Ran::wallNanos));

  private static final class Lane {
    private long attempts;
    private long wallNanos;
    private long cpuNanos;
    private final double[] busyMillis = new double[RunTimes.BINS];
  }

  /// @param span one of no length is taken for a millisecond
  TimesCount(JournalScan.Span span) {
    this.fromMillis = span.from();
    this.binMillis = Math.max(1, span.to() - span.from()) / RunTimes.BINS;
  }

  /// `worker-2` before `worker-10`.
  private static Comparator<String> byNumber() {
    return Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());
  }

  void add(Ran attempt) {
    if (attempt.outcome().isEmpty()) {
      open++;
      return;
    }
    double end = attempt.startedMillis() + attempt.wallNanos() / 1e6;
    Lane lane = lanes.computeIfAbsent(attempt.worker(), _ -> new Lane());
    lane.attempts++;
    lane.wallNanos += attempt.wallNanos();
    lane.cpuNanos += attempt.cpuNanos();
    spread(lane.busyMillis, (double) attempt.startedMillis(), end);
    ended[bin(end)]++;
    bands[band(attempt.wallNanos() / 1e9)]++;
    if (pieces.size() <= RunTimes.MOST_PIECES) {
      pieces.add(attempt);
    }
    if (slowest.size() < SLOWEST || slowest.element().wallNanos() < attempt.wallNanos()) {
      slowest.add(attempt);
      if (slowest.size() > SLOWEST) {
        slowest.remove();
      }
    }
  }

  private void spread(double[] millis, double from, double to) {
    int last = bin(to);
    for (int bin = bin(from); bin <= last; bin++) {
      double start = Math.max(from, fromMillis + bin * binMillis);
      double end = Math.min(to, fromMillis + (bin + 1) * binMillis);
      millis[bin] += Math.max(0, end - start);
    }
  }

  private int bin(double millis) {
    return Math.clamp((long) ((millis - fromMillis) / binMillis), 0, RunTimes.BINS - 1);
  }

  private int band(double seconds) {
    int band = 0;
    while (band + 1 < bands.length && low(band + 1) <= seconds) {
      band++;
    }
    return band;
  }

  /// 1, 2 and 5 millionths of a second, 10, 20, 50, and so on.
  private static double low(int band) {
    return LEAST * Math.pow(10, Math.floorDiv(band, STEPS.length)) * STEPS[band % STEPS.length];
  }

  RunTimes times(JournalScan journal) throws IOException {
    List<RunTimes.Piece> all =
        pieces.size() > RunTimes.MOST_PIECES ? List.of() : named(pieces, journal);
    List<Ran> longest = new ArrayList<>(slowest);
    longest.sort(Comparator.comparingLong(Ran::wallNanos).reversed());
    List<RunTimes.Lane> done = new ArrayList<>();
    lanes.forEach((worker, lane) -> done.add(lane(worker, lane)));
    return new RunTimes(
        fromMillis,
        binMillis * RunTimes.BINS / 1e3,
        done,
        all,
        Arrays.stream(ended).boxed().toList(),
        bands(),
        named(longest, journal),
        open);
  }

  /// Starts are known to the millisecond, so what a worker did one after the other may overlap.
  private RunTimes.Lane lane(String worker, Lane lane) {
    return new RunTimes.Lane(
        worker,
        lane.attempts,
        lane.wallNanos / 1e9,
        lane.cpuNanos / 1e9,
        Arrays.stream(lane.busyMillis)
            .mapToObj(millis -> Math.min(1, millis / binMillis))
            .toList());
  }

  private List<RunTimes.Band> bands() {
    List<RunTimes.Band> all = new ArrayList<>();
    for (int band = 0; band < bands.length; band++) {
      if (bands[band] > 0 || !all.isEmpty()) {
        all.add(new RunTimes.Band(low(band), low(band + 1), bands[band]));
      }
    }
    while (!all.isEmpty() && all.getLast().attempts() == 0) {
      all.removeLast();
    }
    return all;
  }

  private List<RunTimes.Piece> named(List<Ran> attempts, JournalScan journal) throws IOException {
    List<RunTimes.Piece> named = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Ran one : attempts) {
      journal.units(one.unit(), one.unit() + 1, unit -> ids.add(unit.id()));
      named.add(
          new RunTimes.Piece(
              ids.getLast(),
              one.epoch(),
              one.worker(),
              (one.startedMillis() - fromMillis) / 1e3,
              one.wallNanos() / 1e9,
              one.cpuNanos() / 1e9,
              one.outcome()));
    }
    return named;
  }
}
