package io.sheaf.arc.synth;

import io.sheaf.arc.value.Grid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// Draws inputs. Confined to one thread.
final class Scenes {
  private static final int COLOURS = 10;
  private static final int TRIES = 200;
  private static final byte LINE = 5;

  private final SplittableRandom random;
  private boolean isTall;

  Scenes(SplittableRandom random) {
    this.random = random;
  }

  /// A grid in the making, black at first.
  private static final class Sheet {
    private final int height;
    private final int width;
    private final byte[] cells;

    private Sheet(int height, int width) {
      this.height = height;
      this.width = width;
      this.cells = new byte[height * width];
    }

    private void set(int row, int column, int colour) {
      cells[row * width + column] = (byte) colour;
    }

    private int at(int row, int column) {
      return cells[row * width + column];
    }

    private Grid grid() {
      return Grid.of(cells, width);
    }
  }

  /// A rectangle of cells.
  private record Area(int top, int left, int height, int width) {
    boolean touches(Area other, int gap) {
      return top < other.top + other.height + gap
          && other.top < top + height + gap
          && left < other.left + other.width + gap
          && other.left < left + width + gap;
    }

    int size() {
      return height * width;
    }
  }

  private int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  private int colour() {
    return between(1, COLOURS - 1);
  }

  /// Different colours other than black.
  private List<Integer> colours(int n) {
    List<Integer> all = new ArrayList<>();
    while (all.size() < n) {
      int colour = colour();
      if (!all.contains(colour)) {
        all.add(colour);
      }
    }
    return all;
  }

  private Sheet noise(int height, int width) {
    Sheet sheet = new Sheet(height, width);
    List<Integer> palette = colours(between(3, 5));
    for (int i = 0; i < sheet.cells.length; i++) {
      sheet.cells[i] = (byte) (int) palette.get(random.nextInt(palette.size()));
    }
    return sheet;
  }

  /// Cells of three to five colours at random.
  Grid noise() {
    return noise(between(3, 9), between(3, 9)).grid();
  }

  Grid largeNoise() {
    return noise(between(6, 12), between(6, 12)).grid();
  }

  /// Noise of which each cell is a square of four.
  Grid doubled() {
    Sheet small = noise(between(2, 7), between(2, 7));
    Sheet sheet = new Sheet(2 * small.height, 2 * small.width);
    for (int i = 0; i < sheet.height; i++) {
      for (int j = 0; j < sheet.width; j++) {
        sheet.set(i, j, small.at(i / 2, j / 2));
      }
    }
    return sheet.grid();
  }

  /// Noise, taller than wide and wider than tall in turn.
  Grid tallOrWide() {
    isTall = !isTall;
    int longer = between(5, 9);
    int shorter = between(3, longer - 1);
    return (isTall ? noise(longer, shorter) : noise(shorter, longer)).grid();
  }

  Grid threeParts() {
    return noise(between(2, 6), 3 * between(2, 6)).grid();
  }

  /// Areas of different sizes on a sheet, two cells apart, none at the margin.
  private List<Area> areas(Sheet sheet, int most, int least) {
    List<Area> areas = new ArrayList<>();
    Set<Integer> sizes = new HashSet<>();
    for (int attempt = 0; attempt < TRIES && areas.size() < most; attempt++) {
      int height = between(least, 5);
      int width = between(least, 5);
      Area area =
          new Area(
              between(1, sheet.height - height - 1),
              between(1, sheet.width - width - 1),
              height,
              width);
      if (areas.stream().noneMatch(other -> other.touches(area, 2)) && sizes.add(area.size())) {
        areas.add(area);
      }
    }
    return areas;
  }

  private Sheet wide() {
    return new Sheet(between(14, 18), between(14, 18));
  }

  private static void fill(Sheet sheet, Area area, int colour) {
    for (int i = 0; i < area.height; i++) {
      for (int j = 0; j < area.width; j++) {
        sheet.set(area.top + i, area.left + j, colour);
      }
    }
  }

  private Sheet rectangles(List<Integer> palette) {
    Sheet sheet = wide();
    List<Area> areas = areas(sheet, palette.size(), 2);
    for (int i = 0; i < areas.size(); i++) {
      fill(sheet, areas.get(i), palette.get(i));
    }
    return sheet;
  }

  /// Filled rectangles, each of another size and colour.
  Grid rectangles() {
    return rectangles(colours(between(3, 5))).grid();
  }

  /// Rectangles of which the first is of colour 8.
  Grid oneOfColour() {
    List<Integer> palette = colours(4);
    palette.removeIf(colour -> colour == 8);
    palette.addFirst(8);
    return rectangles(palette).grid();
  }

  /// Rectangles one cell thick.
  Grid rings() {
    Sheet sheet = wide();
    int colour = between(5, COLOURS - 1);
    for (Area area : areas(sheet, between(2, 4), 3)) {
      fill(sheet, area, colour);
      fill(sheet, new Area(area.top + 1, area.left + 1, area.height - 2, area.width - 2), 0);
    }
    return sheet.grid();
  }

