package io.sheaf.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// The tables of `run.db` and how they are opened.
///
/// `unit`, `attempt`, `phase`, `checkpoint`, `result`, `event`, `sample` and `prediction` hold
/// facts; `total` holds sums over them that are kept in the same transaction, so that readers never
/// scan a million rows.
final class Schema {
  static final int FORMAT = 3;
  private static final int BUSY_MILLIS = 10_000;

  // Pages of 4 KiB. A page that changes with every commit is written to its place once in so many.
  private static final int PAGES_IN_LOG = 8000;
  private static final int PAGES_IN_MEMORY = 4000;

  /// The part of a result code that names its kind: https://sqlite.org/rescode.html
  private static final int PRIMARY = 0xff;

  private static final Set<Integer> MACHINE =
      Stream.of(
              SQLiteErrorCode.SQLITE_IOERR,
              SQLiteErrorCode.SQLITE_FULL,
              SQLiteErrorCode.SQLITE_NOMEM,
              SQLiteErrorCode.SQLITE_BUSY,
              SQLiteErrorCode.SQLITE_PERM,
              SQLiteErrorCode.SQLITE_READONLY,
              SQLiteErrorCode.SQLITE_CANTOPEN)
          .map(code -> code.code)
          .collect(Collectors.toUnmodifiableSet());

  /// What SQLite says where a write-ahead log has no shared memory.
  private static final Set<SQLiteErrorCode> CANNOT_SHARE =
      Set.of(
          SQLiteErrorCode.SQLITE_IOERR_SHMOPEN,
          SQLiteErrorCode.SQLITE_IOERR_SHMSIZE,
          SQLiteErrorCode.SQLITE_IOERR_SHMLOCK,
          SQLiteErrorCode.SQLITE_IOERR_SHMMAP,
          SQLiteErrorCode.SQLITE_PROTOCOL);

  private static final String[] TABLES = {
    "CREATE TABLE unit(idx INTEGER PRIMARY KEY, id TEXT NOT NULL, grp TEXT NOT NULL,"
        + " weight REAL NOT NULL, parameters TEXT NOT NULL, inputs TEXT NOT NULL,"
        + " mine INTEGER NOT NULL)",
    "CREATE TABLE attempt(unit INTEGER NOT NULL, epoch INTEGER NOT NULL, why TEXT NOT NULL,"
        + " started INTEGER NOT NULL, worker TEXT, wall INTEGER, cpu INTEGER, outcome TEXT,"
        + " message TEXT, crc INTEGER, PRIMARY KEY(unit, epoch)) WITHOUT ROWID",
    "CREATE INDEX attempt_open ON attempt(unit) WHERE outcome IS NULL",
    "CREATE TABLE phase(unit INTEGER NOT NULL, epoch INTEGER NOT NULL, name TEXT NOT NULL,"
        + " calls INTEGER NOT NULL, wall INTEGER NOT NULL, cpu INTEGER NOT NULL,"
        + " first INTEGER NOT NULL, last INTEGER NOT NULL,"
        + " PRIMARY KEY(unit, epoch, name)) WITHOUT ROWID",
    "CREATE TABLE checkpoint(unit INTEGER PRIMARY KEY, key TEXT NOT NULL, content BLOB NOT NULL,"
        + " crc INTEGER NOT NULL)",
    "CREATE TABLE result(unit INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, outcome TEXT NOT NULL,"
        + " content TEXT NOT NULL, crc INTEGER NOT NULL)",
    "CREATE TABLE event(seq INTEGER PRIMARY KEY, time INTEGER NOT NULL, kind TEXT NOT NULL,"
        + " detail TEXT NOT NULL, crc INTEGER NOT NULL)",
    "CREATE TABLE sample(time INTEGER NOT NULL, process TEXT NOT NULL, pid INTEGER NOT NULL,"
        + " rss INTEGER NOT NULL, cpu INTEGER NOT NULL, read INTEGER NOT NULL,"
        + " written INTEGER NOT NULL, gpu INTEGER NOT NULL)",
    "CREATE TABLE prediction(time INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL)",
    "CREATE TABLE total(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "PRAGMA user_version = " + FORMAT
  };

  private Schema() {}

  /// Opens a new file and makes the tables; without a write-ahead log, so that the file is all
  /// there is once it is closed.
  static Connection create(Path file) throws SQLException {
    Connection connection = connect(uri(file), writing(SQLiteConfig.JournalMode.DELETE));
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String table : TABLES) {
        statement.executeUpdate(table);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /// Opens a journal to write, with a write-ahead log. Where the file system cannot map memory that
  /// processes share, as on network mounts, with a rollback journal, in which readers wait for the
  /// writer.
  static Connection write(Path file) throws IOException, SQLException {
    Connection connection = openToWrite(uri(file), file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint = " + PAGES_IN_LOG);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  static Connection openToWrite(String uri, Path file) throws IOException, SQLException {
    try {
      return checked(uri, file, writing(SQLiteConfig.JournalMode.WAL));
    } catch (SQLiteException e) {
      if (!CANNOT_SHARE.contains(e.getResultCode())) {
        throw e;
      }
      return checked(uri, file, writing(SQLiteConfig.JournalMode.DELETE));
    }
  }

  static Connection read(Path file) throws IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    try {
      return checked(isAtRest(file) ? uri(file) + "?immutable=1" : uri(file), file, config);
    } catch (SQLException e) {
      throw unreadable(file, " is not a journal", e);
    }
  }

  /// What kept SQLite from reading a journal: its content, or the disk it lies on.
  static IOException unreadable(Path file, String what, SQLException e) {
    String message = file + what + ": " + e.getMessage();
    return e instanceof SQLiteException sqlite && isOfTheMachine(sqlite.getResultCode())
        ? new IOException(message, e)
        : new CorruptJournalException(message, e);
  }

  /// A file that is too short is an error of reading too, but not the machine's.
  private static boolean isOfTheMachine(SQLiteErrorCode code) {
    return switch (code) {
      case SQLITE_IOERR_SHORT_READ, SQLITE_IOERR_CORRUPTFS -> false;
      default -> MACHINE.contains(code.code & PRIMARY);
    };
  }

  private static SQLiteConfig writing(SQLiteConfig.JournalMode mode) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(mode);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(PAGES_IN_MEMORY);
    return config;
  }

  /// A name in which every character of a path is allowed.
  private static String uri(Path file) {
    return file.toUri().toString();
  }

  /// On a disk that cannot be written nobody writes, and SQLite cannot make the files in which
  /// readers and writers would agree.
  private static boolean isAtRest(Path file) {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    Path directory = file.toAbsolutePath().getParent();
    return directory != null && !Files.isWritable(directory) && !Files.exists(log);
  }

  private static Connection connect(String uri, SQLiteConfig config) throws SQLException {
    return config.createConnection("jdbc:sqlite:" + uri);
  }

  private static Connection checked(String uri, Path file, SQLiteConfig config)
      throws IOException, SQLException {
    Connection connection = connect(uri, config);
    try {
      checkFormat(connection, file);
      return connection;
    } catch (IOException | SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static void checkFormat(Connection connection, Path file)
      throws IOException, SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet version = statement.executeQuery("PRAGMA user_version")) {
      int format = version.next() ? version.getInt(1) : 0;
      if (format != FORMAT) {
        throw new CorruptJournalException(
            "%s has journal format %d, this version of Sheaf reads format %d; run.yaml names the version that wrote it"
                .formatted(file, format, FORMAT));
      }
    }
  }
}
