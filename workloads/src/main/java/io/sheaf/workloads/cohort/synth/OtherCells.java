package io.sheaf.workloads.cohort.synth;

import java.util.List;

/// Plausible cells for the columns in which nothing is planted, and which sensors are silent.
///
/// Numbers wander around a level of their own, flags change now and then. The accelerometer misses
/// single rows, the watch and the location whole stretches. Confined to a thread.
final class OtherCells {
  private static final String ACCELEROMETER = "raw_acc";
  private static final List<String> FLAKY =
      List.of("watch_acceleration", "watch_heading", "location", "location_quick_features");
  private static final double SILENCES_PER_ROW = 1.0 / 400;
  private static final double RETURNS_PER_ROW = 1.0 / 60;
  private static final double CHANGES_PER_ROW = 1.0 / 40;

  private final Noise noise;

  /// By column: its sensor among [#FLAKY], after these the accelerometer, or -1.
  private final int[] sensors;

  private final boolean[] silent = new boolean[FLAKY.size() + 1];
  private final double[] levels;
  private final double[] wander;
  private final boolean[] flags;

  OtherCells(List<Column> columns, Noise noise) {
    this.noise = noise;
    int count = columns.size();
    sensors = columns.stream().map(Column::sensor).mapToInt(OtherCells::sensor).toArray();
    levels = new double[count];
    wander = new double[count];
    flags = new boolean[count];
    for (int i = 0; i < count; i++) {
      levels[i] = noise.uniform(-1, 4);
      flags[i] = noise.chance(0.2);
    }
  }

  private static int sensor(String name) {
    return name.equals(ACCELEROMETER) ? FLAKY.size() : FLAKY.indexOf(name);
  }

  /// Goes on to the next row.
  void advance(boolean accelerometerMissing) {
    for (int i = 0; i < FLAKY.size(); i++) {
      silent[i] ^= noise.chance(silent[i] ? RETURNS_PER_ROW : SILENCES_PER_ROW);
    }
    silent[FLAKY.size()] = accelerometerMissing;
  }

  boolean isMissing(int column) {
    return sensors[column] >= 0 && silent[sensors[column]];
  }

  double number(int column) {
    wander[column] = 0.9 * wander[column] + noise.uniform(-0.1, 0.1);
    return levels[column] + wander[column];
  }

  int flag(int column) {
    flags[column] ^= noise.chance(CHANGES_PER_ROW);
    return flags[column] ? 1 : 0;
  }
}
