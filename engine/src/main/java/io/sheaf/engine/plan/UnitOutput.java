package io.sheaf.engine.plan;

import java.util.List;

/// What a unit found.
///
/// @param rows of any of the workload's tables
public record UnitOutput(List<Row> rows) {
  public UnitOutput {
    rows = List.copyOf(rows);
  }
}
