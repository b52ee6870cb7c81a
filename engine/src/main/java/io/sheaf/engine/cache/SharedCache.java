package io.sheaf.engine.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Values by the digest of everything they depend on, in one file for all threads and processes of
/// a machine. Thread-safe.
///
/// A value is there whole or not at all. When the values together are larger than the limit, those
/// that were used least recently go. Losing the file loses time and nothing else, so the last
/// moments before a loss of power may be lost.
public final class SharedCache implements AutoCloseable {
  private static final int FORMAT = 1;
  private static final int BUSY_MILLIS = 10_000;
  private static final long USED_AGAIN_MILLIS = 60_000;
  private static final String[] TABLES = {
    "CREATE TABLE IF NOT EXISTS entry(key TEXT PRIMARY KEY, value BLOB NOT NULL,"
        + " bytes INTEGER NOT NULL, nanos INTEGER NOT NULL, used INTEGER NOT NULL,"
        + " crc INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS entry_used ON entry(used)",
    "CREATE TABLE IF NOT EXISTS size(id INTEGER PRIMARY KEY CHECK(id = 0),"
        + " entries INTEGER NOT NULL, bytes INTEGER NOT NULL)",
    "INSERT OR IGNORE INTO size VALUES(0, 0, 0)",
    "CREATE TRIGGER IF NOT EXISTS added AFTER INSERT ON entry BEGIN"
        + " UPDATE size SET entries = entries + 1, bytes = bytes + new.bytes; END",
    "CREATE TRIGGER IF NOT EXISTS removed AFTER DELETE ON entry BEGIN"
        + " UPDATE size SET entries = entries - 1, bytes = bytes - old.bytes; END",
    "PRAGMA user_version = " + FORMAT
  };

  private final Path file;
  private final long limitBytes;
  private @Nullable Connection connection;

  /// A value that was found.
  ///
  /// @param value the bytes
  /// @param nanos what computing it took
  @SuppressWarnings("ArrayRecordComponent") // handed over, not kept
  public record Found(byte[] value, long nanos) {}

  private record Entry(Found found, long used) {}

  /// What is there.
  ///
  /// @param entries number of values
  /// @param bytes of the values together
  /// @param limitBytes more than which is not kept
  public record Size(long entries, long bytes, long limitBytes) {}

  /// The cache in a file, which is opened or made when it is first used. A file that is no cache is
  /// put aside then.
  ///
  /// @param limitBytes more than which is not kept
  public SharedCache(Path file, long limitBytes) {
    this.file = file;
    this.limitBytes = limitBytes;
  }

  public Path file() {
    return file;
  }

  private Connection connection() throws IOException, SQLException {
    if (connection == null) {
      connection = open(file);
    }
    return connection;
  }

