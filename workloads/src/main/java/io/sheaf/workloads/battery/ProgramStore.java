package io.sheaf.workloads.battery;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.program.Programs;
import io.sheaf.arc.search.Score;
import io.sheaf.arc.task.Task;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.plan.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The best programs of each task, in one file for all threads and processes of a machine.
/// Thread-safe.
///
/// A program stands there once, under its digest, whatever tasks it is for. A better program
/// replaces the worst of a full task, and a program goes with its last task. Each change happens as
/// a whole or not at all.
final class ProgramStore implements AutoCloseable {
  /// Programs of a task.
  static final int MOST = 32;

  private static final int APPLICATION = 0x41524353;
  private static final int VERSION = 1;
  private static final int BUSY_MILLIS = 30_000;
  private static final String ORDER =
      " ORDER BY correct DESC, similarity DESC, lines, steps, digest";
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE program(digest TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE entry(task TEXT NOT NULL, digest TEXT NOT NULL, correct INTEGER NOT NULL,"
              + " similarity REAL NOT NULL, lines INTEGER NOT NULL, steps INTEGER NOT NULL,"
              + " PRIMARY KEY(task, digest)) WITHOUT ROWID",
          "CREATE INDEX entry_digest ON entry(digest)",
          "CREATE TRIGGER dropped AFTER DELETE ON entry"
              + " WHEN NOT EXISTS (SELECT 1 FROM entry WHERE digest = old.digest)"
              + " BEGIN DELETE FROM program WHERE digest = old.digest; END",
          "PRAGMA application_id = " + APPLICATION,
          "PRAGMA user_version = " + VERSION);

  private final Path file;
  private final Connection connection;

  private ProgramStore(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /// Opens the store, or makes it.
  ///
  /// @throws ConfigurationException if the file is something else, or of another version
  static ProgramStore open(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    try {
      ProgramStore store =
          new ProgramStore(file, config.createConnection("jdbc:sqlite:" + file.toUri()));
      try {
        store.change(store::prepare);
        return store;
      } catch (IOException | ConfigurationException e) {
        store.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  private void prepare() throws SQLException {
    long version = number("PRAGMA user_version");
    if (number("SELECT count(*) FROM sqlite_master") == 0 && version == 0) {
      for (String sql : TABLES) {
        execute(sql);
      }
    } else if (number("PRAGMA application_id") != APPLICATION) {
      throw new ConfigurationException(noStore(file));
    } else if (version != VERSION) {
      throw new ConfigurationException(
          "`store`: %s is of version %d, expected %d; name another file, or remove it"
              .formatted(file, version, VERSION));
    }
  }

  private static String noStore(Path file) {
    return "`store`: %s is no store of programs; name another file".formatted(file);
  }

  /// What tells a task from another of the same id: its demos.
  static String key(Task task) {
    List<String> grids = new ArrayList<>();
    for (Task.Demo demo : task.demos()) {
      grids.add(Validation.digest(List.of(demo.input(), demo.output())));
    }
    return task.id() + ":" + Digest.of(grids);
  }

  /// The programs of a task, best first.
  ///
  /// @param task a key
  synchronized List<Program> programs(String task) throws IOException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT text FROM entry JOIN program USING(digest) WHERE task = ?" + ORDER)) {
      query.setString(1, task);
      List<Program> programs = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Programs read = ProgramReader.parse(file.toString(), rows.getString(1));
          if (!read.problems().isEmpty()) {
            throw new IOException(read.problems().getFirst().toString());
          }
          programs.addAll(read.programs());
        }
      }
      return programs;
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  /// Adds programs to a task; the best of all stay.
  ///
  /// @param task a key
  void add(String task, List<Candidate> candidates) throws IOException {
    change(
        () -> {
          for (Candidate candidate : candidates) {
            insert(task, candidate);
          }
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM entry WHERE task = ?1 AND digest NOT IN"
                      + " (SELECT digest FROM entry WHERE task = ?1"
                      + ORDER
                      + " LIMIT "
                      + MOST
                      + ")")) {
            delete.setString(1, task);
            delete.executeUpdate();
          }
        });
  }

  private void insert(String task, Candidate candidate) throws SQLException {
    try (PreparedStatement program =
            connection.prepareStatement("INSERT OR IGNORE INTO program VALUES(?, ?)");
        PreparedStatement entry =
            connection.prepareStatement(
                "INSERT INTO entry VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                    + " correct = excluded.correct, similarity = excluded.similarity,"
                    + " lines = excluded.lines, steps = excluded.steps")) {
      program.setString(1, candidate.digest());
      program.setString(2, candidate.program().text());
      program.executeUpdate();
      Score score = candidate.score();
      entry.setString(1, task);
      entry.setString(2, candidate.digest());
      entry.setInt(3, score.right());
      entry.setDouble(4, score.similarity());
      entry.setInt(5, score.lines());
      entry.setLong(6, score.steps());
      entry.executeUpdate();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  @FunctionalInterface
  private interface Change {
    void run() throws SQLException;
  }

  /// As a whole, and alone with the file.
  private synchronized void change(Change change) throws IOException {
    try {
      execute("BEGIN IMMEDIATE");
      try {
        change.run();
        execute("COMMIT");
      } catch (SQLException | ConfigurationException e) {
        rollback(e);
        throw e;
      }
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  /// After some errors SQLite has done so itself, and refuses.
  private void rollback(Exception cause) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static IOException failure(Path file, SQLException e) {
    if (e instanceof SQLiteException sqlite
        && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB) {
      throw new ConfigurationException(noStore(file));
    }
    return new IOException("%s: store of programs: %s".formatted(file, e.getMessage()), e);
  }
}
