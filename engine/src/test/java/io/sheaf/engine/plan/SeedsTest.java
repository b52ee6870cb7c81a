package io.sheaf.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedsTest {
  /// First 8 bytes of SHA-256 over the seed as 8 bytes, `u`, line feed, `p`; by Python's hashlib.
  @Test
  void keepsItsFingerprint() {
    assertThat(Seeds.of(1, "u", "p")).isEqualTo(-216190416633689593L);
    assertThat(Seeds.of(-1, "user=é", "te/tau=1/A2S")).isEqualTo(-9018999369867801149L);
  }

  @Test
  void differsInEveryComponent() {
    Set<Long> seeds = new HashSet<>();
    for (int seed = 0; seed < 10; seed++) {
      for (int unit = 0; unit < 10; unit++) {
        for (int purpose = 0; purpose < 10; purpose++) {
          seeds.add(Seeds.of(seed, "u" + unit, "p" + purpose));
        }
      }
    }
    assertThat(seeds).hasSize(1000);
  }
}
