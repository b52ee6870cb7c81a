package io.sheaf.workloads.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.UnitRunner;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  @TempDir private Path temporary;

  /// From whichever step a later attempt goes on, it finds the same, and does not repeat the steps
  /// before.
  @Test
  void goesOnToTheSameRows() throws Exception {
    CohortRuns runs = new CohortRuns(temporary);
    runs.user("a", UserText.of(300, i -> i * i % 7, i -> i % 3 % 2).toString());
    Settings settings = runs.configuration().settle();
    CohortWorkload workload = new CohortWorkload();
    Unit unit = workload.units(settings).getFirst();
    UnitRunner runner = workload.runner(settings);
    KeepingContext whole = new KeepingContext(Optional.empty(), false);
    UnitOutput expected = runner.run(unit, whole);
    assertThat(whole.states).hasSizeGreaterThan(4);
    for (int i = 0; i < whole.states.size(); i++) {
      KeepingContext later = new KeepingContext(Optional.of(whole.states.get(i)), false);
      assertThat(runner.run(unit, later)).isEqualTo(expected);
      assertThat(later.states).hasSize(whole.states.size() - i - 1);
    }
    assertThat(whole.phases).contains("read", "TE tau=1", "CTE tau=1", "Granger");
  }
}
