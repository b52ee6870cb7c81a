package io.sheaf.workloads.cohort.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class UsableRunsTest {
  @Test
  void breaksAtGapsOnly() {
    UsableRuns segments = UsableRuns.of(new long[] {0, 60, 150, 241, 301}, new boolean[5], 90);
    assertThat(segments.count()).isEqualTo(2);
    assertThat(segments.starts()).containsExactly(0, 3);
    assertThat(segments.ends()).containsExactly(3, 5);
  }

  @Test
  void breaksAtMissingRowsHoweverWideTheGapMayBe() {
    boolean[] missing = {true, false, false, true, true, false, true};
    UsableRuns segments = UsableRuns.of(new long[] {0, 1, 2, 3, 4, 5, 6}, missing, 1000);
    assertThat(segments.starts()).containsExactly(1, 5);
    assertThat(segments.ends()).containsExactly(3, 6);
  }

  @Test
  void breaksWhereTimeDoesNotAdvance() {
    UsableRuns segments = UsableRuns.of(new long[] {10, 20, 20, 15, 25}, new boolean[5], 90);
    assertThat(segments.starts()).containsExactly(0, 2, 3);
    assertThat(segments.ends()).containsExactly(2, 3, 5);
  }

  @Test
  void hasNoneWithoutUsableRows() {
    assertThat(UsableRuns.of(new long[0], new boolean[0], 90).count()).isZero();
    assertThat(UsableRuns.of(new long[] {1}, new boolean[] {true}, 90).count()).isZero();
  }

  @Test
  void refusesMisuse() {
    assertThatThrownBy(() -> UsableRuns.of(new long[2], new boolean[1], 90))
        .hasMessage("missing has 1 rows, expected 2 as timestamps");
    assertThatThrownBy(() -> UsableRuns.of(new long[1], new boolean[1], 0))
        .hasMessage("maxGapSeconds = 0, expected at least 1");
  }
}
