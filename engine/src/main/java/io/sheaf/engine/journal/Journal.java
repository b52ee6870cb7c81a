package io.sheaf.engine.journal;

import io.sheaf.engine.execute.Completion;
import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes what happens in a run. Facts become durable together, at [#commit]. Confined to one
/// thread.
///
/// The one writer of a run's state; the run directory's lock keeps others out.
public final class Journal implements AutoCloseable {
  private final Path file;
  private final Connection connection;
  private final PreparedStatement start;
  private final PreparedStatement end;
  private final PreparedStatement result;
  private final PreparedStatement event;
  private final PreparedStatement total;

  private Journal(Path file, Connection connection) throws SQLException {
    this.file = file;
    this.connection = connection;
    start =
        connection.prepareStatement(
            "INSERT INTO attempt(unit, epoch, why, started) VALUES(?, ?, ?, ?)");
    end =
        connection.prepareStatement(
            "UPDATE attempt SET worker = ?, wall = ?, cpu = ?, outcome = ?, message = ?, crc = ?"
                + " WHERE unit = ? AND epoch = ? AND outcome IS NULL");
    result = connection.prepareStatement("INSERT INTO result VALUES(?, ?, ?, ?, ?)");
    event =
        connection.prepareStatement(
            "INSERT INTO event(time, kind, detail, crc) VALUES(?, ?, ?, ?)");
    total =
        connection.prepareStatement(
            "INSERT INTO total VALUES(?, ?)"
                + " ON CONFLICT(name) DO UPDATE SET value = value + excluded.value");
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
      return new Journal(file, Schema.write(file));
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
    String message = completion.outcome().message();
    long wall = completion.wallNanos();
    long cpu = completion.cpuNanos();
    long crc =
        Checksum.of(attempt.unit(), attempt.epoch(), completion.worker(), wall, cpu, outcome);
    write(
        end,
        completion.worker(),
        wall,
        cpu,
        outcome,
        message,
        crc,
        attempt.unit(),
        attempt.epoch());
    add("wall_nanos", wall);
    add("cpu_nanos", cpu);
  }

  /// The outcome of an attempt becomes the outcome of its unit.
  public void settled(Completion completion) throws IOException {
    Assignment attempt = completion.assignment();
    adopt(StoredResult.of(attempt.unit(), attempt.epoch(), completion.outcome()));
  }

  /// A result that another run of the same plan has committed.
  public void adopt(StoredResult stored) throws IOException {
    write(
        result,
        stored.unit(),
        stored.epoch(),
        stored.outcome(),
        stored.content(),
        stored.checksum());
    add(stored.isDone() ? "done" : "failed", 1);
  }

  /// Takes a unit's result back, so that it runs again.
  public void withdraw(StoredResult stored) throws IOException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM result WHERE unit = ?")) {
      write(delete, stored.unit());
      add(stored.isDone() ? "done" : "failed", -1);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /// Replaces what is recorded of units whose inputs or parameters have changed.
  public void replanned(List<Integer> changed, Plan plan) throws IOException {
    try (PreparedStatement update =
            connection.prepareStatement(
                "UPDATE unit SET inputs = ?, weight = ?, parameters = ? WHERE idx = ?");
        PreparedStatement meta =
            connection.prepareStatement("UPDATE meta SET value = ? WHERE name = 'plan'")) {
      for (int unit : changed) {
        Unit now = plan.units().get(unit);
        write(update, Json.inputs(now.inputs()), now.weight(), Json.texts(now.parameters()), unit);
      }
      write(meta, plan.digest());
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /// Attempts that were under way when an earlier process ended are lost.
  public void abandonOpenAttempts() throws IOException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE attempt SET outcome = 'lost', message = 'the run ended before it did'"
                + " WHERE outcome IS NULL")) {
      write(update);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  public void event(long nowMillis, String kind, String detail) throws IOException {
    write(event, nowMillis, kind, detail, Checksum.of(nowMillis, kind, detail));
  }

  /// Makes everything written so far durable.
  public void commit() throws IOException {
    try {
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

  private void insert(Plan plan, Shard shard) throws IOException, SQLException {
    int mine = 0;
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO unit VALUES(?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < plan.size(); i++) {
        Unit unit = plan.units().get(i);
        boolean held = shard.holds(plan, i);
        mine += held ? 1 : 0;
        write(
            insert,
            i,
            unit.id(),
            unit.group(),
            unit.weight(),
            Json.texts(unit.parameters()),
            Json.inputs(unit.inputs()),
            held);
      }
    }
    try (PreparedStatement meta = connection.prepareStatement("INSERT INTO meta VALUES(?, ?)")) {
      write(meta, "fingerprint", plan.fingerprint());
      write(meta, "seed", Long.toString(plan.seed()));
      write(meta, "shard", shard.toString());
      write(meta, "plan", plan.digest());
    }
    add("units", mine);
    add("done", 0);
    add("failed", 0);
  }

  private void add(String name, long amount) throws IOException {
    write(total, name, amount);
  }

  private void write(PreparedStatement statement, @Nullable Object... values) throws IOException {
    try {
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
