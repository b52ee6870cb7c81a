package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.fixture.SampleWorkload;
import io.sheaf.engine.fixture.Told;
import io.sheaf.engine.journal.Journal;
import io.sheaf.engine.journal.StoredResult;
import io.sheaf.engine.plan.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a second process does with what a first one left.
class ResumeTest {
  @TempDir private Path temporary;
  private Sample sample;

  @BeforeEach
  void makeData() throws Exception {
    sample = new Sample(temporary, 6);
  }

  @Test
  void leavesAFinishedRunAlone() throws Exception {
    sample.start("run");
    Map<String, String> before = sample.out("run");
    int attempts = sample.traced().size();
    Told told = new Told();
    assertThat(sample.resume("run", told).state()).isEqualTo(RunEnd.State.COMPLETED);
    assertThat(sample.traced()).hasSize(attempts);
    assertThat(told.notices()).isEmpty();
    assertThat(sample.out("run")).isEqualTo(before);
  }

  @Test
  void runsAUnitAgainWhoseInputChanged() throws Exception {
    sample.start("run");
    int before = sample.traced().size();
    sample.file(4, "fine but longer");
    Told told = new Told();
    sample.resume("run", told);
    assertThat(sample.traced().subList(before, sample.traced().size()))
        .containsExactlyInAnyOrder("user=u004/mode=fine", "user=u004/mode=coarse");
    assertThat(told.notices())
        .containsExactly(
            "runs again: user=u004/mode=fine: input u004.txt has changed",
            "runs again: user=u004/mode=coarse: input u004.txt has changed");
    sample.start("fresh");
    assertThat(sample.out("run")).isEqualTo(sample.out("fresh"));
    assertThat(RunRecordTest.line(sample.path("run"), "plan"))
        .isEqualTo(RunRecordTest.line(sample.path("fresh"), "plan"));
  }

  @Test
  void runsUnitsAgainThatAreAskedFor() throws Exception {
    sample.start("run");
    Map<String, String> before = sample.out("run");
    Told told = new Told();
    resume(told, "user=u004/mode=fine");
    assertThat(told.notices()).containsExactly("runs again: user=u004/mode=fine: asked for");
    assertThat(sample.out("run")).isEqualTo(before);
  }

