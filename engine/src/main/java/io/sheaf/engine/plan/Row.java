package io.sheaf.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of a table: String, Long, Double or Boolean in each cell, null where there is no value.
///
/// @param table the table's name
/// @param cells in the order of the table's columns; NaN becomes null
public record Row(String table, List<@Nullable Object> cells) {
  public Row {
    @Nullable Object[] checked = new Object[cells.size()];
    for (int i = 0; i < checked.length; i++) {
      checked[i] = checked(cells.get(i));
    }
    cells = Collections.unmodifiableList(Arrays.asList(checked));
  }

  private static @Nullable Object checked(@Nullable Object cell) {
    return switch (cell) {
      case null -> null;
      case Integer number -> number.longValue();
      case Double number when number.isNaN() -> null;
      case Double number when number.isInfinite() ->
          throw new IllegalArgumentException("an infinite number in a row of results");
      case Double _, Long _, Boolean _, String _ -> cell;
      default ->
          throw new IllegalArgumentException(
              "a " + cell.getClass().getName() + ", expected text, number or flag");
    };
  }

  /// The number in a cell, NaN where there is none.
  public double number(int column) {
    return cells.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  public String text(int column) {
    return String.valueOf(cells.get(column));
  }

  /// A copy with one cell replaced.
  public Row with(int column, @Nullable Object value) {
    List<@Nullable Object> changed = new ArrayList<>(cells);
    changed.set(column, value);
    return new Row(table, changed);
  }
}
