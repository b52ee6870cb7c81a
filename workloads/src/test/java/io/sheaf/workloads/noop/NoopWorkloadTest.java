package io.sheaf.workloads.noop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.engine.plan.Unit;
import io.sheaf.workloads.fixture.Runs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoopWorkloadTest {
  private static final String[] ALL = {
    "units=30", "rows=2", "row_bytes=5", "output_bytes=7", "failing=0.3", "checkpoints=3"
  };

  @TempDir private Path folder;
  private Runs runs;

  @BeforeEach
  void make() {
    runs = new Runs(folder, new NoopWorkload());
  }

  @Test
  void isTheSameForAnyDivisionOfTheWork() throws IOException {
    Map<String, String> expected = runs.run(Runs.options(1, 0), ALL).out();
    assertThat(expected).containsKeys("noop.csv", "errors.csv", "unit=0000001.txt");
    assertThat(runs.run(Runs.options(2, 0), ALL).out()).isEqualTo(expected);
    assertThat(runs.merged(3, ALL)).isEqualTo(expected);
    String[] other = ALL.clone();
    other[2] = "row_bytes=6";
    assertThat(runs.run(Runs.options(2, 0), other).out()).as("control").isNotEqualTo(expected);
  }

  @Test
  void failsAsToldAndAsOften() throws IOException {
    Runs.Finished defects =
        runs.run(Runs.options(2, 0), "units=200", "failing=0.25", "failure=defect");
    assertThat(defects.end().progress().failed()).isBetween(30L, 70L);
    assertThat(defects.out().get("errors.csv")).contains("IllegalStateException: it was to have");
    Runs.Finished mended =
        runs.run(
            Runs.options(2, 1), "units=4", "failing=1", "failure=defect", "failing_attempts=1");
    assertThat(mended.end().progress().done()).isEqualTo(4);
  }

  /// The mean of a heavy tail settles slowly: the cut at 1,000 times the mean takes 3 % away, and
  /// 200,000 units have a standard error of about 1 %.
  @Test
  void takesAsLongAsToldOnAverage() {
    Durations heavy = new Durations(10, true, 42);
    List<Unit> units =
        new NoopWorkload().units(runs.definition("units=200000", "durations=heavy").settings());
    double mean =
        units.stream().mapToDouble(unit -> heavy.millis(unit.id())).average().orElseThrow();
    assertThat(mean).isCloseTo(9.8, within(0.9));
    assertThat(new Durations(10, false, 42).millis("unit=1")).isEqualTo(10);
  }

  @Test
  void tellsTheScheduleTheTruthIfAsked() {
    List<Unit> units =
        new NoopWorkload()
            .units(
                runs.definition("units=50", "durations=heavy", "duration_ms=2", "weights=duration")
                    .settings());
    Durations heavy = new Durations(2, true, 42);
    assertThat(units).allMatch(unit -> unit.weight() == heavy.millis(unit.id()));
  }
}