  /// A name that is not there would otherwise be passed over, and nothing would run.
  @Test
  void refusesToRunAgainWhatIsNotThere() throws Exception {
    sample.start("run");
    assertThatThrownBy(() -> resume(new Told(), "user=u004/mode=fien"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("has no unit `user=u004/mode=fien`");
  }

  private void resume(Told told, String again) throws IOException {
    new Run(sample.definition(), Sample.options(Shard.WHOLE, 2), told)
        .resume(new RunDirectory(sample.path("run")), Set.of(again));
  }

  @Test
  void triesFailedUnitsAgain() throws Exception {
    sample.file(1, "fail");
    RunEnd first = sample.start("run");
    assertThat(first.progress().failed()).isEqualTo(2);
    assertThat(first.state()).isEqualTo(RunEnd.State.COMPLETED);
    Told told = new Told();
    RunEnd second = sample.resume("run", told);
    assertThat(second.progress().failed()).isEqualTo(2);
    assertThat(second.progress().done()).isEqualTo(10);
    assertThat(told.notices())
        .contains("runs again: user=u001/mode=fine: it failed before: too few rows");
    assertThat(sample.status("run")).contains("\"status\":\"failed\"");
  }

  /// Killed after the last unit was committed and before `out/` was written anew.
  @Test
  void doesNotTakeTheTablesOfAnEarlierAttemptForItsOwn() throws Exception {
    sample.file(1, "fail");
    sample.start("run");
    sample.file(1, "fine");
    SampleWorkload dying =
        new SampleWorkload(
            (_, _) -> {
              assertThat(sample.path("run").resolve("out/manifest.json")).doesNotExist();
            });
    new Run(sample.definition(dying), Sample.options(Shard.WHOLE, 1), new Told())
        .resume(new RunDirectory(sample.path("run")));
    sample.start("fresh");
    assertThat(sample.out("run")).isEqualTo(sample.out("fresh"));
  }

  @Test
  void refusesAnotherConfigurationKeyByKey() throws Exception {
    sample.start("run", "rows=4");
    assertThatThrownBy(() -> sample.resume("run", "rows=5", "scale=2"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("rows: 4 -> 5")
        .hasMessageContaining("scale: 1.0 -> 2.0");
    sample.resume("run", "rows=4", "work=10");
  }

  @Test
  void refusesAnotherListOfUnits() throws Exception {
    sample.start("run");
    Files.delete(sample.data().resolve("u003.txt"));
    sample.file(9, "new");
    assertThatThrownBy(() -> sample.resume("run"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("gone: [user=u003/mode=fine, user=u003/mode=coarse]")
        .hasMessageContaining("new: [user=u009/mode=fine, user=u009/mode=coarse]");
  }

  @Test
  void refusesAnotherShard() throws Exception {
    sample.start("run", Sample.options(new Shard(0, 2), 1));
    assertThatThrownBy(() -> sample.resume("run"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("holds shard 0/2, not 0/1");
  }

  @Test
  void drainsAndStops() throws Exception {
    List<Run> run = new CopyOnWriteArrayList<>();
    SampleWorkload workload =
        new SampleWorkload(
            (unit, _) -> {
              if (unit.id().startsWith("user=u002")) {
                run.getFirst().stop();
              }
            });
    String slow = "work=5000000";
    run.add(new Run(sample.definition(workload, slow), Sample.options(Shard.WHOLE, 2), new Told()));
    RunEnd end = run.getFirst().start(RunDirectory.fresh(sample.path("run")));
    assertThat(end.state()).isEqualTo(RunEnd.State.STOPPED);
    assertThat(sample.path("run").resolve("out")).doesNotExist();
    assertThat(sample.status("run")).contains("\"status\":\"stopped\"");
    List<StoredResult> results = sample.snapshot("run").results();
    assertThat(results).hasSameSizeAs(sample.traced()).hasSizeLessThan(12);
    assertThat(sample.snapshot("run").missing()).hasSize(12 - results.size());
    sample.resume("run", slow);
    assertThat(sample.traced()).hasSize(12).doesNotHaveDuplicates();
    sample.start("fresh", slow);
    assertThat(sample.out("run")).isEqualTo(sample.out("fresh"));
  }

  @Test
  void stopsBeforeItBegins() throws Exception {
    Run run = new Run(sample.definition(), Sample.options(Shard.WHOLE, 2), new Told());
    run.stop();
    RunEnd end = run.start(RunDirectory.fresh(sample.path("run")));
    assertThat(end.state()).isEqualTo(RunEnd.State.STOPPED);
    assertThat(sample.traced()).isEmpty();
    assertThat(sample.resume("run").state()).isEqualTo(RunEnd.State.COMPLETED);
  }

  @Test
  void drainsWhenItsThreadIsInterrupted() throws Exception {
    Thread coordinator = Thread.currentThread();
    SampleWorkload workload = new SampleWorkload((_, _) -> coordinator.interrupt());
    Run run = new Run(sample.definition(workload), Sample.options(Shard.WHOLE, 1), new Told());
    RunEnd end = run.start(RunDirectory.fresh(sample.path("run")));
    assertThat(Thread.interrupted()).as("the flag is restored").isTrue();
    assertThat(end.state()).isEqualTo(RunEnd.State.STOPPED);
    assertThat(sample.resume("run").state()).isEqualTo(RunEnd.State.COMPLETED);
  }

  @Test
  void namesTheUnitsThatWereUnderWay() throws Exception {
    SampleWorkload workload = new SampleWorkload();
    Definition definition = sample.definition(workload);
    RunDirectory directory = RunDirectory.fresh(sample.path("run"));
    directory.begin(definition, definition.plan(), Shard.WHOLE);
    try (Journal journal = Journal.open(directory.journal())) {
      journal.started(new io.sheaf.engine.plan.Assignment(3, 1, "first run"), 0);
      journal.commit();
    }
    Told told = new Told();
    sample.resume("run", told);
    assertThat(told.notices())
        .containsExactly("runs again: user=u001/mode=coarse: interrupted in attempt 1");
  }

  /// A pipe that a screen wrote into breaks, for one.
  @Test
  void saysThatItStoppedWhenItsListenerFails() throws Exception {
    Told told =
        new Told(
            progress -> {
              if (progress.done() > 1) {
                throw new IllegalStateException("broken pipe");
              }
            });
    Run run = new Run(sample.definition(), Sample.options(Shard.WHOLE, 2), told);
    RunDirectory directory = RunDirectory.fresh(sample.path("run"));
    assertThatThrownBy(() -> run.start(directory)).hasMessage("broken pipe");
    assertThat(sample.status("run")).contains("\"status\":\"stopped\"");
    assertThat(Files.readString(directory.logs().resolve("errors.log")))
        .contains("the run ends early: broken pipe");
    assertThat(sample.resume("run").state()).isEqualTo(RunEnd.State.COMPLETED);
    sample.start("fresh");
    assertThat(sample.out("run")).isEqualTo(sample.out("fresh"));
  }

  @Test
  void refusesRowsThatNoTableTakes() throws Exception {
    Run run =
        new Run(sample.definition("modes=fine,broken"), Sample.options(Shard.WHOLE, 2), new Told());
    RunDirectory directory = RunDirectory.fresh(sample.path("run"));
    assertThatThrownBy(() -> run.start(directory))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("tables it does not declare: [broken]");
    assertThat(directory.manifest()).doesNotExist();
    assertThat(sample.status("run")).contains("\"status\":\"stopped\"");
  }
}
