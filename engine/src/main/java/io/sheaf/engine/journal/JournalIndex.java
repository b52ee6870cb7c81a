package io.sheaf.engine.journal;

import io.sheaf.engine.plan.PlanJson;
import io.sheaf.engine.plan.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Looks up single things in a journal, also one that is being written. Confined to one thread.
///
/// What says nothing else takes the same time in a journal of any size.
public final class JournalIndex implements AutoCloseable {
  private static final String ATTEMPT =
      "SELECT u.id, a.epoch, a.why, a.started, a.worker, a.wall, a.cpu, a.outcome, a.message,"
          + " a.unit FROM attempt a JOIN unit u ON u.idx = a.unit";

  private final Query query;

  private JournalIndex(Query query) {
    this.query = query;
  }

  /// An attempt at a unit.
  ///
  /// @param startedMillis of the epoch
  /// @param worker empty while it is under way
  /// @param outcome its word, empty while it is under way
  public record Attempt(
      String unit,
      int epoch,
      String why,
      long startedMillis,
      String worker,
      long wallNanos,
      long cpuNanos,
      String outcome,
      String message,
      int index) {}

  /// What an attempt spent in a phase, as [io.sheaf.engine.plan.PhaseTime] with its attempt.
  public record PhaseLine(
      int unit,
      int epoch,
      String name,
      long calls,
      long wallNanos,
      long cpuNanos,
      long firstNanos,
      long lastNanos) {}

  /// What all attempts of a unit or group spent, in all or in a phase.
  ///
  /// @param phase empty for all
  public record Spent(String key, String phase, long calls, long wallNanos, long cpuNanos) {}

  /// What the plan says of a unit.
  ///
  /// @param isMine whether it belongs to this run's shard
  public record PlannedUnit(int index, Unit unit, boolean isMine) {}

  /// A state from which a unit can go on.
  public record Kept(String key, long bytes) {}

  /// What a unit of some weight took.
  public record Took(double weight, long wallNanos) {}

  public static JournalIndex open(Path file) throws IOException {
    return new JournalIndex(Query.open(file));
  }

  /// Sums kept with the facts, and noted numbers: see [JournalReader#totals()].
  public Map<String, Long> totals() throws IOException {
    Map<String, Long> totals = new HashMap<>();
    query.each(
        "SELECT name, value FROM total", row -> totals.put(row.getString(1), row.getLong(2)));
    return totals;
  }

  /// What shapes the results: workload, version and settings, as one digest.
  public String fingerprint() throws IOException {
    List<String> found = new ArrayList<>();
    query.each(
        "SELECT value FROM meta WHERE name = 'fingerprint'", row -> found.add(row.getString(1)));
    return found.stream().findFirst().orElse("");
  }

  /// Attempts under way, or cut off when the process ended.
  public List<Attempt> open(int most) throws IOException {
    return attempts(" WHERE a.outcome IS NULL LIMIT ?", most);
  }

  /// All attempts at a unit in their order.
  public List<Attempt> attempts(int unit) throws IOException {
    return attempts(" WHERE a.unit = ? ORDER BY a.epoch", unit);
  }

  /// All ended attempts, by worker and time. Goes through the whole journal.
  public void attempts(Consumer<Attempt> action) throws IOException {
    query.each(
        ATTEMPT + " WHERE a.worker IS NOT NULL ORDER BY a.worker, a.started, a.unit",
        row -> action.accept(attempt(row)));
  }

  private List<Attempt> attempts(String where, int value) throws IOException {
    List<Attempt> attempts = new ArrayList<>();
    query.each(ATTEMPT + where, row -> attempts.add(attempt(row)), value);
    return attempts;
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    return new Attempt(
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        row.getLong(4),
        Query.orEmpty(row.getString(5)),
        row.getLong(6),
        row.getLong(7),
        Query.orEmpty(row.getString(8)),
        Query.orEmpty(row.getString(9)),
        row.getInt(10));
  }

