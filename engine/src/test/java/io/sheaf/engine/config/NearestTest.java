package io.sheaf.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void countsEdits() {
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("Same", "sAME")).isZero();
  }

  @Test
  void isSilentWhereNothingIsNear() {
    assertThat(Nearest.hint("surogates", List.of("alpha", "surrogates")))
        .isEqualTo("; did you mean `surrogates`?");
    assertThat(Nearest.hint("xyz", List.of("alpha", "surrogates"))).isEmpty();
    assertThat(Nearest.hint("xyz", List.of())).isEmpty();
  }
}
