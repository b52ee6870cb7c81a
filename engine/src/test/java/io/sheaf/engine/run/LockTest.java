package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.fixture.ChildRun;
import io.sheaf.engine.fixture.Sample;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One process writes a run directory.
class LockTest {
  private static final String LONG = "work=1000000000";

  @TempDir private Path temporary;

  @Test
  void refusesASecondProcess() throws Exception {
    Sample sample = new Sample(temporary, 2);
    try (ChildRun child = ChildRun.begin(sample, "run", LONG)) {
      child.awaitUnit();
      assertThatThrownBy(() -> sample.resume("run"))
          .isInstanceOf(RunInUseException.class)
          .hasMessageContaining(sample.path("run").toString())
          .hasMessageContaining("in use by process ");
      try (ChildRun second = ChildRun.begin(sample, "run", LONG)) {
        assertThat(second.exitCode()).isEqualTo(ChildRun.IN_USE);
      }
    }
  }

  @Test
  void isFreeAfterKill() throws Exception {
    Sample sample = new Sample(temporary, 2);
    try (ChildRun child = ChildRun.begin(sample, "run", LONG)) {
      child.awaitUnit();
      child.killAfter(0);
    }
    assertThat(sample.resume("run").state()).isEqualTo(RunEnd.State.COMPLETED);
  }

  /// POSIX ends a process's lock on a file as soon as the process closes any channel to it.
  @Test
  void survivesAnAttemptOfTheSameProcess() throws Exception {
    Sample sample = new Sample(temporary, 2);
    Files.createDirectories(sample.path("run"));
    try (RunLock _ = RunLock.acquire(sample.path("run"))) {
      assertThatThrownBy(() -> RunLock.acquire(sample.path("run").resolve("../run")))
          .isInstanceOf(RunInUseException.class);
      try (ChildRun second = ChildRun.begin(sample, "run")) {
        assertThat(second.exitCode()).isEqualTo(ChildRun.IN_USE);
      }
    }
    RunLock.acquire(sample.path("run")).close();
  }
}
