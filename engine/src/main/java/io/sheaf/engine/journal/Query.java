package io.sheaf.engine.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads rows of a journal. Confined to one thread.
record Query(Path file, Connection connection) implements AutoCloseable {
  static Query open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "there is no journal");
    }
    return new Query(file, Schema.read(file));
  }

  /// Takes one row.
  @FunctionalInterface
  interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  /// Hands over every row.
  void each(String sql, RowTaker taker, Object... values) throws IOException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    } catch (SQLException e) {
      throw unreadable(e);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new CorruptJournalException(file + ": has been altered: " + e.getMessage(), e);
    }
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Override
  public void close() throws IOException {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private IOException unreadable(SQLException e) {
    return Schema.unreadable(file, ": cannot be read", e);
  }
}
