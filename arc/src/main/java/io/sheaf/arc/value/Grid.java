package io.sheaf.arc.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A rectangle of small numbers: a tuple of at least one row, each of the same length of at least
/// one. What has None in it, or other rows, is another tuple, and may look like a grid as well.
///
/// Numbers are from -127 to 127; -128 stands for None.
public final class Grid extends TupleValue {
  /// What stands for None in a cell.
  public static final byte NONE = Byte.MIN_VALUE;

  private final byte[] cells;
  private final int width;
  private final int height;
  private int hash;
  private @Nullable TupleValue @Nullable [] rows;

  private Grid(byte[] cells, int width) {
    super(1L + cells.length);
    this.cells = cells;
    this.width = width;
    this.height = cells.length / width;
  }

  /// A grid.
  ///
  /// @param cells row by row, height * width of them; owned by the grid from now on
  /// @param width at least 1, a divisor of the length
  /// @return the grid
  /// @throws IllegalArgumentException if that is no rectangle
  public static Grid of(byte[] cells, int width) {
    if (width < 1 || cells.length == 0 || cells.length % width != 0) {
      throw new IllegalArgumentException(
          "%d cells, width = %d, expected a rectangle".formatted(cells.length, width));
    }
    return new Grid(cells, width);
  }

  /// The grid of these rows, or null if they are none.
  static @Nullable Grid ofRows(Value[] items) {
    int width = ((TupleValue) items[0]).size();
    byte[] cells = new byte[Math.multiplyExact(items.length, width)];
    for (int i = 0; i < items.length; i++) {
      if (!(items[i] instanceof TupleValue row) || row.size() != width || !row.isRow()) {
        return null;
      }
      for (int j = 0; j < width; j++) {
        cells[i * width + j] = row.cell(j);
      }
    }
    return new Grid(cells, width);
  }

  static boolean holds(long number) {
    return number > Byte.MIN_VALUE && number <= Byte.MAX_VALUE;
  }

  /// Whether a value can be a cell.
  ///
  /// @param value any
  /// @return whether it is a number from -127 to 127 or None
  public static boolean holds(Value value) {
    return value instanceof IntegerValue number
        ? holds(number.value())
        : value instanceof NoneValue;
  }

  /// The cell of a value.
  ///
  /// @param value one that [#holds] accepts
  /// @return its number, or [#NONE]
  public static byte packed(Value value) {
    return value instanceof IntegerValue number ? (byte) number.value() : NONE;
  }

  /// The value of a cell.
  ///
  /// @param cell a number, or [#NONE]
  /// @return the number, or None
  public static Value unpacked(byte cell) {
    return cell == NONE ? NoneValue.NONE : IntegerValue.of(cell);
  }

  /// The number of rows.
  ///
  /// @return at least 1
  public int height() {
    return height;
  }

  /// The number of columns.
  ///
  /// @return at least 1
  public int width() {
    return width;
  }

  /// The cell at a place.
  ///
  /// @param row in [0, height)
  /// @param column in [0, width)
  /// @return a number, or [#NONE]
  public byte at(int row, int column) {
    return cells[row * width + column];
  }

  /// The cells, row by row.
  ///
  /// @return the grid's own array, which must not be modified
  public byte[] cells() {
    return cells;
  }

  @Override
  public int size() {
    return height;
  }

  @Override
  public Value get(int index) {
    if (rows == null) {
      rows = new TupleValue[height];
    }
    TupleValue row = rows[index];
    if (row == null) {
      row = row(index);
      rows[index] = row;
    }
    return row;
  }

  private TupleValue row(int index) {
    Value[] items = new Value[width];
    for (int j = 0; j < width; j++) {
      items[j] = unpacked(cells[index * width + j]);
    }
    return of(items);
  }

  @Override
  boolean isRow() {
    return false;
  }

  @Override
  byte cell(int index) {
    throw new IllegalStateException("a grid is no row");
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Grid grid
            && grid.width == width
            && grid.hashCode() == hashCode()
            && Arrays.equals(grid.cells, cells));
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Mixing.mix(31L * Arrays.hashCode(cells) + width);
    }
    return hash;
  }
}
