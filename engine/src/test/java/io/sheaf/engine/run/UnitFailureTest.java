package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.fixture.SampleWorkload;
import io.sheaf.engine.fixture.Told;
import io.sheaf.engine.journal.JournalIndex;
import io.sheaf.engine.journal.StoredResult;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.UnitFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One bad unit never stops the others, and is never forgotten.
class UnitFailureTest {
  @TempDir private Path temporary;
  private Sample sample;

  @BeforeEach
  void makeData() throws Exception {
    sample = new Sample(temporary, 3);
  }

  @ParameterizedTest
  @CsvSource({
    "fail, failed, too few rows",
    "unreadable, failed, u001.txt",
    "crash, failed, IllegalStateException: defect",
    "memory, out of memory, no room",
    "interrupt, failed, InterruptedException: of its own accord",
    "nothing, failed, NullPointerException: output"
  })
  void isRecorded(String word, String outcome, String message) throws Exception {
    sample.file(1, word);
    RunEnd end = sample.start("run");
    assertThat(end.state()).isEqualTo(RunEnd.State.COMPLETED);
    assertThat(end.progress().done()).isEqualTo(4);
    assertThat(end.progress().failed()).isEqualTo(2);
    StoredResult stored = sample.snapshot("run").results().get(2);
    assertThat(stored.outcome()).isEqualTo(outcome);
    assertThat(stored.content()).isEqualTo(message);
    assertThat(Files.readString(sample.path("run").resolve("logs/errors.log")))
        .contains("user=u001/mode=fine: " + message);
    assertThat(sample.status("run")).contains("\"status\":\"failed\"", "\"errors_count\":2");
  }

  /// The first to end has it, whichever that is.
  @Test
  void isWhatBecomesOfTheSecondThatMakesAFile() throws Exception {
    sample.file(1, "same-file");
    RunEnd end = sample.start("run");
    assertThat(end.progress().failed()).isEqualTo(1);
    assertThat(sample.snapshot("run").results())
        .filteredOn(result -> !result.isDone())
        .extracting(StoredResult::content)
        .containsExactly("files/u001.txt: another unit has made this file");
    sample.resume("run");
    assertThat(sample.snapshot("run").results()).filteredOn(StoredResult::isDone).hasSize(5);
  }

  /// Else a process that dies would leave no word of what it had begun.
  @Test
  void isTracedFromBeforeItBegins() throws Exception {
    Path journal = new RunDirectory(sample.path("run")).journal();
    Set<String> unknown = ConcurrentHashMap.newKeySet();
    SampleWorkload looking =
        new SampleWorkload(
            (unit, _) -> {
              try (JournalIndex index = JournalIndex.open(journal)) {
                if (index.open(100).stream().noneMatch(one -> one.unit().equals(unit.id()))) {
                  unknown.add(unit.id());
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    RunEnd end =
        new Run(sample.definition(looking), Sample.options(Shard.WHOLE, 2), new Told())
            .start(RunDirectory.fresh(sample.path("run")));
    assertThat(end.progress().failed()).isZero();
    assertThat(unknown).as("units that began before the journal knew").isEmpty();
  }

  @Test
  void logsTheTraceOfADefect() throws Exception {
    sample.file(1, "crash");
    sample.start("run");
    assertThat(Files.readString(sample.path("run").resolve("logs/errors.log")))
        .contains("user=u001/mode=fine failed unexpectedly", "at io.sheaf.engine.fixture.Sample");
  }

  @Test
  void isTriedAgainIfUnexpected() throws Exception {
    sample.file(1, "flaky");
    Told told = new Told();
    Run run = new Run(sample.definition(), new RunOptions(Shard.WHOLE, 2, 1), told);
    RunEnd end = run.start(RunDirectory.fresh(sample.path("run")));
    assertThat(end.progress().failed()).isZero();
    assertThat(told.notices())
        .contains("user=u001/mode=fine will be tried again: IllegalStateException: first attempt");
    assertThat(sample.snapshot("run").results().get(2).epoch()).isEqualTo(2);
  }

  @Test
  void isNotTriedAgainIfExpected() throws Exception {
    sample.file(1, "fail");
    Run run = new Run(sample.definition(), new RunOptions(Shard.WHOLE, 2, 5), new Told());
    run.start(RunDirectory.fresh(sample.path("run")));
    assertThat(sample.traced()).hasSize(6);
  }

  @Test
  void isTriedAgainIfForeseenAndWorthIt() throws Exception {
    SampleWorkload workload =
        new SampleWorkload(
            (unit, context) -> {
              if (unit.id().contains("u001") && context.attempt() == 1) {
                throw UnitFailedException.worthRetrying("the network is down", "in 3 places");
              }
            });
    Told told = new Told();
    RunEnd end =
        new Run(sample.definition(workload), new RunOptions(Shard.WHOLE, 2, 1), told)
            .start(RunDirectory.fresh(sample.path("run")));
    assertThat(end.progress().failed()).isZero();
    assertThat(told.notices())
        .contains("user=u001/mode=fine will be tried again: the network is down");
    assertThat(Files.readString(sample.path("run").resolve("logs/errors.log")))
        .contains("in 3 places")
        .doesNotContain("\tat ");
  }

  @Test
  void countsTheTimeOfItsProcesses() throws Exception {
    SampleWorkload workload = new SampleWorkload((_, context) -> context.spent(7_000_000_000L));
    new Run(sample.definition(workload), Sample.options(Shard.WHOLE, 2), new Told())
        .start(RunDirectory.fresh(sample.path("run")));
    assertThat(Files.readAllLines(sample.path("run").resolve("logs/events.jsonl")))
        .filteredOn(line -> line.contains("\"event\":\"attempt\""))
        .hasSize(6)
        .allMatch(line -> line.matches(".*\"cpu_ms\":7\\d{3}}"));
  }

  /// A message may hold what a broken file holds.
  @Test
  void survivesAnyMessage() throws Exception {
    String message = "cell `\0\u001b[31m\uD800` of\nline 2";
    SampleWorkload workload =
        new SampleWorkload(
            (unit, _) -> {
              if (unit.id().contains("u001")) {
                throw new UnitFailedException(message);
              }
            });
    new Run(sample.definition(workload), Sample.options(Shard.WHOLE, 2), new Told())
        .start(RunDirectory.fresh(sample.path("run")));
    assertThat(sample.snapshot("run").results()).hasSize(6);
    assertThat(sample.resume("run").progress().failed()).isZero();
  }

  @Test
  void writesTheSameInAnyLocale() throws Exception {
    sample.start("reference", "scale=1e-9");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      sample.start("arabic", "scale=1e-9");
    } finally {
      Locale.setDefault(before);
    }
    assertThat(sample.out("arabic")).isEqualTo(sample.out("reference"));
  }
}
