package io.sheaf.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshIndexTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path temporary;

  /// A process that resumes takes the lock, then plans, and only then withdraws: what is read in
  /// between must not stay.
  @Test
  void whatIsWithdrawnLongAfterTheLockWasTakenIsSeen() throws IOException {
    Sample sample = new Sample(temporary, 10);
    sample.file(3, "fail");
    sample.start("run");
    RunDirectory directory = new RunDirectory(sample.path("run"));
    FreshIndex index = new FreshIndex(directory);
    assertThat(failed(index, "ended", "first lock")).isEqualTo(2);
    Path lock = sample.path("run/run.lock");
    Files.setLastModifiedTime(
        lock,
        FileTime.from(Files.getLastModifiedTime(directory.status()).toInstant().plusSeconds(1)));
    assertThat(failed(index, "planning", "second lock")).isEqualTo(2);
    sample.file(3, "fine");
    sample.resume("run");
    assertThat(failed(index, "withdrawn", "second lock")).isZero();
  }

  private static int failed(FreshIndex index, String files, String lock) throws IOException {
    return index
        .state(false, List.of(files, lock), NOW)
        .sums()
        .counts()
        .getOrDefault(UnitState.FAILED, 0);
  }

  @Test
  void restsLongAfterALongLookButNeverTooLong() {
    assertThat(FreshIndex.rest(Duration.ZERO)).isEqualTo(Duration.ofMillis(400));
    assertThat(FreshIndex.rest(Duration.ofMillis(10))).isEqualTo(Duration.ofSeconds(3));
    assertThat(FreshIndex.rest(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(10));
  }
}
