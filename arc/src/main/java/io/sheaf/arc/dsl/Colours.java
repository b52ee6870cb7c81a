package io.sheaf.arc.dsl;

import static io.sheaf.arc.dsl.Arguments.container;
import static io.sheaf.arc.dsl.Arguments.nothing;
import static io.sheaf.arc.dsl.Arguments.two;

import io.sheaf.arc.value.CellValue;
import io.sheaf.arc.value.Cells;
import io.sheaf.arc.value.Container;
import io.sheaf.arc.value.Failure;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.IntegerValue;
import io.sheaf.arc.value.Place;
import io.sheaf.arc.value.SetBuilder;
import io.sheaf.arc.value.SetValue;
import io.sheaf.arc.value.TupleValue;
import io.sheaf.arc.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Colours of grids and objects.
final class Colours {
  private static final int BYTES = 256;

  private Colours() {}

  /// Goes through all colours: of a tuple, the items of its rows; of a set, the first halves.
  private static void forEach(Value element, Consumer<Value> action) {
    Container container = container(element);
    boolean rows = container instanceof TupleValue;
    for (int i = 0; i < container.size(); i++) {
      if (rows) {
        Container row = container(container.get(i));
        for (int j = 0; j < row.size(); j++) {
          action.accept(row.get(j));
        }
      } else {
        action.accept(two(container.get(i)).get(0));
      }
    }
  }

  /// The most or least frequent colour, the lowest of several.
  static Value common(Value element, boolean most) {
    if (element instanceof Grid grid) {
      Value fast = common(grid.cells(), most);
      if (fast != null) {
        return fast;
      }
    }
    Map<Value, Integer> counts = new LinkedHashMap<>();
    forEach(element, colour -> counts.merge(colour, 1, Integer::sum));
    int extreme =
        counts.values().stream()
            .reduce((a, b) -> most ? Math.max(a, b) : Math.min(a, b))
            .orElseThrow(Arguments::nothing);
    return lowest(
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() == extreme)
            .map(Map.Entry::getKey)
            .toList());
  }

  /// Where None is among the cells, order matters, and this is not for them: null.
  private static @Nullable Value common(byte[] cells, boolean most) {
    int[] counts = new int[BYTES];
    for (byte cell : cells) {
      counts[cell - Byte.MIN_VALUE]++;
    }
    if (counts[0] > 0) {
      return null;
    }
    int best = -1;
    for (int i = 0; i < BYTES; i++) {
      if (counts[i] > 0
          && (best < 0 || (most ? counts[i] > counts[best] : counts[i] < counts[best]))) {
        best = i;
      }
    }
    return IntegerValue.of(best + Byte.MIN_VALUE);
  }

  private static Value lowest(Iterable<Value> tied) {
    Value first = null;
    Value lowest = null;
    try {
      for (Value colour : tied) {
        first = first == null ? colour : first;
        lowest = lowest == null || colour.isLess(lowest) ? colour : lowest;
      }
    } catch (Failure _) {
      lowest = first;
    }
    if (lowest == null) {
      throw nothing();
    }
    return lowest;
  }

  static Value count(Value element, Value colour) {
    if (element instanceof Grid grid && Grid.holds(colour)) {
      byte wanted = Grid.packed(colour);
      int count = 0;
      for (byte cell : grid.cells()) {
        count += cell == wanted ? 1 : 0;
      }
      return IntegerValue.of(count);
    }
    if (element instanceof TupleValue rows) {
      for (int i = 0; i < rows.size(); i++) {
        if (!(rows.get(i) instanceof TupleValue)) {
          throw Containers.lacks("count", rows.get(i));
        }
      }
    }
    int[] count = new int[1];
    forEach(element, found -> count[0] += found.equals(colour) ? 1 : 0);
    return IntegerValue.of(count[0]);
  }

  static SetValue palette(Value element) {
    SetBuilder builder = new SetBuilder();
    if (element instanceof Grid grid) {
      boolean[] seen = new boolean[BYTES];
      for (byte cell : grid.cells()) {
        if (!seen[cell - Byte.MIN_VALUE]) {
          seen[cell - Byte.MIN_VALUE] = true;
          builder.add(Grid.unpacked(cell));
        }
      }
    } else {
      forEach(element, builder::add);
    }
    return builder.build();
  }

  static Value number(Value element) {
    return IntegerValue.of(palette(element).size());
  }

  /// The colour of the first cell.
  static Value color(Value object) {
    if (object instanceof Cells cells) {
      return CellValue.unpacked(Place.colour(cells.packed()[0]));
    }
    return Arguments.item(Containers.first(object), 0);
  }

  /// The objects whose first cell has that colour.
  static Value filter(Value objects, Value colour) {
    Container container = container(objects);
    SetBuilder builder = new SetBuilder();
    try {
      for (int i = 0; i < container.size(); i++) {
        if (color(container.get(i)).equals(colour)) {
          builder.add(container.get(i));
        }
      }
    } catch (Failure e) {
      throw e.outsideLoop();
    }
    return builder.build();
  }
}
