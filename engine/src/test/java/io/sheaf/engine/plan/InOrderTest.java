package io.sheaf.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InOrderTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16_384, 16_385, 100_000})
  void keepsTheOrder(int count) {
    List<Integer> expected = IntStream.range(0, count).map(i -> i * 3).boxed().toList();
    assertThat(InOrder.map(count, i -> i * 3)).toIterable().containsExactlyElementsOf(expected);
  }

  @Test
  void throwsWhatTheFunctionThrows() {
    Iterator<Integer> values =
        InOrder.map(
            3,
            i -> {
              throw new IllegalArgumentException("no " + i);
            });
    assertThatThrownBy(values::next).isInstanceOf(IllegalArgumentException.class);
  }
}
