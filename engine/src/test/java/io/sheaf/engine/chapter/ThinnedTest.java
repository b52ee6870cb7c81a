package io.sheaf.engine.chapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinnedTest {
  private static Thinned<Integer> of(int most, int count) {
    Thinned<Integer> thinned = new Thinned<>(most);
    IntStream.range(0, count).forEach(thinned::add);
    return thinned;
  }

  @Test
  void keepsFewAsTheyAre() {
    assertThat(of(4, 4).kept()).containsExactly(0, 1, 2, 3);
    assertThat(of(4, 4).words("users")).isEqualTo("4 users");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7, 8})
  void keepsManyEvenly(int most) {
    for (int count = 1; count < 200; count++) {
      List<Integer> kept = of(most, count).kept();
      int stride = kept.size() > 1 ? kept.get(1) - kept.get(0) : 1;
      assertThat(kept)
          .as("%d of %d", most, count)
          .hasSizeBetween(Math.min(count, (most + 1) / 2), most)
          .isEqualTo(IntStream.range(0, kept.size()).mapToObj(i -> i * stride).toList());
    }
  }

  @Test
  void saysWhatIsLeft() {
    assertThat(of(4, 9).kept()).containsExactly(0, 4, 8);
    assertThat(of(4, 9).words("users")).isEqualTo("3 of 9 users, evenly chosen");
  }
}
