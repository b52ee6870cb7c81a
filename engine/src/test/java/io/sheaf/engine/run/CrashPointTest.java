package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.ChildRun;
import io.sheaf.engine.fixture.Sample;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A process that ends between one durable thing and the next leaves a run that ends in the same
/// bytes, and repeats nothing that was committed.
class CrashPointTest {
  private static final int KILLED = 137;
  @TempDir private Path temporary;

  @ParameterizedTest
  @EnumSource(CrashPoint.class)
  void resumesToTheSameBytes(CrashPoint point) throws Exception {
    Sample sample = new Sample(temporary, 4);
    sample.file(1, "artefact");
    sample.file(2, "fail");
    sample.start("undisturbed");
    int before = sample.traced().size();
    try (ChildRun child = ChildRun.begin(sample, "run", List.of("-Dsheaf.crash=" + point))) {
      child.awaitBegin();
      assertThat(child.exitCode()).isEqualTo(KILLED);
    }
    int committed =
        new RunDirectory(sample.path("run")).isRun() ? sample.snapshot("run").results().size() : 0;
    int ranBefore = sample.traced().size() - before;
    assertThat(ranBefore).isGreaterThanOrEqualTo(committed);
    sample.resume("run");
    int failed = 2;
    assertThat(sample.traced().size() - before - ranBefore)
        .as("units that ran after the crash")
        .isBetween(8 - committed, 8 - committed + failed);
    assertThat(sample.out("run")).isEqualTo(sample.out("undisturbed"));
    assertThat(sample.path("run").resolve("work")).doesNotExist();
  }
}
