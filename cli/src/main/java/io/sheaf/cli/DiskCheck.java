package io.sheaf.cli;

import io.sheaf.engine.execute.Site;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteConfig;

/// The place where runs are to be kept: space, permission to write, and a journal that commits.
record DiskCheck(Path runs) {
  private static final long LITTLE_SPACE_BYTES = 1L << 30;
  private static final double SLOW_MILLIS = 50;
  private static final int COMMITS = 15;

  List<Finding> findings() {
    Path folder = firstThatExists(runs);
    List<Finding> findings = new ArrayList<>(List.of(space(folder)));
    try {
      Path aside = Files.createTempDirectory(folder, ".sheaf-doctor");
      try {
        findings.add(Finding.good("write access", folder.toString()));
        findings.add(journal(aside.resolve("probe.db")));
      } finally {
        Site.delete(aside);
      }
    } catch (IOException e) {
      findings.add(
          Finding.missing(
              "write access",
              Complaints.line(e),
              "give a directory of yours with --runs or --out"));
    }
    return findings;
  }

  private static Path firstThatExists(Path path) {
    Path parent = path.getParent();
    return Files.isDirectory(path) || parent == null ? path : firstThatExists(parent);
  }

  private static Finding space(Path folder) {
    try {
      FileStore store = Files.getFileStore(folder);
      String detail =
          "%s free in %s (%s)"
              .formatted(MachineCheck.gibibytes(store.getUsableSpace()), folder, store.type());
      return store.getUsableSpace() < LITTLE_SPACE_BYTES
          ? Finding.weak("disk", detail, "make room")
          : Finding.good("disk", detail);
    } catch (IOException e) {
      return Finding.weak("disk", Complaints.line(e), "give another directory with --runs");
    }
  }

  /// Commits as a run does: write-ahead log, every commit synced.
  private static Finding journal(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("CREATE TABLE probe(x)");
      double[] millis = new double[COMMITS];
      for (int i = 0; i < COMMITS; i++) {
        long began = System.nanoTime();
        statement.executeUpdate("INSERT INTO probe VALUES(1)");
        millis[i] = (System.nanoTime() - began) / 1e6;
      }
      Arrays.sort(millis);
      double median = millis[COMMITS / 2];
      String detail =
          String.format(Locale.ROOT, "SQLite commits in %.1f ms (median of %d)", median, COMMITS);
      return median > SLOW_MILLIS
          ? Finding.weak("journal", detail, "keep runs on a local disk")
          : Finding.good("journal", detail);
    } catch (SQLException | UnsatisfiedLinkError e) {
      return Finding.missing(
          "journal",
          "SQLite does not work here: " + e.getMessage(),
          "keep runs on a local disk; the temporary folder must allow programs");
    }
  }
}
