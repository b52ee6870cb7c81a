package io.sheaf.engine.plan;

import java.util.List;

/// A table that a workload writes, as `<name>.csv`.
///
/// @param name a plain word
/// @param columns in order
/// @param key names of the columns that tell rows apart
/// @param presence whether the file is written when it has no rows
public record Table(String name, List<Column> columns, List<String> key, Presence presence) {
  /// Whether an empty table is written.
  public enum Presence {
    ALWAYS,
    IF_ANY
  }

  /// What a column holds.
  public enum Type {
    TEXT,
    WHOLE,
    NUMBER,
    FLAG
  }

  /// A column of the table.
  ///
  /// @param overAll known only from all units together: empty in the table of a shard
  public record Column(String name, Type type, boolean overAll) {}

  public Table {
    if (!name.matches("[A-Za-z0-9_]+")) {
      throw new IllegalArgumentException("table `" + name + "`, expected letters, digits and _");
    }
    columns = List.copyOf(columns);
    key = List.copyOf(key);
  }

  public String fileName() {
    return name + ".csv";
  }

  /// Position of a column.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public int index(String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException("table " + name + " has no column " + column);
  }
}
