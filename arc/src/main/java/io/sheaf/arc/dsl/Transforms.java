package io.sheaf.arc.dsl;

import static io.sheaf.arc.dsl.Arguments.container;
import static io.sheaf.arc.dsl.Arguments.tuple;
import static io.sheaf.arc.dsl.Arguments.whole;

import io.sheaf.arc.value.Container;
import io.sheaf.arc.value.ErrorKind;
import io.sheaf.arc.value.Failure;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.TupleValue;
import io.sheaf.arc.value.Value;
import java.util.Arrays;

/// Turns and mirrors.
final class Transforms {
  private Transforms() {}

  /// Which cell of the old grid comes to a place of the new one.
  @FunctionalInterface
  private interface Source {
    int of(int row, int column);
  }

  private static Grid grid(int height, int width, Grid old, Source source) {
    byte[] from = old.cells();
    byte[] cells = new byte[height * width];
    int at = 0;
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        cells[at++] = from[source.of(i, j)];
      }
    }
    return Grid.of(cells, width);
  }

  /// Rows as columns, cut to the shortest.
  static TupleValue transposed(TupleValue rows) {
    if (rows instanceof Grid grid) {
      int w = grid.width();
      return grid(w, grid.height(), grid, (i, j) -> j * w + i);
    }
    int width = rows.size() == 0 ? 0 : Integer.MAX_VALUE;
    for (int i = 0; i < rows.size(); i++) {
      width = Math.min(width, container(rows.get(i)).size());
    }
    Value[] columns = new Value[width];
    for (int j = 0; j < width; j++) {
      Value[] column = new Value[rows.size()];
      for (int i = 0; i < column.length; i++) {
        column[i] = container(rows.get(i)).get(j);
      }
      columns[j] = TupleValue.of(column);
    }
    return TupleValue.of(columns);
  }

  private static Value[] reversed(Value[] items) {
    for (int i = 0, j = items.length - 1; i < j; i++, j--) {
      Value item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
    return items;
  }

  /// The rows in opposite order, whatever they are.
  static TupleValue upsideDown(TupleValue rows) {
    if (rows instanceof Grid grid) {
      int w = grid.width();
      int last = grid.height() - 1;
      return grid(grid.height(), w, grid, (i, j) -> (last - i) * w + j);
    }
    return TupleValue.of(reversed(rows.toArray()));
  }

  /// Every row, which must be a tuple, in opposite order.
  static TupleValue leftRight(TupleValue rows) {
    if (rows instanceof Grid grid) {
      int w = grid.width();
      return grid(grid.height(), w, grid, (i, j) -> i * w + w - 1 - j);
    }
    Value[] items = rows.toArray();
    for (int i = 0; i < items.length; i++) {
      items[i] = TupleValue.of(reversed(tuple(items[i]).toArray()));
    }
    return TupleValue.of(items);
  }

  static TupleValue rot90(Value grid) {
    if (grid instanceof Grid cells) {
      int w = cells.width();
      int h = cells.height();
      return grid(w, h, cells, (i, j) -> (h - 1 - j) * w + i);
    }
    return transposed(upsideDown(tuple(grid)));
  }

  static TupleValue rot180(Value grid) {
    return leftRight(upsideDown(tuple(grid)));
  }

  static TupleValue rot270(Value grid) {
    if (grid instanceof Grid cells) {
      int w = cells.width();
      int h = cells.height();
      return grid(w, h, cells, (i, j) -> j * w + w - 1 - i);
    }
    return upsideDown(leftRight(transposed(upsideDown(tuple(grid)))));
  }

  static Value hmirror(Value piece) {
    return piece instanceof TupleValue rows ? upsideDown(rows) : Patches.hmirror(piece);
  }

  static Value vmirror(Value piece) {
    return piece instanceof TupleValue rows ? leftRight(rows) : Patches.vmirror(piece);
  }

  static Value dmirror(Value piece) {
    return piece instanceof TupleValue rows ? transposed(rows) : Patches.dmirror(piece);
  }

  static Value cmirror(Value piece) {
    return piece instanceof TupleValue rows
        ? transposed(leftRight(upsideDown(rows)))
        : Patches.vmirror(Patches.dmirror(Patches.vmirror(piece)));
  }

  /// Some rows of a tuple.
  static TupleValue rows(TupleValue of, int from, int to) {
    if (of instanceof Grid grid && from < to) {
      int w = grid.width();
      return Grid.of(Arrays.copyOfRange(grid.cells(), from * w, to * w), w);
    }
    return TupleValue.of(Arrays.copyOfRange(of.toArray(), Math.min(from, to), to));
  }

  static Value half(Value grid, boolean first) {
    TupleValue rows = tuple(grid);
    int half = rows.size() / 2;
    return first ? rows(rows, 0, half) : rows(rows, rows.size() - half, rows.size());
  }

  static Value halfAcross(Value grid, boolean first) {
    return rot270(half(rot90(grid), first));
  }

  /// A bound of a slice: negative ones count from the end, then it is put inside.
  private static int bound(long bound, int length) {
    return Math.clamp(bound < 0 ? bound + length : bound, 0, length);
  }

  private static TupleValue slice(TupleValue of, long from, long to) {
    int start = bound(from, of.size());
    return rows(of, start, Math.max(start, bound(to, of.size())));
  }

  static TupleValue crop(Value grid, Value start, Value dims) {
    TupleValue all = tuple(grid);
    long row = Arguments.wholeItem(start, 0);
    TupleValue rows = slice(all, row, row + Arguments.wholeItem(dims, 0));
    if (rows.size() == 0) {
      return rows;
    }
    long column = Arguments.wholeItem(start, 1);
    return columns(rows, column, column + Arguments.wholeItem(dims, 1));
  }

  private static TupleValue columns(TupleValue rows, long from, long to) {
    if (rows instanceof Grid grid) {
      int start = bound(from, grid.width());
      int width = bound(to, grid.width()) - start;
      if (width > 0) {
        int w = grid.width();
        return grid(grid.height(), width, grid, (i, j) -> i * w + start + j);
      }
    }
    Value[] items = rows.toArray();
    for (int i = 0; i < items.length; i++) {
      items[i] = slice(tuple(items[i]), from, to);
    }
    return TupleValue.of(items);
  }

  static Value subgrid(Value patch, Value grid) {
    return crop(grid, Measures.corner(patch, false, false), Measures.shape(patch));
  }

  static Value trim(Value grid) {
    TupleValue rows = slice(tuple(grid), 1, -1);
    return rows.size() == 0 ? rows : columns(rows, 1, -1);
  }

  /// Without full rows and columns of one colour.
  static Value compress(Value grid) {
    TupleValue rows = tuple(grid);
    boolean[] dropRow = Objects.uniform(rows);
    boolean[] dropColumn = Objects.uniform(transposed(rows));
    Value[] kept = new Value[rows.size()];
    int size = 0;
    for (int i = 0; i < dropRow.length; i++) {
      if (!dropRow[i]) {
        kept[size++] = without(container(rows.get(i)), dropColumn);
      }
    }
    return TupleValue.ofFirst(kept, size);
  }

  private static Value without(Container row, boolean[] drop) {
    Value[] kept = new Value[row.size()];
    int size = 0;
    for (int j = 0; j < kept.length; j++) {
      if (j >= drop.length || !drop[j]) {
        kept[size++] = row.get(j);
      }
    }
    return TupleValue.ofFirst(kept, size);
  }

  static Value split(Meter meter, Value grid, Value n, boolean across) {
    TupleValue rows = tuple(grid);
    long width = Arguments.width(rows);
    long parts = whole(n);
    if (parts == 0) {
      throw Failure.of(ErrorKind.ZERO, "a split into 0 parts");
    }
    meter.require(Math.max(0, parts));
    long length = across ? width : rows.size();
    long size = Math.floorDiv(length, parts);
    long step = size + (length % parts == 0 ? 0 : 1);
    Value[] items = new Value[(int) Math.max(0, parts)];
    for (int i = 0; i < items.length; i++) {
      items[i] =
          across
              ? columns(rows, i * step, i * step + size)
              : columns(slice(rows, i * step, i * step + size), 0, width);
    }
    return TupleValue.of(items);
  }
}
