package io.sheaf.workloads.te;

/// Local information by row of the target. Immutable; owns its arrays.
public final class LocalValues {
  private final int[] rows;
  private final double[] nats;

  LocalValues(int[] rows, double[] nats) {
    this.rows = rows;
    this.nats = nats;
  }

  /// The number of samples.
  public int size() {
    return rows.length;
  }

  /// The row of a sample in the table, from 0.
  public int row(int i) {
    return rows[i];
  }

  /// What the sample contributes, in nats.
  public double nats(int i) {
    return nats[i];
  }
}
