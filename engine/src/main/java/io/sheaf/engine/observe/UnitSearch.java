package io.sheaf.engine.observe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Finds units in an index. Owns its arrays; confined to one thread.
final class UnitSearch {
  private final UnitIndex.State index;
  private final UnitQuery query;

  UnitSearch(UnitIndex.State index, UnitQuery query) {
    this.index = index;
    this.query = query;
  }

  /// What was found.
  record Found(List<UnitLine> units, int matching) {}

  Found find() {
    boolean isPlain = query.order() == UnitQuery.Order.PLAN;
    if (query.isEverything() && isPlain) {
      return new Found(
          lines(i -> query.isDescending() ? index.size() - 1 - i : i, index.size()), index.size());
    }
    int[] found = matching();
    if (isPlain) {
      int last = found.length - 1;
      return new Found(
          lines(i -> query.isDescending() ? found[last - i] : found[i], found.length),
          found.length);
    }
    Selection selection = new Selection(keys(found), found);
    int to = end(found.length);
    selection.settle(Math.min(query.offset(), to), to);
    return new Found(lines(i -> found[i], found.length), found.length);
  }

  private List<UnitLine> lines(IntUnaryOperator unit, int size) {
    return IntStream.range(Math.min(query.offset(), size), end(size))
        .map(unit)
        .mapToObj(index::line)
        .toList();
  }

  private int end(int size) {
    return (int) Math.min(size, (long) query.offset() + query.limit());
  }

  private int[] matching() {
    byte[] text = query.text().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    boolean[] wanted = new boolean[UnitState.values().length];
    for (int state = 0; state < wanted.length; state++) {
      wanted[state] = query.states().isEmpty() || query.states().contains(UnitState.at(state));
    }
    int[] found = new int[index.size()];
    int count = 0;
    for (UnitChunk chunk : index.chunks()) {
      for (int i = 0; i < chunk.size; i++) {
        if (wanted[chunk.states[i]] && (text.length == 0 || chunk.contains(i, text))) {
          found[count++] = chunk.from + i;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  /// What the units are ordered by, ascending.
  private long[] keys(int[] found) {
    long[] keys = new long[found.length];
    for (int i = 0; i < keys.length; i++) {
      UnitChunk chunk = index.chunk(found[i]);
      long key = key(chunk, found[i] - chunk.from);
      keys[i] = query.isDescending() ? -key : key;
    }
    return keys;
  }

  private long key(UnitChunk chunk, int i) {
    return switch (query.order()) {
      case PLAN -> i;
      case STATE -> chunk.states[i];
      case ATTEMPTS -> chunk.attempts[i];
      case STARTED -> chunk.started[i];
      case WALL -> chunk.wall[i];
      case CPU -> chunk.cpu[i];
    };
  }
}
