package io.sheaf.engine.plan;

import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Computes many small things on all cores and gives them in their order, a few thousand in memory
/// at a time.
public final class InOrder {
  private static final int AT_ONCE = 1 << 14;

  private InOrder() {}

  /// The values of a function of 0 to `count` - 1, which is called from several threads.
  public static <T> Iterator<T> map(int count, IntFunction<T> function) {
    return Stream.iterate(0, first -> first < count, first -> first + AT_ONCE)
        .map(first -> chunk(first, Math.min(count, first + AT_ONCE), function))
        .flatMap(List::stream)
        .iterator();
  }

  private static <T> List<T> chunk(int first, int end, IntFunction<T> function) {
    return IntStream.range(first, end).parallel().mapToObj(function).toList();
  }
}
