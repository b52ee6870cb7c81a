package io.sheaf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.observe.ProcessUse;
import io.sheaf.engine.observe.RunTotals;
import io.sheaf.engine.observe.RunView;
import io.sheaf.engine.schedule.TimeRange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTextTest {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /// A run with one unit under way that has lasted a minute.
  static RunView run(String name, RunView.State state, long done) {
    boolean alive = state.isAlive();
    return new RunView(
        Path.of("runs", name),
        "k6_full",
        "0/1",
        state,
        new RunView.Counts(done, 1, 120, 9 * done),
        new RunView.Pace(
            Optional.of(NOW),
            Duration.ofMinutes(12),
            0.5,
            alive
                ? Optional.of(new TimeRange(Duration.ofMinutes(14), Duration.ofMinutes(18)))
                : Optional.empty()),
        alive
            ? List.of(
                new RunView.UnitView(
                    "user=" + name + "/mode=composite",
                    "3/10",
                    Optional.of(NOW.minusSeconds(60)),
                    1,
                    "worker-1"))
            : List.of(),
        alive
            ? List.of(new ProcessUse("coordinator", 7, 512L << 20, -1, 90_000, Optional.of(1.9)))
            : List.of(),
        List.of(
            new RunView.Milestone(20, true, NOW.minusSeconds(300), NOW.minusSeconds(300)),
            new RunView.Milestone(100, false, NOW.plusSeconds(840), NOW.plusSeconds(1080))),
        List.of(new RunView.Problem("1 unit failed", "look at its log")));
  }

  static WatchText text(int columns, boolean colour) {
    return new WatchText(NOW, ZoneOffset.UTC, columns, new Paint(colour));
  }

  @Test
  void oneRunInFull() {
    assertThat(text(200, false).lines(List.of(run("k6", RunView.State.RUNNING, 53))))
        .containsExactly(
            "RUN  STATE      DONE   UNITS  FAILED         LEFT   RATE  ELAPSED  CPU      RSS  ROWS",
            "k6   running  45.0 %  54/120       1  14 m - 18 m  0.5/s     12 m  1.9  512 MiB   477",
            "  running   user=k6/mode=composite 3/10 for 1 m 0 s",
            "  reached   20 % at 11:55:00",
            "  expected  100 % 12:14:00 - 12:18:00",
            "  uses      coordinator 512 MiB 1.9 cores",
            "  ! 1 unit failed",
            "  -> look at its log");
  }

  @Test
  void severalRunsHaveATotal() {
    List<String> lines =
        text(200, false)
            .lines(
                List.of(
                    run("s0", RunView.State.RUNNING, 53), run("s1", RunView.State.COMPLETED, 119)));
    assertThat(lines.get(3)).startsWith("2 runs").contains("72.5 %  174/240       2  14 m - 18 m");
    assertThat(lines).contains("runs/s0:", "runs/s1:");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100, 132, 200})
  void noLineIsLongerThanTheScreen(int columns) {
    List<RunView> runs =
        List.of(
            run("k6_full-20261122-101530-3f9a-s0of4", RunView.State.RUNNING, 53),
            run("k6_full-20261122-101530-77aa-s1of4", RunView.State.DEAD, 3));
    assertThat(text(columns, false).lines(runs))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
    assertThat(text(columns, false).lines(runs).get(1)).contains("s0of4").contains("running");
  }

  @Test
  void coloursChangeNoLetter() {
    List<RunView> runs =
        List.of(run("a", RunView.State.RUNNING, 53), run("b", RunView.State.FAILED, 119));
    List<String> coloured = text(80, true).lines(runs);
    assertThat(coloured).anyMatch(line -> line.contains("\u001b[32m"));
    assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[\\d+m", "")).toList())
        .isEqualTo(text(80, false).lines(runs));
  }

  @Test
  void allEndWhenTheLastEndsAndNobodyKnowsIfOneDoesNot() {
    RunView known = run("a", RunView.State.RUNNING, 53);
    assertThat(RunTotals.remaining(List.of(known, run("b", RunView.State.COMPLETED, 119))))
        .isPresent();
    RunView stalled =
        new RunView(
            known.directory(),
            known.name(),
            known.shard(),
            RunView.State.STALLED,
            known.counts(),
            new RunView.Pace(Optional.empty(), Duration.ZERO, 0, Optional.empty()),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThat(RunTotals.remaining(List.of(known, stalled))).isEmpty();
  }
}
