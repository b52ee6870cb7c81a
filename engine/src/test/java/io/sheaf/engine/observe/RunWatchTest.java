package io.sheaf.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.fixture.ChildRun;
import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.run.Holder;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.schedule.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each state of a run, as another process sees it.
@Timeout(60)
class RunWatchTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path temporary;
  private Sample sample;

  @BeforeEach
  void makeData() throws IOException {
    sample = new Sample(temporary, 10);
  }

  @Test
  void aCompletedRunHasAllMilestonesAndNoProblems() throws IOException {
    sample.start("run");
    RunView run = look(Instant.now());
    assertThat(run.state()).isEqualTo(RunView.State.COMPLETED);
    assertThat(run.name()).isEqualTo("sample");
    assertThat(run.counts()).isEqualTo(new RunView.Counts(20, 0, 20, 60));
    assertThat(run.milestones())
        .extracting(RunView.Milestone::percent)
        .containsExactly(20, 40, 60, 80, 100);
    assertThat(run.milestones()).allMatch(RunView.Milestone::isReached);
    assertThat(run.milestones()).extracting(RunView.Milestone::low).isSorted();
    assertThat(run.pace().elapsed()).isPositive();
    assertThat(run.problems()).isEmpty();
  }

  @Test
  void aFailedRunSaysHowToFindOutWhy() throws IOException {
    sample.file(1, "fail");
    sample.start("run");
    RunView run = look(Instant.now());
    assertThat(run.state()).isEqualTo(RunView.State.FAILED);
    assertThat(run.counts()).isEqualTo(new RunView.Counts(18, 2, 20, 54));
    assertThat(run.problems()).hasSize(1);
    assertThat(run.problems().getFirst().what()).isEqualTo("2 units failed");
    assertThat(run.problems().getFirst().remedy()).contains("sheaf retry " + sample.path("run"));
  }

  /// The rows of withdrawn results are no longer counted.
  @Test
  void countsNoRowTwiceAfterUnitsRanAgain() throws IOException {
    sample.start("run");
    sample.file(4, "fine but longer");
    sample.resume("run");
    assertThat(look(Instant.now()).counts()).isEqualTo(new RunView.Counts(20, 0, 20, 60));
  }

  @Test
  void aHeartbeatThatIsNoneIsAsGoodAsNoHeartbeat() throws IOException {
    sample.start("run");
    Path status = sample.path("run/status.json");
    byte[] noText = {(byte) 0xff, (byte) 0xfe, '{', 0};
    for (byte[] content : List.of(noText, new byte[0], new byte[(1 << 24) + 1])) {
      Files.write(status, content);
      assertThat(look(Instant.now()).counts()).isEqualTo(new RunView.Counts(20, 0, 20, 60));
    }
  }

  @Test
  void readingChangesNothing() throws IOException {
    sample.start("run");
    Map<String, String> before = files();
    look(Instant.now());
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aKilledCoordinatorIsDeadAtOnce() throws IOException, InterruptedException {
    try (ChildRun child = ChildRun.begin(sample, "run", "work=1000000000")) {
      child.awaitUnit();
      awaitStatus();
      assertThat(look(Instant.now()).state()).isEqualTo(RunView.State.RUNNING);
      assertThat(look(Instant.now()).running()).isNotEmpty();
      assertThat(look(Instant.now()).processes())
          .first()
          .satisfies(one -> assertThat(one.rssBytes()).isPositive());
      assertThat(look(Instant.now().plusSeconds(11)).state()).isEqualTo(RunView.State.STALLED);
      child.kill();
    }
    RunView run = look(Instant.now());
    assertThat(run.state()).isEqualTo(RunView.State.DEAD);
    assertThat(run.problems().getFirst().what()).contains("is gone");
    assertThat(run.problems().getFirst().remedy())
        .contains("sheaf run --resume " + sample.path("run"));
    assertThat(run.running()).isEmpty();
  }

  @Test
  void onAnotherHostTheHeartbeatDecides() throws IOException {
    sample.start("run");
    lock("process 77, started 2026-03-01T11:00:00Z, on elsewhere");
    status("running", 77);
    assertThat(look(NOW.plusSeconds(10)).state()).isEqualTo(RunView.State.RUNNING);
    RunView run = look(NOW.plusMillis(10_001));
    assertThat(run.state()).isEqualTo(RunView.State.DEAD);
    assertThat(run.problems().getFirst().what()).contains("process 77 on elsewhere has not been");
  }

  @Test
  void aProcessThatGotTheNumberLaterIsAnother() throws IOException {
    sample.start("run");
    String host = Holder.of(directory()).orElseThrow().host();
    long self = ProcessHandle.current().pid();
    lock("process %d, started 2001-01-01T00:00:00Z, on %s".formatted(self, host));
    status("running", self);
    assertThat(look(NOW).state()).isEqualTo(RunView.State.DEAD);
  }

  /// What an earlier process said says nothing of the one that plans now.
  @Test
  void aResumedRunIsPendingUntilItsFirstHeartbeat() throws IOException {
    sample.start("run");
    status("stopped", 1);
    assertThat(look(NOW).state()).isEqualTo(RunView.State.PENDING);
    status("stopped", ProcessHandle.current().pid());
    RunView run = look(NOW);
    assertThat(run.state()).isEqualTo(RunView.State.STOPPED);
    assertThat(run.problems().getFirst().remedy()).contains("--resume");
  }

  @Test
  void aDirectoryWithNothingButALockIsPending() throws IOException {
    Files.createDirectories(sample.path("run"));
    sample.start("other");
    Files.copy(sample.path("other/run.lock"), sample.path("run/run.lock"));
    assertThat(look(NOW).state()).isEqualTo(RunView.State.PENDING);
    lock("process 77, started 2026-03-01T11:00:00Z, on elsewhere");
    assertThat(RunWatch.isRun(directory())).isTrue();
  }

  @Test
  void aDirectoryWithoutARunIsRefused() {
    assertThatThrownBy(() -> look(NOW))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("is not a run directory");
  }

  /// What was left at the heartbeat is less by the time since.
  @Test
  void theRangeShrinksBetweenHeartbeats() throws IOException {
    sample.start("run");
    status("running", ProcessHandle.current().pid());
    RunView run = look(NOW.plusSeconds(1));
    assertThat(run.pace().remaining().orElseThrow().low()).isEqualTo(Duration.ofSeconds(9));
    assertThat(run.pace().remaining().orElseThrow().high()).isEqualTo(Duration.ofSeconds(19));
  }

  /// Of ten units five are through, and 10 to 20 s are left: 60 % is a fifth of the way.
  @Test
  void milestonesAheadLieEvenlyInWhatIsLeft() {
    TimeRange left = new TimeRange(Duration.ofSeconds(10), Duration.ofSeconds(20));
    List<RunView.Milestone> milestones =
        RunWatch.milestones(
            NOW,
            Map.of("reached/20", 1000L, "reached/40", 2000L, "reached/60", 3000L),
            new RunView.Counts(5, 0, 10, 0),
            Optional.of(left));
    assertThat(milestones)
        .containsExactly(
            new RunView.Milestone(20, true, Instant.ofEpochSecond(1), Instant.ofEpochSecond(1)),
            new RunView.Milestone(40, true, Instant.ofEpochSecond(2), Instant.ofEpochSecond(2)),
            new RunView.Milestone(60, false, NOW.plusSeconds(2), NOW.plusSeconds(4)),
            new RunView.Milestone(80, false, NOW.plusSeconds(6), NOW.plusSeconds(12)),
            new RunView.Milestone(100, false, NOW.plusSeconds(10), NOW.plusSeconds(20)));
  }

  private RunView look(Instant now) throws IOException {
    return new RunWatch(Clock.fixed(now, ZoneOffset.UTC)).look(directory());
  }

  private RunDirectory directory() {
    return new RunDirectory(sample.path("run"));
  }

  private void lock(String text) throws IOException {
    Files.writeString(sample.path("run/run.lock"), text);
  }

  private void status(String word, long pid) throws IOException {
    Files.writeString(
        sample.path("run/status.json"),
        """
        {"status":"%s","timestamp":"%s","pid":%d,"progress":{"units_per_second":2.5},\
        "current_units":[],"processes":[],"elapsed_seconds":60.0,\
        "remaining_seconds":{"low":10.0,"high":20.0}}
        """
            .formatted(word, NOW, pid));
  }

  private void awaitStatus() {
    while (!Files.exists(sample.path("run/status.json"))) {
      Thread.onSpinWait();
    }
  }

  /// All but the two files in which SQLite's readers and writers agree.
  private Map<String, String> files() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(sample.path("run"))) {
      for (Path file : files.filter(RunWatchTest::isOurs).toList()) {
        content.put(
            file.toString(), List.of(Files.getLastModifiedTime(file), Files.size(file)).toString());
      }
    }
    return content;
  }

  private static boolean isOurs(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith("run.db-");
  }
}
