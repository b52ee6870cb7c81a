package io.sheaf.workloads.cohort.synth;

/// Which columns a synthetic user file has.
public enum ColumnSet {
  /// The nine columns that the cohort workload reads, and the source of the labels.
  MINIMAL,

  /// All 278 columns: the timestamp, 225 features, 51 labels and the source of the labels.
  FULL
}
