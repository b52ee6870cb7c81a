package io.sheaf.arc;

import io.sheaf.arc.value.Grid;
import java.util.Random;

/// Random grids for tests.
public final class RandomGrids {
  private RandomGrids() {}

  /// The seed of all random tests.
  public static long seed() {
    return Long.getLong("seed", 20261122);
  }

  /// A grid of 1 to `side` cells a side and a few colours.
  public static Grid grid(Random random, int side) {
    int width = 1 + random.nextInt(side);
    byte[] cells = new byte[width * (1 + random.nextInt(side))];
    int colours = 2 + random.nextInt(4);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (byte) random.nextInt(colours);
    }
    return Grid.of(cells, width);
  }
}