  /// The phases of an attempt in the order in which they were first entered.
  public List<PhaseLine> phases(int unit, int epoch) throws IOException {
    List<PhaseLine> phases = new ArrayList<>();
    query.each(
        "SELECT name, calls, wall, cpu, first, last FROM phase WHERE unit = ? AND epoch = ?"
            + " ORDER BY first",
        row ->
            phases.add(
                new PhaseLine(
                    unit,
                    epoch,
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6))),
        unit,
        epoch);
    return phases;
  }

  /// What was spent on each unit, or each group of them: a line without a phase for its attempts,
  /// behind it its phases. Goes through the whole journal.
  public void spent(boolean byGroup, Consumer<Spent> action) throws IOException {
    String key = byGroup ? "u.grp" : "u.id";
    query.each(
        "SELECT key, name, sum(calls), sum(wall), sum(cpu) FROM (SELECT "
            + key
            + " AS key, '' AS name, 1 AS calls, a.wall, a.cpu FROM attempt a"
            + " JOIN unit u ON u.idx = a.unit WHERE a.wall IS NOT NULL UNION ALL SELECT "
            + key
            + ", p.name, p.calls, p.wall, p.cpu FROM phase p JOIN unit u ON u.idx = p.unit)"
            + " GROUP BY key, name ORDER BY key, name",
        row ->
            action.accept(
                new Spent(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5))));
  }

  /// The latest samples, the latest first.
  public List<Sample> samples(int most) throws IOException {
    List<Sample> samples = new ArrayList<>();
    query.each(
        "SELECT " + Sample.COLUMNS + " FROM sample ORDER BY rowid DESC LIMIT ?",
        row -> samples.add(Sample.of(row)),
        most);
    return samples;
  }

  /// What units took that are done. Goes through a part of the journal.
  ///
  /// @param most units, taken evenly over the plan
  public List<Took> took(int most) throws IOException {
    List<Took> took = new ArrayList<>();
    long units = totals().getOrDefault("done", 0L);
    query.each(
        "SELECT u.weight, a.wall FROM result r JOIN unit u ON u.idx = r.unit"
            + " JOIN attempt a ON a.unit = r.unit AND a.epoch = r.epoch"
            + " WHERE r.outcome = 'done' AND r.unit % ? = 0 AND a.wall IS NOT NULL",
        row -> took.add(new Took(row.getDouble(1), row.getLong(2))), Math.max(1, units / most));
    return took;
  }

  /// A unit of the plan; goes through all ids.
  public Optional<PlannedUnit> unit(String id) throws IOException {
    return unitWhere("id = ?", id);
  }

  /// A unit of the plan by its position; takes the same time in any plan.
  public Optional<PlannedUnit> unit(int index) throws IOException {
    return unitWhere("idx = ?", index);
  }

  private Optional<PlannedUnit> unitWhere(String condition, Object value) throws IOException {
    List<PlannedUnit> found = new ArrayList<>();
    query.each(
        "SELECT idx, id, grp, weight, parameters, inputs, mine FROM unit WHERE " + condition,
        row -> found.add(planned(row)),
        value);
    return found.stream().findFirst();
  }

  private static PlannedUnit planned(ResultSet row) throws SQLException {
    Unit unit =
        new Unit(
            row.getString(2),
            row.getString(3),
            row.getDouble(4),
            PlanJson.texts(row.getString(5)),
            PlanJson.inputs(row.getString(6)));
    return new PlannedUnit(row.getInt(1), unit, row.getBoolean(7));
  }

  /// All ids in the order of the plan.
  public void ids(Consumer<String> action) throws IOException {
    query.each("SELECT id FROM unit ORDER BY idx", row -> action.accept(row.getString(1)));
  }

  /// The committed result of a unit.
  public Optional<StoredResult> result(int unit) throws IOException {
    List<StoredResult> found = new ArrayList<>();
    query.each(
        "SELECT epoch, outcome, content FROM result WHERE unit = ?",
        row -> found.add(new StoredResult(unit, row.getInt(1), row.getString(2), row.getString(3))),
        unit);
    return found.stream().findFirst();
  }

  /// The state from which a unit can go on.
  public Optional<Kept> checkpoint(int unit) throws IOException {
    List<Kept> found = new ArrayList<>();
    query.each(
        "SELECT key, length(content) FROM checkpoint WHERE unit = ?",
        row -> found.add(new Kept(row.getString(1), row.getLong(2))),
        unit);
    return found.stream().findFirst();
  }

  @Override
  public void close() throws IOException {
    query.close();
  }
}
