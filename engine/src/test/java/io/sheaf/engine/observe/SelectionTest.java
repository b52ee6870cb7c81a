package io.sheaf.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.Seeded;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {
  @Test
  void aStretchIsAsIfAllHadBeenSorted() {
    SplittableRandom random = Seeded.random("aStretchIsAsIfAllHadBeenSorted");
    for (int round = 0; round < 500; round++) {
      int size = random.nextInt(1, 200);
      int kinds = random.nextInt(1, 50);
      long[] keys = random.longs(size, 0, kinds).toArray();
      int[] items = IntStream.range(0, size).toArray();
      int[] sorted =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparingLong(i -> keys[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      int from = random.nextInt(size);
      int to = random.nextInt(from, size) + 1;
      new Selection(keys.clone(), items).settle(from, to);
      assertThat(Arrays.copyOfRange(items, from, to))
          .isEqualTo(Arrays.copyOfRange(sorted, from, to));
    }
  }

  /// Orders that quicksort is afraid of.
  @Test
  void sortedAndEqualKeysTakeNoLonger() {
    int size = 1 << 18;
    for (long sign : new long[] {1, -1, 0}) {
      long[] keys = IntStream.range(0, size).mapToLong(i -> sign * i).toArray();
      int[] items = IntStream.range(0, size).toArray();
      new Selection(keys, items).settle(size / 2, size / 2 + 50);
      assertThat(items[size / 2]).isEqualTo(sign < 0 ? size - 1 - size / 2 : size / 2);
    }
  }
}
