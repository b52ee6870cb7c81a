package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sheaf.engine.fixture.ChildRun;
import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.observe.RunWatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Somebody sets the machine's clock while a run goes on, by hours, forth and back. Needs
/// libfaketime, which lies to a process about the time of day and leaves its steady clock alone.
@Timeout(120)
class ClockJumpTest {
  private static final Optional<Path> LIBRARY =
      Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib")
          .map(folder -> Path.of(folder, "faketime", "libfaketimeMT.so.1"))
          .filter(Files::exists)
          .findFirst();

  private static final List<String> OFFSETS = List.of("+3h", "-9h", "+400d", "+0");

  @TempDir private Path temporary;

  @Test
  void changesNothing() throws Exception {
    assumeTrue(LIBRARY.isPresent(), "libfaketime is not installed");
    Sample sample = new Sample(temporary, 12);
    String work = "work=16000000";
    sample.start("reference", work);
    Path time = temporary.resolve("time");
    Files.writeString(time, "+0");
    Map<String, String> environment =
        Map.of(
            "LD_PRELOAD",
            LIBRARY.get().toString(),
            "DONT_FAKE_MONOTONIC",
            "1",
            "FAKETIME_CACHE_DURATION",
            "1",
            "FAKETIME_TIMESTAMP_FILE",
            time.toString());
    int jumps = 0;
    try (ChildRun child = ChildRun.begin(sample, "jumping", List.of(), environment, work)) {
      child.awaitUnit();
      for (; child.isAlive(); jumps++) {
        Files.writeString(time, OFFSETS.get(jumps % OFFSETS.size()));
        Thread.sleep(1100);
      }
      assertThat(child.exitCode()).isZero();
    }
    assertThat(jumps).isGreaterThan(1);
    assertThat(sample.out("jumping")).isEqualTo(sample.out("reference"));
    RunDirectory directory = new RunDirectory(sample.path("jumping"));
    assertThat(Files.readString(directory.path().resolve("logs/run.log")))
        .doesNotContain("took longer", "silent", "tried again");
    RunView view = new RunWatch(Clock.systemUTC()).look(directory);
    assertThat(view.state()).isEqualTo(RunView.State.COMPLETED);
    assertThat(view.pace().elapsed()).isPositive().isLessThan(java.time.Duration.ofMinutes(2));
  }
}
