package io.sheaf.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.fixture.ChildRun;
import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.run.RunDirectory;
import io.sheaf.engine.run.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservedRunTest {
  @TempDir private Path temporary;
  private Sample sample;
  private final Later clock = new Later();

  /// A clock that can be set forward.
  private static final class Later extends Clock {
    private Duration by = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void makeData() throws IOException {
    sample = new Sample(temporary, 10);
  }

  @Test
  void findsUnitsByNameAndState() throws IOException {
    sample.file(3, "fail");
    sample.start("run");
    ObservedRun run = run("run");
    assertThat(run.units(UnitQuery.first(7)).units()).hasSize(7).first().satisfies(this::isFirst);
    assertThat(ids(run, "U003/MODE", Set.of()))
        .containsExactly("user=u003/mode=fine", "user=u003/mode=coarse");
    assertThat(ids(run, "", Set.of(UnitState.FAILED)))
        .containsExactly("user=u003/mode=fine", "user=u003/mode=coarse");
    assertThat(ids(run, "u003", Set.of(UnitState.DONE))).isEmpty();
    assertThat(run.counts()).containsEntry(UnitState.DONE, 18).containsEntry(UnitState.FAILED, 2);
    assertThat(run.workers().stream().mapToLong(WorkerLine::attempts).sum()).isEqualTo(20);
  }

  private void isFirst(UnitLine line) {
    assertThat(line.id()).isEqualTo("user=u000/mode=fine");
    assertThat(line.state()).isEqualTo(UnitState.DONE);
    assertThat(line.attempts()).isEqualTo(1);
    assertThat(line.worker()).startsWith("worker-");
    assertThat(line.wallNanos()).isPositive();
  }

  @Test
  void pagesOfAnOrderAreItsParts() throws IOException {
    sample.start("run");
    ObservedRun run = run("run");
    for (UnitQuery.Order order : UnitQuery.Order.values()) {
      for (boolean falling : new boolean[] {false, true}) {
        List<UnitLine> all = run.units(new UnitQuery("", Set.of(), order, falling, 0, 100)).units();
        UnitPage part = run.units(new UnitQuery("", Set.of(), order, falling, 15, 10));
        assertThat(part.units()).isEqualTo(all.subList(15, 20));
        assertThat(part.matching()).isEqualTo(20);
        Comparator<UnitLine> byWall = Comparator.comparingLong(UnitLine::wallNanos);
        if (order == UnitQuery.Order.WALL) {
          assertThat(all).isSortedAccordingTo(falling ? byWall.reversed() : byWall);
        }
      }
    }
    assertThat(run.units(new UnitQuery("", Set.of(), UnitQuery.Order.CPU, false, 99, 9)).units())
        .isEmpty();
  }

  /// What was settled may be withdrawn when a run is resumed.
  @Test
  void followsARunThatGoesOn() throws IOException {
    sample.file(3, "fail");
    sample.start("run");
    ObservedRun run = run("run");
    assertThat(run.counts()).containsEntry(UnitState.FAILED, 2);
    sample.file(3, "fine");
    sample.resume("run");
    clock.by = Duration.ofSeconds(5);
    assertThat(run.view().counts().failed()).isZero();
    assertThat(run.counts()).containsEntry(UnitState.FAILED, 0).containsEntry(UnitState.DONE, 20);
  }

  @Test
  void seesWhatIsUnderWay() throws IOException, InterruptedException {
    try (ChildRun child = ChildRun.begin(sample, "run", "work=1000000000")) {
      child.awaitUnit();
      while (run("run").view().running().stream().allMatch(unit -> unit.worker().isEmpty())) {
        Thread.onSpinWait();
      }
      ObservedRun run = run("run");
      assertThat(run.view().state()).isEqualTo(RunView.State.RUNNING);
      assertThat(ids(run, "", Set.of(UnitState.RUNNING))).isNotEmpty();
      TaskStream stream = run.stream(0, 0);
      assertThat(stream.bars()).isNotEmpty().allMatch(bar -> bar.state() == UnitState.RUNNING);
      assertThat(stream.workers()).isNotEmpty().allMatch(name -> name.startsWith("worker-"));
      assertThat(stream.bars()).extracting(TaskStream.Bar::worker).doesNotHaveDuplicates();
      child.kill();
    }
    clock.by = Duration.ofSeconds(5);
    ObservedRun run = run("run");
    assertThat(run.counts()).containsEntry(UnitState.RUNNING, 0);
    assertThat(run.stream(0, 0).bars()).isEmpty();
  }

  /// Its files say nothing of that.
  @Test
  void noticesADeathHoweverOftenItIsAsked() throws IOException, InterruptedException {
    try (ChildRun child = ChildRun.begin(sample, "run", "work=1000000000")) {
      child.awaitUnit();
      ObservedRun run = run("run");
      while (run.view().state() != RunView.State.RUNNING) {
        Thread.onSpinWait();
      }
      child.kill();
      for (int i = 0; i < 10; i++) {
        clock.by = clock.by.plusMillis(300);
        run.view();
      }
      assertThat(run.view().state()).isEqualTo(RunView.State.DEAD);
    }
  }

  /// The journal has the same attempts without an end before and after.
  @Test
  void whatADeadProcessWasDoingIsNotUnderWay() throws IOException, InterruptedException {
    try (ChildRun child = ChildRun.begin(sample, "run", "work=1000000000")) {
      child.awaitUnit();
      child.kill();
    }
    FreshIndex index = new FreshIndex(new RunDirectory(sample.path("run")));
    List<Object> files = List.of("as before");
    assertThat(index.state(true, files, Instant.EPOCH).sums().counts().get(UnitState.RUNNING))
        .isPositive();
    assertThat(index.state(false, files, Instant.EPOCH).sums().counts())
        .containsEntry(UnitState.RUNNING, 0);
  }

  @Test
  void theStreamHasEveryAttemptAndItsPhases() throws IOException {
    sample.file(1, "flaky");
    sample.file(2, "steps");
    sample.start("run", new RunOptions(Shard.WHOLE, 2, 1));
    TaskStream stream = run("run").stream(0, 0);
    assertThat(stream.attempts()).isEqualTo(22);
    assertThat(stream.bars()).hasSize(22);
    assertThat(stream.bars()).filteredOn(bar -> bar.state() == UnitState.FAILED).hasSize(2);
    assertThat(stream.workers()).containsExactly("worker-1", "worker-2");
    assertThat(stream.pieces())
        .isNotEmpty()
        .allSatisfy(
            piece -> {
              TaskStream.Bar bar = stream.bars().get(piece.bar());
              assertThat(piece.startMillis()).isGreaterThanOrEqualTo((double) bar.startMillis());
              assertThat(piece.startMillis() + piece.lengthMillis())
                  .isLessThan(bar.startMillis() + bar.lengthMillis() + 1.0);
            });
    assertThat(run("run").stream(1, 2).bars()).isEmpty();
  }

  @Test
  void curvesCountEveryUnitOnce() throws IOException {
    sample.file(3, "fail");
    sample.start("run");
    Curves curves = run("run").curves();
    assertThat(curves.throughput().stream().mapToLong(Curves.Rate::done).sum()).isEqualTo(18);
    assertThat(curves.throughput().stream().mapToLong(Curves.Rate::failed).sum()).isEqualTo(2);
  }

  @Test
  void tablesComeInPages() throws IOException {
    sample.start("run");
    ObservedRun run = run("run");
    TableFile values = run.tables().getFirst();
    assertThat(values.name()).isEqualTo("sample_values");
    TableFile.Page page = run.page(values, TableQuery.plain(0));
    assertThat(page.header()).startsWith("user", "mode", "row");
    assertThat(page.rows()).isEqualTo(60);
    assertThat(page.lines()).hasSize(60);
    assertThat(page.pages()).isEqualTo(1);
  }

  @Test
  void everyRowOfALongTableIsOnOnePage() throws IOException {
    Path file = temporary.resolve("long.csv");
    StringBuilder text = new StringBuilder("number,text\n");
    for (int i = 0; i < 1005; i++) {
      text.append(i).append(",\"two\nlines, quoted\"\n");
    }
    Files.writeString(file, text);
    TableFile table = new TableFile("long", file, Files.size(file));
    TableFile.Index index = table.index();
    int next = 0;
    for (int number = 0; number < 11; number++) {
      TableFile.Page page = table.page(index, number);
      assertThat(page.pages()).isEqualTo(11);
      for (List<String> line : page.lines()) {
        assertThat(line).containsExactly(Integer.toString(next), "two\nlines, quoted");
        next++;
      }
    }
    assertThat(next).isEqualTo(1005);
    assertThat(table.page(index, 99).number()).isEqualTo(10);
    Files.writeString(file, "number,text\n");
    assertThat(table.page(table.index(), 0).lines()).isEmpty();
    Files.writeString(file, "");
    assertThat(table.page(table.index(), 0).header()).isEmpty();
  }

  @Test
  void rowsAreFoundAndOrdered() throws IOException {
    Path file = temporary.resolve("mixed.csv");
    StringBuilder text = new StringBuilder("name,value,mixed\n");
    for (int i = 0; i < 250; i++) {
      text.append("n").append(i).append(',').append((i * 37 % 250 - 100) / 8.0).append(",x\n");
    }
    text.append("Nothing,,1\nnan,nan,2\n");
    Files.writeString(file, text);
    TableFile table = new TableFile("mixed", file, Files.size(file));
    assertThat(column(table, new TableQuery("", "value", false, 0), 1))
        .hasSize(100)
        .startsWith("-12.5", "-12.375")
        .isSortedAccordingTo(Comparator.comparing(Double::valueOf));
    assertThat(column(table, new TableQuery("", "value", true, 0), 1)).startsWith("18.625", "18.5");
    assertThat(column(table, new TableQuery("", "value", true, 2), 1)).endsWith("-12.5", "", "nan");
    assertThat(column(table, new TableQuery("", "name", false, 0), 0))
        .startsWith("Nothing", "n0", "n1", "n10", "n100");
    assertThat(column(table, new TableQuery("N24", "name", true, 0), 0))
        .containsExactly(
            "n249", "n248", "n247", "n246", "n245", "n244", "n243", "n242", "n241", "n240", "n24");
    assertThat(column(table, new TableQuery("noth", "", false, 9), 0)).containsExactly("Nothing");
    assertThat(column(table, new TableQuery("nowhere", "value", false, 0), 0)).isEmpty();
    assertThat(column(table, new TableQuery("", "mixed", true, 0), 2)).startsWith("x", "x");
    assertThatThrownBy(() -> column(table, new TableQuery("", "none", true, 0), 2))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("[name, value, mixed]");
  }

  @Test
  void moreRowsThanMemoryHoldsAreNotOrdered() throws IOException {
    Path file = temporary.resolve("large.csv");
    String rows = "x\n".repeat(TableOrder.MOST_ROWS);
    Files.writeString(file, "name\n" + rows);
    TableFile table = new TableFile("large", file, Files.size(file));
    TableFile.Index index = table.index();
    TableQuery query = new TableQuery("x", "name", true, 0);
    assertThat(table.order(index, query).size()).isEqualTo(TableOrder.MOST_ROWS);
    Files.writeString(file, "name\n" + rows + "x\n");
    assertThatThrownBy(() -> table.order(table.index(), query))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("large.csv", "1,000,000 rows");
  }

  private static List<String> column(TableFile table, TableQuery query, int column)
      throws IOException {
    TableFile.Index index = table.index();
    return table.page(index, table.order(index, query), query.page()).lines().stream()
        .map(line -> line.get(column))
        .toList();
  }

  @Test
  void outputsAreThoseOfTheRun() throws IOException {
    sample.start("run");
    ObservedRun run = run("run");
    assertThat(run.output("sample_values.csv")).isPresent();
    assertThat(run.output("../run.yaml")).isEmpty();
    assertThat(run.output("/etc/passwd")).isEmpty();
    Files.createSymbolicLink(sample.path("run/out/link"), sample.path("run/run.yaml"));
    assertThat(run.output("link")).isEmpty();
  }

  @Test
  void namesTheNearestUnit() throws IOException {
    sample.start("run");
    ObservedRun run = run("run");
    assertThat(run.unit("user=u001/mode=fine", 5).attempts()).hasSize(1);
    run.counts();
    assertThat(run.unit("user=u001/mode=fine", 5).attempts()).hasSize(1);
    assertThatThrownBy(() -> run.unit("user=u001/mode=fien", 5))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("did you mean `user=u001/mode=fine`?");
  }

  private List<String> ids(ObservedRun run, String text, Set<UnitState> states) throws IOException {
    return run
        .units(new UnitQuery(text, states, UnitQuery.Order.PLAN, false, 0, 100))
        .units()
        .stream()
        .map(UnitLine::id)
        .toList();
  }

  private ObservedRun run(String name) {
    return new ObservedRun(name, new RunDirectory(sample.path(name)).path(), new RunWatch(clock));
  }
}
