package io.sheaf.engine.observe;

import io.sheaf.engine.journal.JournalScan;
import java.io.IOException;
import java.util.List;

/// When units ran and how long they took, of any number of them in little space. Immutable.
///
/// Only attempts that ended are counted. Time is cut into [#BINS] parts from the start of the first
/// attempt to the end of the last.
///
/// @param fromMillis of the epoch
/// @param seconds from there to the end
/// @param lanes what each worker did
/// @param pieces every attempt if they are at most [#MOST_PIECES], else none
/// @param ended attempts that ended in each part of the time
/// @param bands attempts by how long they took, from the first that has any to the last
/// @param slowest the longest first
/// @param open attempts without an end: under way, or cut off with their process
public record RunTimes(
    double fromMillis,
    double seconds,
    List<Lane> lanes,
    List<Piece> pieces,
    List<Long> ended,
    List<Band> bands,
    List<Piece> slowest,
    long open) {
  public static final int BINS = 240;
  public static final int MOST_PIECES = 1500;

  /// What a worker did.
  ///
  /// @param busy the share of each part of the time that it spent on units, 0 to 1
  public record Lane(
      String worker, long attempts, double wallSeconds, double cpuSeconds, List<Double> busy) {}

  /// An attempt.
  ///
  /// @param from seconds since the beginning
  public record Piece(
      String unit,
      int epoch,
      String worker,
      double from,
      double wallSeconds,
      double cpuSeconds,
      String outcome) {}

  /// Attempts that took at least `low` and less than `high` seconds.
  public record Band(double low, double high, long attempts) {}

  static RunTimes read(JournalScan journal) throws IOException {
    TimesCount count = new TimesCount(journal.span().orElse(new JournalScan.Span(0, 0)));
    journal.attempts(0, Integer.MAX_VALUE, count::add);
    return count.times(journal);
  }

  public long attempts() {
    return lanes.stream().mapToLong(Lane::attempts).sum();
  }

  /// Seconds of one part of the time.
  public double binSeconds() {
    return seconds / BINS;
  }
}
