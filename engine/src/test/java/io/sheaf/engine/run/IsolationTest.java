package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.execute.Lease;
import io.sheaf.engine.execute.Limits;
import io.sheaf.engine.execute.PoolFactory;
import io.sheaf.engine.execute.ProcessPool;
import io.sheaf.engine.execute.ThreadPool;
import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.fixture.SampleChild;
import io.sheaf.engine.fixture.Told;
import io.sheaf.engine.journal.JournalReader;
import io.sheaf.engine.journal.StoredResult;
import io.sheaf.engine.plan.Shard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What happens to a worker process costs the unit it ran, and is called by its name.
class IsolationTest {
  @TempDir private Path temporary;
  private Sample sample;
  private final Told told = new Told();

  @BeforeEach
  void makeData() throws Exception {
    sample = new Sample(temporary, 3);
  }

  private RunEnd run(String name, int retries, Optional<Duration> timeout) throws Exception {
    Path path = sample.path(name);
    return run(name, retries, timeout, SampleChild.in(path));
  }

  private RunEnd run(String name, int retries, Optional<Duration> timeout, PoolFactory pools)
      throws Exception {
    RunOptions options =
        new RunOptions(Shard.WHOLE, new Limits(2, timeout), retries, pools, Optional.empty());
    return new Run(sample.definition(), options, told).start(RunDirectory.fresh(sample.path(name)));
  }

  @Test
  void givesTheSameBytesAsThreads() throws Exception {
    sample.file(1, "fail");
    sample.file(2, "artefact");
    sample.start("threads");
    run("processes", 0, Optional.empty());
    assertThat(sample.out("processes")).isEqualTo(sample.out("threads"));
  }

  @ParameterizedTest
  @CsvSource({
    "exit, lost, exit code 7",
    "die, lost, signal 9",
    "freeze, lost, silent for 2 s",
    "babble, lost, spoke nonsense",
    "sleep, timed out, took longer than",
    "spin, timed out, took longer than",
    "heap, out of memory, heap of its worker was full",
    "memory, out of memory, no room",
    "crash, failed, IllegalStateException: defect"
  })
  void callsEveryEndByItsName(String word, String outcome, String message) throws Exception {
    sample.file(1, word);
    RunEnd end = run("run", 0, Optional.of(Duration.ofSeconds(3)));
    assertThat(end.progress().failed()).isEqualTo(2);
    assertThat(end.progress().done()).isEqualTo(4);
    for (StoredResult stored : sample.snapshot("run").results().subList(2, 4)) {
      assertThat(stored.outcome()).isEqualTo(outcome);
      assertThat(stored.content()).contains(message);
    }
    assertThat(told.notices()).anyMatch(line -> line.contains("is put aside after 1 attempt"));
  }

  @ParameterizedTest
  @CsvSource({"exit-once", "die-once", "freeze-once", "babble-once", "spin-once", "heap-once"})
  void isTriedAgainAndThenTheSame(String word) throws Exception {
    sample.file(1, word);
    RunEnd end = run("run", 1, Optional.of(Duration.ofSeconds(3)));
    assertThat(end.progress().failed()).isZero();
    assertThat(sample.snapshot("run").results().get(2).epoch()).isEqualTo(2);
    assertThat(sample.out("run").get("sample_values.csv")).isEqualTo(valuesOf("fine"));
  }

  private @Nullable String valuesOf(String word) throws Exception {
    sample.file(1, word);
    sample.start("as-" + word);
    return sample.out("as-" + word).get("sample_values.csv");
  }

  /// The unit that ran out of memory gets twice as much, alone.
  @Test
  void givesMoreMemoryToWhoNeedsIt() throws Exception {
    sample.file(1, "heap");
    RunEnd end = run("run", 1, Optional.empty());
    assertThat(end.progress().failed()).isEqualTo(2);
    assertThat(told.notices())
        .anyMatch(line -> line.contains("will be tried again: the heap of its worker was full"));
    assertThat(sample.snapshot("run").results().get(2).epoch()).isEqualTo(2);
  }

  /// A thread cannot be killed, but the run need not wait for it.
  @ParameterizedTest
  @CsvSource({"sleep", "spin"})
  void leavesAThreadThatDoesNotStop(String word) throws Exception {
    sample.file(1, word);
    RunEnd end = run("run", 0, Optional.of(Duration.ofMillis(300)), ThreadPool::new);
    assertThat(end.progress().done()).isEqualTo(4);
    assertThat(sample.snapshot("run").results().get(2).outcome()).isEqualTo("timed out");
  }

  @Test
  void goesOnFromACheckpoint() throws Exception {
    sample.file(0, "steps");
    sample.file(1, "steps");
    List<Run> run = new ArrayList<>();
    long began = System.nanoTime();
    Told stopper =
        new Told(
            _ -> {
              if (System.nanoTime() - began > 1_000_000_000L) {
                run.getFirst().stop();
              }
            });
    run.add(
        new Run(
            sample.definition(),
            new RunOptions(
                Shard.WHOLE,
                new Limits(2, Optional.empty()),
                0,
                SampleChild.in(sample.path("run")),
                Optional.empty()),
            stopper));
    RunEnd end = run.getFirst().start(RunDirectory.fresh(sample.path("run")));
    assertThat(end.state()).isEqualTo(RunEnd.State.STOPPED);
    assertThat(end.progress().done()).isLessThan(4);
    sample.resume("run");
    try (JournalReader journal =
        JournalReader.open(new RunDirectory(sample.path("run")).journal())) {
      Map<String, Long> totals = journal.totals();
      assertThat(totals).containsEntry("count/steps", 48L).containsEntry("phase_calls/step", 48L);
      assertThat(journal.checkpoints(journal.plan())).isEmpty();
    }
    sample.start("undisturbed");
    assertThat(sample.out("run")).isEqualTo(sample.out("undisturbed"));
  }

  @Test
  void saysThatWorkersDoNotStart() {
    PoolFactory broken = new ProcessPool.Children((_, _) -> List.of("/nowhere/java"), Lease.USUAL);
    assertThatThrownBy(() -> run("run", 5, Optional.empty(), broken))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("workers do not start");
  }
}
