package io.sheaf.workloads.cohort;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.Settings;
import io.sheaf.engine.plan.Cache;
import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.plan.UnitRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
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
    assertThatThrownBy(() -> runner.run(unit, new Cancelled()))
        .isInstanceOf(InterruptedException.class);
  }

  private record Cancelled() implements UnitContext {
    @Override
    public long seed(String purpose) {
      return 0;
    }

    @Override
    public int attempt() {
      return 1;
    }

    @Override
    public boolean isCancelled() {
      return true;
    }

    @Override
    public Phase phase(String name) {
      return () -> {};
    }

    @Override
    public void count(String counter, long amount) {}

    @Override
    public void progress(long done, long total) {}

    @Override
    public void spent(long cpuNanos) {}

    @Override
    public void checkpoint(Supplier<byte[]> state) {}

    @Override
    public Optional<byte[]> restored() {
      return Optional.empty();
    }

    @Override
    public Cache cache() {
      return Cache.NONE;
    }

    @Override
    public Path scratch() {
      return Path.of(".");
    }
  }
}
