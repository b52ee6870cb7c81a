package io.sheaf.engine.journal;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.PlanJson;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/// Reads a journal, also one that is being written. Confined to one thread.
public final class JournalReader implements AutoCloseable {
  private final Path file;
  private final Connection connection;

  private JournalReader(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  public static JournalReader open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no journal");
    }
    return new JournalReader(file, Schema.read(file));
  }

  /// The plan as it was recorded.
  ///
  /// @throws CorruptJournalException if its digest is not the recorded one
  public Plan plan() throws IOException {
    List<Unit> units =
        list(
            "SELECT id, grp, weight, parameters, inputs FROM unit ORDER BY idx",
            row ->
                new Unit(
                    row.getString(1),
                    row.getString(2),
                    row.getDouble(3),
                    PlanJson.texts(row.getString(4)),
                    PlanJson.inputs(row.getString(5))));
    Map<String, String> meta = meta();
    Plan plan = new Plan(text(meta, "fingerprint"), seed(meta), units);
    if (!plan.digest().equals(text(meta, "plan"))) {
      throw new CorruptJournalException(file + ": the list of units has been altered");
    }
    return plan;
  }

  /// Whether this is the recorded plan, weights aside. Takes less time and memory than reading it.
  public boolean records(Plan plan) throws IOException {
    Map<String, String> meta = meta();
    Comparison units = new Comparison(plan.units().iterator());
    each("SELECT id, grp, parameters, inputs FROM unit ORDER BY idx", units::take);
    return units.areSame()
        && plan.fingerprint().equals(text(meta, "fingerprint"))
        && plan.seed() == seed(meta);
  }

  private static final class Comparison {
    private final Iterator<Unit> units;
    private boolean same = true;

    Comparison(Iterator<Unit> units) {
      this.units = units;
    }

    void take(ResultSet row) throws SQLException {
      same = same && units.hasNext() && isRow(units.next(), row);
    }

    boolean areSame() {
      return same && !units.hasNext();
    }

    private static boolean isRow(Unit unit, ResultSet row) throws SQLException {
      return unit.id().equals(row.getString(1))
          && unit.group().equals(row.getString(2))
          && PlanJson.texts(unit.parameters()).equals(row.getString(3))
          && PlanJson.inputs(unit.inputs()).equals(row.getString(4));
    }
  }

  public Shard shard() throws IOException {
    try {
      return Shard.parse(text(meta(), "shard"));
    } catch (ConfigurationException e) {
      throw new CorruptJournalException(file + ": " + e.getMessage(), e);
    }
  }

  /// The committed results in plan order, every checksum and their number checked.
  public List<StoredResult> results() throws IOException {
    List<Long> stated = new ArrayList<>();
    List<StoredResult> results = checkedResults(stated);
    if (!results.isEmpty() && stated.getFirst() != results.size()) {
      throw new CorruptJournalException(
          "%s: has %d results, expected %d".formatted(file, results.size(), stated.getFirst()));
    }
    return results;
  }

  /// One statement, for a run may be writing.
  private List<StoredResult> checkedResults(List<Long> stated) throws IOException {
    return list(
        "SELECT unit, epoch, outcome, content, crc,"
            + " (SELECT sum(value) FROM total WHERE name IN ('done', 'failed'))"
            + " FROM result ORDER BY unit",
        row -> {
          if (stated.isEmpty()) {
            stated.add(row.getLong(6));
          }
          StoredResult stored =
              new StoredResult(
                  row.getInt(1), row.getInt(2), row.getString(3).intern(), row.getString(4));
          if (stored.checksum() != row.getLong(5)) {
            throw new SQLException("the result of unit " + stored.unit() + " has been altered");
          }
          return stored;
        });
  }

  /// The number of attempts begun per unit.
  public int[] attempts(int units) throws IOException {
    int[] attempts = new int[units];
    each(
        "SELECT unit, max(epoch) FROM attempt GROUP BY unit",
        row -> attempts[row.getInt(1)] = row.getInt(2));
    return attempts;
  }

  /// The states from which units of this plan can go on.
  ///
  /// @throws CorruptJournalException if one has been altered
  public Map<Integer, byte[]> checkpoints(Plan plan) throws IOException {
    Map<Integer, byte[]> checkpoints = new HashMap<>();
    each(
        "SELECT unit, key, content, crc FROM checkpoint",
        row -> {
          int unit = row.getInt(1);
          byte[] content = row.getBytes(3);
          if (Checksum.of(unit, row.getString(2), Arrays.hashCode(content)) != row.getLong(4)) {
            throw new SQLException("the checkpoint of unit " + unit + " has been altered");
          }
          if (plan.key(unit).equals(row.getString(2))) {
            checkpoints.put(unit, content);
          }
        });
    return checkpoints;
  }

  /// What each worker did, by name.
  public List<WorkerTotals> workers() throws IOException {
    return list(
        "SELECT worker, count(*), sum(outcome = 'done'), sum(wall), sum(cpu) FROM attempt"
            + " WHERE worker IS NOT NULL GROUP BY worker ORDER BY length(worker), worker",
        row ->
            new WorkerTotals(
                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
  }

  /// Sums kept with the facts: units, done, failed, wall_nanos, cpu_nanos, those of phases and
  /// counters.
  public Map<String, Long> totals() throws IOException {
    Map<String, Long> totals = new HashMap<>();
    each("SELECT name, value FROM total", row -> totals.put(row.getString(1), row.getLong(2)));
    return totals;
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private Map<String, String> meta() throws IOException {
    Map<String, String> meta = new HashMap<>();
    each("SELECT name, value FROM meta", row -> meta.put(row.getString(1), row.getString(2)));
    return meta;
  }

  private long seed(Map<String, String> meta) throws IOException {
    try {
      return Long.parseLong(text(meta, "seed"));
    } catch (NumberFormatException e) {
      throw new CorruptJournalException(file + ": the seed has been altered", e);
    }
  }

  private String text(Map<String, String> meta, String name) throws IOException {
    String text = meta.get(name);
    if (text == null) {
      throw new CorruptJournalException(file + ": has no " + name);
    }
    return text;
  }

  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(String query, RowReader<T> reader) throws IOException {
    List<T> items = new ArrayList<>();
    each(query, row -> items.add(reader.read(row)));
    return items;
  }

  @FunctionalInterface
  private interface RowAction {
    void take(ResultSet row) throws SQLException;
  }

  private void each(String query, RowAction action) throws IOException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        action.take(rows);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    } catch (JacksonException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new CorruptJournalException(file + ": has been altered: " + e.getMessage(), e);
    }
  }

  private IOException unreadable(SQLException e) {
    return Schema.unreadable(file, ": cannot be read", e);
  }
}
