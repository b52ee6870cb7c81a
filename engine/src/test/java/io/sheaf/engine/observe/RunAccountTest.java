package io.sheaf.engine.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.fixture.SampleWorkload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAccountTest {
  @TempDir private Path folder;

  private RunAccount account(Sample sample) throws IOException {
    return RunAccount.read(sample.path("run"), _ -> new SampleWorkload(), Clock.systemUTC());
  }

  @Test
  void addsUpToTheProfile() throws IOException {
    Sample sample = new Sample(folder, 6);
    sample.start("run", "work=200000");
    RunAccount account = account(sample);
    RunTimes times = account.times();
    assertThat(times.attempts()).isEqualTo(12).isEqualTo(account.profile().attempts());
    assertThat(times.pieces()).hasSize(12);
    assertThat(times.slowest()).hasSize(12);
    assertThat(times.ended().stream().mapToLong(one -> one).sum()).isEqualTo(12);
    assertThat(times.bands().stream().mapToLong(RunTimes.Band::attempts).sum()).isEqualTo(12);
    assertThat(times.lanes().stream().mapToDouble(RunTimes.Lane::wallSeconds).sum())
        .isCloseTo(account.profile().total().wallNanos() / 1e9, within(1e-9));
    for (RunTimes.Lane lane : times.lanes()) {
      double busy = lane.busy().stream().mapToDouble(one -> one * times.binSeconds()).sum();
      assertThat(lane.busy()).hasSize(RunTimes.BINS).allMatch(one -> one >= 0 && one <= 1);
      assertThat(busy)
          .as("starts are known to the millisecond")
          .isCloseTo(lane.wallSeconds(), within(0.0011 * lane.attempts()));
    }
    assertThat(times.slowest().getFirst().wallSeconds())
        .isEqualTo(
            times.pieces().stream().mapToDouble(RunTimes.Piece::wallSeconds).max().orElseThrow());
    assertThat(account.outputs())
        .extracting(RunAccount.OutputFile::name)
        .containsExactly("sample_values.csv");
    assertThat(account.outputs().getFirst().bytes())
        .isEqualTo(Files.size(sample.path("run").resolve("out/sample_values.csv")));
    assertThat(account.facts().inputs()).hasSize(6);
    assertThat(account.facts().configuration()).containsEntry("scale", 1.0);
  }

  @Test
  void putsFailuresThatAreAlikeTogether() throws IOException {
    Sample sample = new Sample(folder, 4);
    sample.file(1, "fail");
    sample.file(2, "fail");
    sample.start("run");
    RunFailures failures = account(sample).failures();
    assertThat(failures.units().values().stream().mapToLong(one -> one).sum()).isEqualTo(4);
    assertThat(failures.kinds().stream().mapToLong(RunFailures.Kind::units).sum()).isEqualTo(4);
    assertThat(failures.kinds().getFirst().first()).startsWith("user=u001/");
    assertThat(failures.others()).isZero();
  }

  @Test
  void hasNoTimesBeforeAnyAttemptEnded() throws IOException {
    Sample sample = new Sample(folder, 0);
    sample.start("run");
    RunTimes times = account(sample).times();
    assertThat(times.lanes()).isEmpty();
    assertThat(times.attempts()).isZero();
    assertThat(times.bands()).isEmpty();
  }
}
