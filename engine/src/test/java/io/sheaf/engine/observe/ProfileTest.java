package io.sheaf.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.fixture.SampleWorkload;
import io.sheaf.engine.fixture.Told;
import io.sheaf.engine.plan.Phase;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitContext;
import io.sheaf.engine.run.Run;
import io.sheaf.engine.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
  private static final int WORKERS = 2;
  private static final long WAIT_NANOS = 30_000_000;

  @TempDir private Path temporary;
  private Sample sample;

  @BeforeEach
  void makeData() throws IOException {
    sample = new Sample(temporary, 4);
  }

  @Test
  void linesAddUpToTheTotalInEveryColumn() throws IOException {
    Profile profile = run();
    assertThat(profile.phases())
        .extracting(Profile.Line::name)
        .containsExactlyInAnyOrder("wait", "compute", Profile.OUTSIDE);
    assertThat(profile.phases()).last().extracting(Profile.Line::name).isEqualTo(Profile.OUTSIDE);
    assertThat(profile.phases().stream().mapToLong(Profile.Line::wallNanos).sum())
        .isEqualTo(profile.total().wallNanos());
    assertThat(profile.phases().stream().mapToLong(Profile.Line::cpuNanos).sum())
        .isEqualTo(profile.total().cpuNanos());
    assertThat(profile.phases().stream().mapToDouble(this::share).sum()).isEqualTo(1, within(1e-9));
    assertThat(profile.phases().stream().mapToDouble(this::parallelism).sum())
        .isEqualTo(parallelism(profile.total()), within(1e-9));
  }

  /// Eight units that wait 30 ms side by side keep no processor busy, however the waits add up.
  @Test
  void waitingIsNoParallelism() throws IOException {
    Profile profile = run();
    Profile.Line waiting = line("wait");
    assertThat(waiting.wallNanos()).isGreaterThanOrEqualTo(8 * WAIT_NANOS);
    assertThat(waiting.waitingNanos()).isGreaterThan(waiting.wallNanos() * 8 / 10);
    assertThat(parallelism(waiting)).isLessThan(0.5);
    assertThat(parallelism(profile.total())).isLessThanOrEqualTo(WORKERS);
    assertThat((double) profile.total().wallNanos() / profile.elapsedNanos())
        .isLessThanOrEqualTo(WORKERS);
  }

  @Test
  void callsAreCountedNotAssumed() throws IOException {
    assertThat(run().units()).isEqualTo(8);
    assertThat(line("compute").calls()).isEqualTo(3 * 8);
    assertThat(line("wait").calls()).isEqualTo(8);
    assertThat(profile().counters()).containsEntry("looked", 8L);
    assertThat(profile().cache()).isEmpty();
  }

  /// Elapsed time is that of the processes, not of the days between them.
  @Test
  void timeBetweenProcessesDoesNotCount() throws IOException {
    long began = System.nanoTime();
    run();
    long first = System.nanoTime() - began;
    began = System.nanoTime();
    new Run(sample.definition(workload()), Sample.options(Shard.WHOLE, WORKERS), new Told())
        .resume(directory(), Set.of("user=u001/mode=fine"));
    long second = System.nanoTime() - began;
    Profile profile = profile();
    assertThat(profile.attempts()).isEqualTo(9);
    assertThat(profile.elapsedNanos()).isPositive().isLessThanOrEqualTo(first + second);
  }

  @Test
  void partsOfUnitsAndOfGroupsAddUpToTheSame() throws IOException {
    Profile profile = run();
    for (boolean byGroup : new boolean[] {true, false}) {
      List<Profile.Part> parts = Profile.parts(directory(), byGroup);
      assertThat(parts).hasSize(byGroup ? 4 : 8);
      assertThat(parts.stream().mapToLong(part -> part.total().wallNanos()).sum())
          .isEqualTo(profile.total().wallNanos());
      assertThat(parts).extracting(part -> -part.total().wallNanos()).isSorted();
      assertThat(parts.getFirst().phases())
          .extracting(Profile.Line::name)
          .containsExactly("compute", "wait");
    }
  }

  @Test
  void withoutPhasesThereIsNothingOutsideOfThem() throws IOException {
    sample.start("run");
    assertThat(profile().hasPhases()).isFalse();
    assertThat(profile().total().wallNanos()).isPositive();
  }

  @Test
  void cacheUseIsRead() {
    Map<String, Long> totals =
        Map.of("count/cache_hits", 3L, "count/cache_misses", 1L, "count/cache_saved_nanos", 5L);
    assertThat(Profile.of(totals).cache()).contains(new Profile.CacheUse(3, 1, 0, 5));
  }

  /// Whatever the phases' own order, bars of a worker nest and never overlap.
  @Test
  void theTraceHasARowForEachWorkerAndPhasesInsideAttempts() throws IOException {
    run();
    Path file = temporary.resolve("trace.json");
    assertThat(TraceFile.write(directory(), file)).isEqualTo(8);
    String json = Files.readString(file);
    assertThat(json).startsWith("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[");
    assertThat(Status.read(file)).isPresent();
    List<Bar> bars = Bar.read(json);
    assertThat(bars).filteredOn(bar -> bar.kind().equals("unit")).hasSize(8);
    assertThat(bars).filteredOn(bar -> bar.kind().equals("phase")).hasSize(16);
    for (Bar phase : bars.stream().filter(bar -> bar.kind().equals("phase")).toList()) {
      assertThat(bars)
          .filteredOn(bar -> bar.kind().equals("unit"))
          .filteredOn(unit -> unit.row() == phase.row())
          .filteredOn(
              unit -> unit.start() <= phase.start() + 0.5 && phase.end() <= unit.end() + 0.5)
          .hasSize(1);
    }
    for (Bar one : bars) {
      assertThat(bars)
          .filteredOn(other -> other.kind().equals(one.kind()) && other.row() == one.row())
          .filteredOn(other -> other.start() < one.end() - 0.5 && one.start() < other.end() - 0.5)
          .hasSize(1);
    }
  }

  private Profile run() throws IOException {
    new Run(sample.definition(workload()), Sample.options(Shard.WHOLE, WORKERS), new Told())
        .start(RunDirectory.fresh(sample.path("run")));
    return profile();
  }

  private static SampleWorkload workload() {
    return new SampleWorkload(ProfileTest::work);
  }

  private static void work(Unit unit, UnitContext context) throws InterruptedException {
    context.count("looked", 1);
    for (int i = 0; i < 3; i++) {
      try (Phase _ = context.phase("compute")) {
        long until = System.nanoTime() + 1_000_000;
        while (System.nanoTime() < until) {
          Thread.onSpinWait();
        }
      }
    }
    try (Phase _ = context.phase("wait")) {
      assertThat(new CountDownLatch(1).await(WAIT_NANOS, TimeUnit.NANOSECONDS)).isFalse();
    }
  }

  private Profile profile() throws IOException {
    return Profile.read(directory());
  }

  private Profile.Line line(String name) throws IOException {
    return profile().phases().stream()
        .filter(line -> line.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private double share(Profile.Line line) {
    try {
      return line.share(profile().total());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private double parallelism(Profile.Line line) {
    try {
      return line.parallelism(profile().elapsedNanos());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private RunDirectory directory() {
    return new RunDirectory(sample.path("run"));
  }
}
