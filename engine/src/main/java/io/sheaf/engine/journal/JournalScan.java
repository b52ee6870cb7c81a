package io.sheaf.engine.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
                    orEmpty(row.getString(4)),
                    row.getLong(5),
                    row.getLong(6),
                    orEmpty(row.getString(7)))),
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
        "SELECT rowid, time, process, pid, rss, cpu, read, written, gpu FROM sample WHERE rowid > ?"
            + " ORDER BY rowid",
        row ->
            action.accept(
                new Numbered(
                    row.getLong(1),
                    new Sample(
                        row.getLong(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9)))),
        after);
  }

  @Override
  public void close() throws IOException {
    query.close();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
