package io.sheaf.workloads.cohort;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancelledUnitTest {
  @TempDir private Path temporary;

  /// Reading fails on an interrupted thread; a resume must try the unit again.
  @Test
  void isNoBadFile() throws Exception {
    CohortRuns runs = new CohortRuns(temporary);
    runs.user("a", UserText.of(300, i -> i % 7, i -> i % 2).toString());
    Settings settings = runs.configuration().settle();
    CohortWorkload workload = new CohortWorkload();
    Unit unit = workload.units(settings).getFirst();
    UnitRunner runner = workload.runner(settings);
    Files.delete(runs.data().resolve("a.features_labels.csv"));
    assertThatThrownBy(() -> runner.run(unit, new KeepingContext(Optional.empty(), true)))
        .isInstanceOf(InterruptedException.class);
  }
}