  private static Connection open(Path file) throws IOException, SQLException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    try {
      return connectInTurn(file);
    } catch (SQLException e) {
      if (!isDamage(e)) {
        throw e;
      }
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
      return connectInTurn(file);
    }
  }

  /// The value of a key, if it is there and undamaged.
  public synchronized Optional<Found> find(String key) throws IOException {
    try {
      Optional<Entry> entry = read(key);
      if (entry.isPresent()) {
        // After the query has ended: a reader that turns into a writer is refused when others
        // wrote.
        touch(key, entry.get().used());
      }
      return entry.map(Entry::found);
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  private Optional<Entry> read(String key) throws IOException, SQLException {
    try (PreparedStatement query =
        connection().prepareStatement("SELECT value, nanos, used, crc FROM entry WHERE key = ?")) {
      query.setString(1, key);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        byte[] value = row.getBytes(1);
        if (value == null || crc(value) != row.getLong(4)) {
          return Optional.empty();
        }
        return Optional.of(new Entry(new Found(value, row.getLong(2)), row.getLong(3)));
      }
    }
  }

  /// Keeps a value.
  ///
  /// @param nanos what computing it took
  public synchronized void put(String key, byte[] value, long nanos) throws IOException {
    try (PreparedStatement delete =
            connection().prepareStatement("DELETE FROM entry WHERE key = ?");
        PreparedStatement insert =
            connection().prepareStatement("INSERT OR IGNORE INTO entry VALUES(?, ?, ?, ?, ?, ?)")) {
      begin();
      delete.setString(1, key);
      delete.executeUpdate();
      insert.setString(1, key);
      insert.setBytes(2, value);
      insert.setLong(3, value.length);
      insert.setLong(4, nanos);
      insert.setLong(5, System.currentTimeMillis());
      insert.setLong(6, crc(value));
      insert.executeUpdate();
      shrink(limitBytes);
      execute("COMMIT");
    } catch (SQLException e) {
      rollback(e);
      throw failure(file, e);
    }
  }

  public synchronized Size size() throws IOException {
    try (Statement statement = connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT entries, bytes FROM size")) {
      row.next();
      return new Size(row.getLong(1), row.getLong(2), limitBytes);
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  /// Removes what was used least recently until no more than that is left, and gives the room back
  /// to the disk.
  public synchronized void shrinkTo(long bytes) throws IOException {
    try {
      begin();
      shrink(bytes);
      execute("COMMIT");
      execute("VACUUM");
    } catch (SQLException e) {
      rollback(e);
      throw failure(file, e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw failure(file, e);
    }
  }

  /// Which values were used lately matters to the minute only.
  private void touch(String key, long used) throws IOException, SQLException {
    long now = System.currentTimeMillis();
    if (now - used > USED_AGAIN_MILLIS) {
      try (PreparedStatement update =
          connection().prepareStatement("UPDATE entry SET used = ? WHERE key = ?")) {
        update.setLong(1, now);
        update.setString(2, key);
        update.executeUpdate();
      }
    }
  }

  private void shrink(long bytes) throws IOException, SQLException {
    try (PreparedStatement delete =
        connection()
            .prepareStatement(
                "DELETE FROM entry WHERE key IN (SELECT key FROM (SELECT key,"
                    + " sum(bytes) OVER (ORDER BY used DESC, key) AS kept FROM entry)"
                    + " WHERE kept > ?) AND (SELECT bytes FROM size) > ?")) {
      delete.setLong(1, bytes - bytes / 10);
      delete.setLong(2, bytes);
      if (isLarger(bytes)) {
        delete.executeUpdate();
      }
    }
  }

  private boolean isLarger(long bytes) throws IOException, SQLException {
    try (Statement statement = connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT bytes FROM size")) {
      return row.next() && row.getLong(1) > bytes;
    }
  }

  private void begin() throws IOException, SQLException {
    execute("BEGIN IMMEDIATE");
  }

  private void rollback(SQLException cause) {
    try {
      execute("ROLLBACK");
    } catch (IOException | SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private void execute(String sql) throws IOException, SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute(sql);
    }
  }

  /// Whoever turns a new file into one that many can read must be alone with it, and SQLite refuses
  /// the others at once instead of letting them wait.
  private static Connection connectInTurn(Path file) throws SQLException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BUSY_MILLIS);
    while (true) {
      try {
        return connect(file);
      } catch (SQLException e) {
        if (!isCode(e, SQLiteErrorCode.SQLITE_BUSY) || System.nanoTime() - end > 0) {
          throw e;
        }
        LockSupport.parkNanos(
            TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(1, 20)));
      }
    }
  }

  private static Connection connect(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setBusyTimeout(BUSY_MILLIS);
    Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri());
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      checkFormat(statement);
      for (String table : TABLES) {
        statement.executeUpdate(table);
      }
      statement.execute("COMMIT");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static void checkFormat(Statement statement) throws SQLException {
    try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
      if (version.getInt(1) > FORMAT) {
        throw new SQLException(
            "format %d, from a newer Sheaf; this one reads %d: name another file by --cache"
                .formatted(version.getInt(1), FORMAT));
      }
    }
  }

  private static boolean isDamage(SQLException e) {
    return isCode(e, SQLiteErrorCode.SQLITE_NOTADB) || isCode(e, SQLiteErrorCode.SQLITE_CORRUPT);
  }

  /// Of an extended code, the code it extends counts.
  private static boolean isCode(SQLException e, SQLiteErrorCode code) {
    return e instanceof SQLiteException sqlite && (sqlite.getResultCode().code & 0xff) == code.code;
  }

  private static long crc(byte[] value) {
    CRC32C crc = new CRC32C();
    crc.update(value);
    return crc.getValue();
  }

  private static IOException failure(Path file, SQLException e) {
    return new IOException(file + ": cache: " + e.getMessage(), e);
  }
}
