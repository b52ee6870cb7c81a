package io.sheaf.arc.dsl;

import io.sheaf.arc.value.Cells;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.Place;
import io.sheaf.arc.value.SetBuilder;
import io.sheaf.arc.value.SetValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Connected objects of a grid of small numbers.
final class Growth {
  private final byte[] cells;
  private final int width;
  private final Regions regions;

  /// @param background the cell that belongs to no object; that of None for none
  Growth(byte[] cells, int width, byte background) {
    this.cells = cells;
    this.width = width;
    int[] colours = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      colours[i] = cells[i] - background;
    }
    this.regions = new Regions(colours, width);
  }

  /// The objects in the order of their first cells, each in the order in which it grew.
  SetValue objects(boolean univalued, int directions) {
    SetBuilder builder = new SetBuilder();
    for (int[] places : regions.grown(univalued, directions)) {
      long[] object = new long[places.length];
      for (int k = 0; k < places.length; k++) {
        int at = places[k];
        int colour = cells[at] == Grid.NONE ? Place.NO_COLOUR : cells[at];
        object[k] = Place.coloured(colour, Place.of(at / width, at % width));
      }
      builder.add(Cells.ofDistinct(object));
    }
    return builder.build();
  }

  /// Connected regions of numbered colours, 0 being the background.
  static final class Regions {
    private final int[] colours;
    private final int width;
    private final int height;
    private final boolean[] taken;
    // The level at which a place was last put among the candidates.
    private final int[] level;
    private int now;

    Regions(int[] colours, int width) {
      this.colours = colours;
      this.width = width;
      this.height = width == 0 ? 0 : colours.length / width;
      this.taken = new boolean[colours.length];
      this.level = new int[colours.length];
    }

    List<int[]> grown(boolean univalued, int directions) {
      List<int[]> all = new ArrayList<>();
      int[] joined = new int[colours.length];
      for (int seed = 0; seed < colours.length; seed++) {
        if (!taken[seed] && colours[seed] != 0) {
          int size = grow(seed, univalued, directions, joined);
          all.add(Arrays.copyOf(joined, size));
        }
      }
      return all;
    }

    /// Breadth first, level by level. A candidate that does not join may be looked at again.
    private int grow(int seed, boolean univalued, int directions, int[] joined) {
      int colour = colours[seed];
      int size = 1;
      joined[0] = seed;
      taken[seed] = true;
      for (int from = 0; from < size; ) {
        int end = size;
        now++;
        for (; from < end; from++) {
          int row = joined[from] / width;
          int column = joined[from] % width;
          for (int d = 0; d < directions; d++) {
            int i = row + Objects.STEPS[d][0];
            int j = column + Objects.STEPS[d][1];
            if (i >= 0 && i < height && j >= 0 && j < width) {
              int at = i * width + j;
              if (!taken[at] && level[at] != now) {
                level[at] = now;
                if (univalued ? colours[at] == colour : colours[at] != 0) {
                  taken[at] = true;
                  joined[size++] = at;
                }
              }
            }
          }
        }
      }
      return size;
    }
  }
}
