package io.sheaf.engine.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ObjDoubleConsumer;

/// Goes through a part of a journal, also one that is being written. Confined to one thread.
///
/// A part takes the same time wherever in the plan it lies.
public final class JournalScan implements AutoCloseable {
  private final Query query;

  private JournalScan(Query query) {
    this.query = query;
  }

  /// A unit of the plan.
  ///
  /// @param isMine whether it belongs to this run's shard
  public record UnitName(int index, String id, boolean isMine) {}

  /// An attempt.
  ///
  /// @param worker empty while it is under way
  /// @param outcome its word, empty while it is under way
  public record Ran(
      int unit,
      int epoch,
      long startedMillis,
      String worker,
      long wallNanos,
      long cpuNanos,
      String outcome) {}

  /// How a unit came out.
  public record Settled(int unit, String outcome) {}

  /// A sample and its number.
  public record Numbered(long number, Sample sample) {}

  /// A unit that could not be done.
  ///
  /// @param outcome how it ended
  public record Failure(String unit, String outcome, String message) {}

  /// Something that happened to the run as a whole.
  public record Event(long timeMillis, String kind, String detail) {}

  /// From the first start of an attempt that has ended to the last end, in milliseconds of the
  /// epoch.
  public record Span(double from, double to) {}

  public static JournalScan open(Path file) throws IOException {
    return new JournalScan(Query.open(file));
  }

  /// How many units the plan has, those of other shards too.
  public int planSize() throws IOException {
    List<Integer> found = new ArrayList<>();
    query.each("SELECT max(idx) FROM unit", row -> found.add(row.getInt(1)));
    return found.getFirst() + 1;
  }

  /// Units in the order of the plan.
  public void units(int from, int to, Consumer<UnitName> action) throws IOException {
    query.each(
        "SELECT idx, id, mine FROM unit WHERE idx >= ? AND idx < ? ORDER BY idx",
        row -> action.accept(new UnitName(row.getInt(1), row.getString(2), row.getBoolean(3))),
        from,
        to);
  }

  /// Attempts by unit, and of a unit in their order.
  public void attempts(int from, int to, Consumer<Ran> action) throws IOException {
    query.each(
        "SELECT unit, epoch, started, worker, wall, cpu, outcome FROM attempt"
            + " WHERE unit >= ? AND unit < ? ORDER BY unit, epoch",
        row ->
            action.accept(
                new Ran(
                    row.getInt(1),
                    row.getInt(2),
                    row.getLong(3),
                    Query.orEmpty(row.getString(4)),
                    row.getLong(5),
                    row.getLong(6),
                    Query.orEmpty(row.getString(7)))),
        from,
        to);
  }

  /// Outcomes by unit.
  public void settled(int from, int to, Consumer<Settled> action) throws IOException {
    query.each(
        "SELECT unit, outcome FROM result WHERE unit >= ? AND unit < ? ORDER BY unit",
        row -> action.accept(new Settled(row.getInt(1), row.getString(2))),
        from,
        to);
  }

  /// Samples that came after one, in their order.
  ///
  /// @param after the number of the last one known, 0 for all
  public void samples(long after, Consumer<Numbered> action) throws IOException {
    query.each(
        "SELECT " + Sample.COLUMNS + ", rowid FROM sample WHERE rowid > ? ORDER BY rowid",
        row -> action.accept(new Numbered(row.getLong(9), Sample.of(row))),
        after);
  }

  /// The time in which attempts ran that have ended; empty if there are none.
  public Optional<Span> span() throws IOException {
    List<Span> span = new ArrayList<>();
    query.each(
        "SELECT min(started), max(started + wall / 1e6) FROM attempt WHERE outcome IS NOT NULL"
            + " HAVING count(*) > 0",
        row -> span.add(new Span(row.getDouble(1), row.getDouble(2))));
    return span.stream().findFirst();
  }

  /// Units that ended without output, in the order of the plan.
  public void failures(Consumer<Failure> action) throws IOException {
    query.each(
        "SELECT u.id, r.outcome, r.content FROM result r JOIN unit u ON u.idx = r.unit"
            + " WHERE r.outcome <> 'done' ORDER BY r.unit",
        row -> action.accept(new Failure(row.getString(1), row.getString(2), row.getString(3))));
  }

  /// Units that are done, and the seconds of the attempt that did it.
  public void seconds(ObjDoubleConsumer<String> action) throws IOException {
    query.each(
        "SELECT u.id, a.wall FROM result r JOIN unit u ON u.idx = r.unit"
            + " JOIN attempt a ON a.unit = r.unit AND a.epoch = r.epoch"
            + " WHERE r.outcome = 'done' AND a.wall IS NOT NULL ORDER BY r.unit",
        row -> action.accept(row.getString(1), row.getLong(2) / 1e9));
  }

  /// The first events.
  public List<Event> events(int most) throws IOException {
    List<Event> events = new ArrayList<>();
    query.each(
        "SELECT time, kind, detail FROM event ORDER BY seq LIMIT ?",
        row -> events.add(new Event(row.getLong(1), row.getString(2), row.getString(3))),
        most);
    return events;
  }

  @Override
  public void close() throws IOException {
    query.close();
  }
}
