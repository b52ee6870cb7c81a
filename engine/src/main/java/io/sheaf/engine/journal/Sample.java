package io.sheaf.engine.journal;

import java.sql.ResultSet;
import java.sql.SQLException;

/// What a process and all it has started used up to a moment.
///
/// @param timeMillis of the epoch
/// @param process `coordinator` or the worker's name
/// @param rssBytes memory it holds
/// @param cpuMillis processor time since it began, its ended children included
/// @param readBytes from storage since it began, -1 where the system does not tell
/// @param writtenBytes to storage since it began, -1 where the system does not tell
/// @param gpuBytes memory of graphics processors it holds, -1 where nothing tells
public record Sample(
    long timeMillis,
    String process,
    long pid,
    long rssBytes,
    long cpuMillis,
    long readBytes,
    long writtenBytes,
    long gpuBytes) {
  static final String COLUMNS = "time, process, pid, rss, cpu, read, written, gpu";

  /// @param row that begins with the [#COLUMNS]
  static Sample of(ResultSet row) throws SQLException {
    return new Sample(
        row.getLong(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8));
  }
}
