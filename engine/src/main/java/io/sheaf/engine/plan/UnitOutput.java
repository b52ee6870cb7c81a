package io.sheaf.engine.plan;

import java.util.List;

/// What a unit found.
///
/// @param rows of any of the workload's tables
/// @param artefacts files it has left in its scratch directory
public record UnitOutput(List<Row> rows, List<Artefact> artefacts) {
  public UnitOutput {
    rows = List.copyOf(rows);
    artefacts = List.copyOf(artefacts);
  }

  /// Rows only.
  public UnitOutput(List<Row> rows) {
    this(rows, List.of());
  }
}