  /// Rectangles, and single cells of another colour apart from them.
  Grid speckled() {
    List<Integer> palette = colours(4);
    Sheet sheet = rectangles(palette.subList(0, 3));
    for (int n = between(3, 6); n > 0; n--) {
      int row = between(1, sheet.height - 2);
      int column = between(1, sheet.width - 2);
      if (isFree(sheet, row, column)) {
        sheet.set(row, column, palette.get(3));
      }
    }
    return sheet.grid();
  }

  private static boolean isFree(Sheet sheet, int row, int column) {
    for (int i = row - 1; i <= row + 1; i++) {
      for (int j = column - 1; j <= column + 1; j++) {
        if (sheet.at(i, j) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /// Two cells of colour 3 in one row or column.
  Grid twoInLine() {
    Sheet sheet = new Sheet(between(6, 14), between(6, 14));
    if (random.nextBoolean()) {
      int row = between(0, sheet.height - 1);
      sheet.set(row, between(0, 1), 3);
      sheet.set(row, between(4, sheet.width - 1), 3);
    } else {
      int column = between(0, sheet.width - 1);
      sheet.set(between(0, 1), column, 3);
      sheet.set(between(4, sheet.height - 1), column, 3);
    }
    return sheet.grid();
  }

  /// A few cells of colour 2, far from each other.
  Grid dots() {
    Sheet sheet = new Sheet(between(9, 15), between(9, 15));
    for (int n = between(1, 3); n > 0; n--) {
      int row = between(1, sheet.height - 2);
      int column = between(1, sheet.width - 2);
      if (isFree(sheet, row, column)) {
        sheet.set(row, column, 2);
      }
    }
    return sheet.grid();
  }

  /// A block of colour 1 and a wall of colour 2 to one side of it.
  Grid falling() {
    Sheet sheet = new Sheet(between(9, 14), between(9, 14));
    int wall = between(0, 1);
    int left = between(1, sheet.width - 4);
    boolean below = random.nextBoolean();
    int bottom = below ? sheet.height - 1 - wall : wall;
    for (int j = left; j < left + 3; j++) {
      sheet.set(bottom, j, 2);
    }
    int top = below ? between(0, 3) : sheet.height - 1 - between(1, 3);
    sheet.set(top, left + 1, 1);
    if (random.nextBoolean()) {
      sheet.set(top, left, 1);
      sheet.set(top, left + 2, 1);
    }
    return sheet.grid();
  }

  /// Noise in which the colours 1 and 2 are frequent.
  Grid twoColours() {
    Sheet sheet = noise(between(4, 9), between(4, 9));
    for (int i = 0; i < sheet.cells.length; i++) {
      int draw = random.nextInt(4);
      sheet.cells[i] = draw < 2 ? (byte) (draw + 1) : sheet.cells[i];
    }
    return sheet.grid();
  }

  private Grid halves(int first, int second) {
    Sheet sheet = new Sheet(between(3, 7), 2 * between(3, 7));
    for (int i = 0; i < sheet.height; i++) {
      for (int j = 0; j < sheet.width; j++) {
        int colour = j < sheet.width / 2 ? first : second;
        sheet.set(i, j, random.nextBoolean() ? colour : 0);
      }
    }
    return sheet.grid();
  }

  /// Two patterns side by side, of colours 1 and 2.
  Grid halves() {
    return halves(1, 2);
  }

  /// Two patterns of one colour side by side.
  Grid equalHalves() {
    int colour = colour();
    return halves(colour, colour);
  }

  /// Noise with lines through it.
  Grid lattice() {
    Sheet sheet = noise(between(7, 12), between(7, 12));
    int row = between(2, sheet.height - 3);
    int column = between(2, sheet.width - 3);
    for (int j = 0; j < sheet.width; j++) {
      sheet.set(row, j, LINE);
    }
    for (int i = 0; i < sheet.height; i++) {
      sheet.set(i, column, LINE);
    }
    return sheet.grid();
  }

  /// Noise of which some rows come again below.
  Grid repeatedRows() {
    int height = between(3, 6);
    Sheet once = noise(height, between(3, 8));
    Sheet sheet = new Sheet(height + between(2, 4), once.width);
    for (int i = 0; i < sheet.height; i++) {
      int row = i < height ? i : random.nextInt(height);
      System.arraycopy(once.cells, row * once.width, sheet.cells, i * once.width, once.width);
    }
    return sheet.grid();
  }

  /// Objects of three by three cells, of which only the first is like its mirror image.
  Grid oneSymmetric() {
    Sheet sheet = new Sheet(between(5, 7), 13);
    int which = random.nextInt(3);
    List<Integer> palette = colours(3);
    for (int k = 0; k < 3; k++) {
      int middle = 2 + 4 * k;
      int top = between(1, sheet.height - 4);
      for (int i = 0; i < 3; i++) {
        sheet.set(top + i, middle, palette.get(k));
      }
      boolean[] left = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
      int odd = random.nextInt(3);
      int wide = random.nextInt(3);
      left[wide] = true;
      for (int i = 0; i < 3; i++) {
        boolean isSame = k == which || i == wide;
        boolean isTurned = i == odd || i == (wide + 1) % 3;
        boolean right = isSame ? left[i] : left[i] != isTurned;
        sheet.set(top + i, middle - 1, left[i] ? palette.get(k) : 0);
        sheet.set(top + i, middle + 1, right ? palette.get(k) : 0);
      }
    }
    return sheet.grid();
  }
}
