package io.sheaf.engine.journal;

import io.sheaf.engine.execute.Completion;
import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.PhaseTime;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.PlanJson;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes what happens in a run. Facts become durable together, at [#commit]. Confined to one
/// thread.
///
/// The one writer of a run's state; the run directory's lock keeps others out.
public final class Journal implements AutoCloseable {
  private static final int MOST_ROWS = 10_000;

  private final Path file;
  private final Connection connection;
  private final Batch start;
  private final Batch end;
  private final Batch phase;
  private final Batch result;
  private final Batch settle;
  private final Batch checkpoint;
  private final Batch event;
  private final Batch sample;
  private final Batch prediction;
  private final Batch total;
  private final Batch note;
  private final Map<String, Long> sums = new TreeMap<>();
  private final Set<Integer> checkpoints = new HashSet<>();
  private final List<Batch> inOrder;

  private Journal(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    start =
        new Batch(connection, "INSERT INTO attempt(unit, epoch, why, started) VALUES(?, ?, ?, ?)");
    end =
        new Batch(
            connection,
            "UPDATE attempt SET started = ?, worker = ?, wall = ?, cpu = ?, outcome = ?,"
                + " message = ?, crc = ? WHERE unit = ? AND epoch = ? AND outcome IS NULL");
    phase = new Batch(connection, "INSERT OR REPLACE INTO phase VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    result = new Batch(connection, "INSERT INTO result VALUES(?, ?, ?, ?, ?)");
    settle = new Batch(connection, "DELETE FROM checkpoint WHERE unit = ?");
    checkpoint = new Batch(connection, "INSERT OR REPLACE INTO checkpoint VALUES(?, ?, ?, ?)");
    event = new Batch(connection, "INSERT INTO event(time, kind, detail, crc) VALUES(?, ?, ?, ?)");
    sample = new Batch(connection, "INSERT INTO sample VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    prediction = new Batch(connection, "INSERT INTO prediction VALUES(?, ?, ?)");
    total =
        new Batch(
            connection,
            "INSERT INTO total VALUES(?, ?)"
                + " ON CONFLICT(name) DO UPDATE SET value = value + excluded.value");
    note = new Batch(connection, "INSERT OR REPLACE INTO total VALUES(?, ?)");
    inOrder =
        List.of(
            start, end, phase, checkpoint, settle, result, event, sample, prediction, total, note);
  }

  /// Writes the journal of a new run: the plan, and nothing done yet.
  ///
  /// @param file takes part in nothing until it is complete and renamed to `run.db`
  public static void create(Path file, Plan plan, Shard shard) throws IOException {
    for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
    }
    try (Journal journal = new Journal(file, Schema.create(file))) {
      journal.insert(plan, shard);
      journal.commit();
    } catch (SQLException e) {
      throw new IOException(file + ": cannot write the journal: " + e.getMessage(), e);
    }
  }

  /// Opens the journal of a run to go on with it.
  public static Journal open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no journal");
    }
    try {
      Journal journal = new Journal(file, Schema.write(file));
      journal.findCheckpoints();
      return journal;
    } catch (SQLException e) {
      throw Schema.unreadable(file, "", e);
    }
  }

  public void started(Assignment attempt, long nowMillis) throws IOException {
    write(start, attempt.unit(), attempt.epoch(), attempt.why(), nowMillis);
  }

  /// An attempt ended, whatever its outcome is worth.
  public void ended(Completion completion) throws IOException {
    Assignment attempt = completion.assignment();
    String outcome = completion.outcome().word();
    Usage usage = completion.usage();
    long wall = usage.wallNanos();
    long cpu = usage.cpuNanos();
    long crc =
        Checksum.of(attempt.unit(), attempt.epoch(), completion.worker(), wall, cpu, outcome);
    write(
        end,
        usage.startedMillis(),
        completion.worker(),
        wall,
        cpu,
        outcome,
        completion.outcome().message(),
        crc,
        attempt.unit(),
        attempt.epoch());
    add("attempts", 1);
    add("wall_nanos", wall);
    add("cpu_nanos", cpu);
    for (PhaseTime time : usage.phases()) {
      phase(attempt, time);
    }
    for (Map.Entry<String, Long> counter : usage.counters().entrySet()) {
      add("count/" + counter.getKey(), counter.getValue());
    }
  }

  private void phase(Assignment attempt, PhaseTime time) throws IOException {
    write(
        phase,
        attempt.unit(),
        attempt.epoch(),
        time.name(),
        time.calls(),
        time.wallNanos(),
        time.cpuNanos(),
        time.firstNanos(),
        time.lastNanos());
    add("phase_calls/" + time.name(), time.calls());
    add("phase_wall/" + time.name(), time.wallNanos());
    add("phase_cpu/" + time.name(), time.cpuNanos());
  }

  /// A state from which the unit can go on, as long as its key is the same.
  public void saved(int unit, String key, byte[] state) throws IOException {
    checkpoints.add(unit);
    write(checkpoint, unit, key, state, Checksum.of(unit, key, Arrays.hashCode(state)));
  }

  public void sampled(Sample taken) throws IOException {
    write(
        sample,
        taken.timeMillis(),
        taken.process(),
        taken.pid(),
        taken.rssBytes(),
        taken.cpuMillis(),
        taken.readBytes(),
        taken.writtenBytes(),
        taken.gpuBytes());
  }

  public void predicted(Prediction made) throws IOException {
    write(prediction, made.timeMillis(), made.lowMillis(), made.highMillis());
  }

  /// The run has gone on for so much longer; time between its processes is no part of it.
  public void lasted(long nanos) {
    add("elapsed_nanos", nanos);
  }

  /// A number beside the sums that replaces what it was before.
  public void note(String name, long value) throws IOException {
    write(note, name, value);
  }

  /// The outcome of an attempt becomes the outcome of its unit.
  public void settled(Completion completion) throws IOException {
    Assignment attempt = completion.assignment();
    Outcome outcome = completion.outcome();
    int rows = outcome instanceof Outcome.Done(var output) ? output.rows().size() : 0;
    adopt(StoredResult.of(attempt.unit(), attempt.epoch(), outcome), rows);
  }

  /// A result that another run of the same plan has committed.
  public void adopt(StoredResult stored) throws IOException {
    adopt(stored, stored.rows());
  }

  private void adopt(StoredResult stored, int rows) throws IOException {
    write(
        result,
        stored.unit(),
        stored.epoch(),
        stored.outcome(),
        stored.content(),
        stored.checksum());
    if (checkpoints.remove(stored.unit())) {
      write(settle, stored.unit());
    }
    add(stored.isDone() ? "done" : "failed", 1);
    add("rows", rows);
  }

  /// Takes a unit's result back, so that it runs again.
  public void withdraw(StoredResult stored) throws IOException {
    execute("DELETE FROM result WHERE unit = ?", stored.unit());
    add(stored.isDone() ? "done" : "failed", -1);
    add("rows", -stored.rows());
  }

  /// Replaces what is recorded of units whose inputs or parameters have changed.
  public void replanned(List<Integer> changed, Plan plan) throws IOException {
    if (changed.isEmpty()) {
      return;
    }
    for (int unit : changed) {
      Unit now = plan.units().get(unit);
      execute(
          "UPDATE unit SET inputs = ?, weight = ?, parameters = ? WHERE idx = ?",
          PlanJson.inputs(now.inputs()),
          now.weight(),
          PlanJson.texts(now.parameters()),
          unit);
    }
    execute("UPDATE meta SET value = ? WHERE name = 'plan'", plan.digest());
  }

  /// Attempts that were under way when an earlier process ended are lost.
  public void abandonOpenAttempts() throws IOException {
    execute(
        "UPDATE attempt SET outcome = 'lost', message = 'the run ended before it did'"
            + " WHERE outcome IS NULL");
  }

  public void event(long nowMillis, String kind, String detail) throws IOException {
    write(event, nowMillis, kind, detail, Checksum.of(nowMillis, kind, detail));
  }

  /// Makes everything written so far durable.
  public void commit() throws IOException {
    try {
      flush();
      connection.commit();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /// Ends the writing; what was not committed is lost.
  @Override
  public void close() throws IOException {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private void findCheckpoints() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet units = statement.executeQuery("SELECT unit FROM checkpoint")) {
      while (units.next()) {
        checkpoints.add(units.getInt(1));
      }
    }
  }

  private void insert(Plan plan, Shard shard) throws IOException, SQLException {
    int mine = 0;
    Batch insert = new Batch(connection, "INSERT INTO unit VALUES(?, ?, ?, ?, ?, ?, ?)");
    for (int i = 0; i < plan.size(); i++) {
      Unit unit = plan.units().get(i);
      boolean held = shard.holds(plan, i);
      mine += held ? 1 : 0;
      insert.add(
          i,
          unit.id(),
          unit.group(),
          unit.weight(),
          PlanJson.texts(unit.parameters()),
          PlanJson.inputs(unit.inputs()),
          held);
      if (i % MOST_ROWS == MOST_ROWS - 1) {
        insert.run();
      }
    }
    insert.run();
    Batch meta = new Batch(connection, "INSERT INTO meta VALUES(?, ?)");
    meta.add("fingerprint", plan.fingerprint());
    meta.add("seed", Long.toString(plan.seed()));
    meta.add("shard", shard.toString());
    meta.add("plan", plan.digest());
    meta.run();
    add("units", mine);
    add("done", 0);
    add("failed", 0);
  }

  private void add(String name, long amount) {
    sums.merge(name, amount, Long::sum);
  }

  private void write(Batch batch, @Nullable Object... values) throws IOException {
    try {
      batch.add(values);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /// Runs what waits, attempts before their ends, so that facts find what they are about.
  private void flush() throws SQLException {
    for (Map.Entry<String, Long> sum : sums.entrySet()) {
      total.add(sum.getKey(), sum.getValue());
    }
    sums.clear();
    for (Batch batch : inOrder) {
      batch.run();
    }
  }

  private void execute(String sql, @Nullable Object... values) throws IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      flush();
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private IOException failure(SQLException e) {
    return new IOException(file + ": cannot write the journal: " + e.getMessage(), e);
  }
}
