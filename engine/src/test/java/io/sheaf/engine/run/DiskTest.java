package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.fixture.SampleWorkload;
import io.sheaf.engine.fixture.Told;
import io.sheaf.engine.journal.CorruptJournalException;
import io.sheaf.engine.journal.Journal;
import io.sheaf.engine.plan.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full or read-only, where the tests may mount one.
@Timeout(60)
class DiskTest {
  @TempDir private Path temporary;
  private Path disk;
  private Sample sample;

  @BeforeEach
  void mount() throws Exception {
    sample = new Sample(temporary, 8);
    disk = Files.createDirectories(temporary.resolve("disk"));
    assumeTrue(call("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()));
  }

  @AfterEach
  void unmount() throws Exception {
    call("umount", "-l", disk.toString());
  }

  private static boolean call(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(List.of(command))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void leavesAResumableRunWhenItIsFull() throws Exception {
    Path filler = disk.resolve("filler");
    AtomicInteger units = new AtomicInteger();
    SampleWorkload workload =
        new SampleWorkload(
            (_, _) -> {
              if (units.incrementAndGet() == 5) {
                fill(filler);
              }
            });
    RunDirectory directory = RunDirectory.fresh(disk.resolve("run"));
    Run run = new Run(sample.definition(workload), Sample.options(Shard.WHOLE, 1), new Told());
    assertThatThrownBy(() -> run.start(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(directory.toString());
    Files.delete(filler);
    int before = sample.traced().size();
    int durable = sample.snapshot("disk/run").results().size();
    assertThat(durable).isBetween(1, 4);
    sample.resume("disk/run");
    assertThat(sample.traced().size() - before).isEqualTo(16 - durable);
    sample.start("reference");
    assertThat(sample.out("disk/run")).isEqualTo(sample.out("reference"));
  }

  @Test
  void saysWhereItCannotBegin() throws Exception {
    fill(disk.resolve("filler"));
    assertThatThrownBy(() -> sample.start("disk/run"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(disk.toString());
    Files.delete(disk.resolve("filler"));
    assertThat(sample.resume("disk/run").state()).isEqualTo(RunEnd.State.COMPLETED);
  }

  @Test
  void isNotTakenForADamagedJournal() throws Exception {
    sample.start("disk/run");
    Path filler = disk.resolve("filler");
    fill(filler);
    assertThatThrownBy(() -> Journal.open(disk.resolve("run/run.db")))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(CorruptJournalException.class)
        .hasMessageContaining("run.db");
  }

  @Test
  void readsButDoesNotWriteWhatIsReadOnly() throws Exception {
    sample.start("disk/run");
    call("mount", "-o", "remount,ro", disk.toString());
    assertThatThrownBy(() -> sample.resume("disk/run"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(disk.toString());
    assertThat(sample.snapshot("disk/run").missing()).isEmpty();
    call("mount", "-o", "remount,rw", disk.toString());
    assertThat(sample.resume("disk/run").state()).isEqualTo(RunEnd.State.COMPLETED);
  }

  @Test
  void isWatchedByEveryWorker() throws Exception {
    sample.file(3, "crash");
    Path filler = disk.resolve("filler");
    SampleWorkload workload = new SampleWorkload((_, _) -> fill(filler));
    RunDirectory directory = RunDirectory.fresh(disk.resolve("run"));
    Run run = new Run(sample.definition(workload), Sample.options(Shard.WHOLE, 2), new Told());
    assertThatThrownBy(() -> run.start(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(directory.toString());
    Files.delete(filler);
    assertThat(sample.resume("disk/run").progress().failed()).isEqualTo(2);
  }

  private static void fill(Path filler) {
    for (int size = 1 << 20; size > 0; size /= 2) {
      try {
        while (true) {
          Files.write(
              filler,
              new byte[size],
              java.nio.file.StandardOpenOption.CREATE,
              java.nio.file.StandardOpenOption.APPEND);
        }
      } catch (IOException _) {
        // Full for pieces of this size; smaller ones may fit.
      }
    }
  }
}
