package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.ChildRun;
import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.fixture.Seeded;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Worker processes end with their coordinator, however that ends, and workers that are killed at
/// random cost nothing but time.
///
/// `-Dkills=200` for a longer look.
class OrphanTest {
  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final long DEADLINE_MILLIS = 20_000;
  private static final String WORK = "work=3000000";

  @TempDir private Path temporary;

  @Test
  void leavesNoneBehindAndResumesToTheSameBytes() throws Exception {
    SplittableRandom random = Seeded.random("OrphanTest");
    Sample sample = new Sample(temporary, 12);
    sample.start("undisturbed", WORK);
    for (int i = 0; i < KILLS; i++) {
      String name = "killed" + i;
      try (ChildRun child = ChildRun.begin(sample, name, List.of("-Disolate=true"), WORK)) {
        child.awaitBegin();
        List<ProcessHandle> workers = awaitWorkers(child, sample.path(name));
        Thread.sleep(random.nextInt(300));
        if (random.nextBoolean()) {
          workers.getFirst().destroyForcibly();
          Thread.sleep(random.nextInt(300));
        }
        child.kill();
        awaitEnd(sample.path(name));
      }
      sample.resume(name, WORK);
      assertThat(sample.out(name)).isEqualTo(sample.out("undisturbed"));
    }
  }

  private static List<ProcessHandle> awaitWorkers(ChildRun run, Path directory) throws Exception {
    while (run.isAlive() && workers(directory).isEmpty()) {
      Thread.sleep(5);
    }
    List<ProcessHandle> workers = workers(directory);
    assertThat(workers).as("worker processes").isNotEmpty();
    return workers;
  }

  private static void awaitEnd(Path directory) throws Exception {
    long deadline = System.nanoTime() + DEADLINE_MILLIS * 1_000_000;
    while (!workers(directory).isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    assertThat(workers(directory)).as("orphans").isEmpty();
  }

  private static List<ProcessHandle> workers(Path directory) {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .filter(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.contains("SampleChild " + directory))
                    .isPresent())
        .toList();
  }
}
