package io.sheaf.workloads.cohort.data;

/// What a reader asks of the order of the rows.
public enum RowOrder {
  /// Timestamps must increase; an earlier or equal one is an error.
  STRICT,

  /// Rows are taken as they stand, unchecked.
  AS_IS
}
