package io.sheaf.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.ChildRun;
import io.sheaf.engine.fixture.Sample;
import io.sheaf.engine.fixture.Seeded;
import io.sheaf.engine.journal.StoredResult;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that dies as `kill -9` makes it die leaves a run that ends in the same bytes.
///
/// Half of the kills fall at a random moment, the other half once a random number of units is
/// durable, which no speed of the machine can miss. `-Dkills=100` for a longer look.
class KillTest {
  private static final int KILLS = Integer.getInteger("kills", 20);
  private static final String WORK = "work=2000000";
  private static final int MOST_DURABLE = 11;

  @TempDir private Path temporary;

  @Test
  void resumesToTheSameBytes() throws Exception {
    SplittableRandom random = Seeded.random("KillTest");
    Sample sample = new Sample(temporary, 12);
    sample.file(3, "fail");
    sample.start("reference", WORK);
    Map<String, String> expected = sample.out("reference");
    long longestMillis = undisturbedMillis(sample);
    int interrupted = 0;
    for (int i = 0; i < KILLS; i++) {
      String name = "killed" + i;
      long millis = random.nextLong(longestMillis);
      int durable = random.nextInt(1, MOST_DURABLE);
      boolean counts = i % 2 == 0;
      try (ChildRun child = ChildRun.begin(sample, name, WORK)) {
        child.awaitBegin();
        if (counts) {
          while (child.isAlive() && durable(sample, name) < durable) {
            Thread.onSpinWait();
          }
          child.kill();
        } else {
          child.killAfter(millis);
        }
      }
      interrupted += resume(sample, name) ? 1 : 0;
      assertThat(sample.out(name))
          .as(counts ? "killed after %d units" : "killed after %d ms", counts ? durable : millis)
          .isEqualTo(expected);
    }
    assertThat(interrupted).as("runs that were killed half way").isPositive();
  }

  /// How many units are in the journal.
  private static int durable(Sample sample, String name) throws Exception {
    boolean begun = new RunDirectory(sample.path(name)).isRun();
    return begun ? sample.snapshot(name).results().size() : 0;
  }

  /// How long a run takes in a process of its own on this machine now.
  private static long undisturbedMillis(Sample sample) throws Exception {
    long began = System.nanoTime();
    try (ChildRun child = ChildRun.begin(sample, "undisturbed", WORK)) {
      child.awaitBegin();
      child.exitCode();
    }
    return (System.nanoTime() - began) / 1_000_000;
  }

  /// Goes on in this process; whether there were both finished and open units.
  private static boolean resume(Sample sample, String name) throws Exception {
    if (!new RunDirectory(sample.path(name)).isRun()) {
      sample.start(name, WORK);
      return false;
    }
    List<String> done =
        sample.snapshot(name).results().stream()
            .filter(StoredResult::isDone)
            .map(result -> id(sample, name, result))
            .toList();
    int before = sample.traced().size();
    sample.resume(name, WORK);
    List<String> ranAgain = sample.traced().subList(before, sample.traced().size());
    Set<String> twice = new HashSet<>(ranAgain);
    twice.retainAll(done);
    assertThat(twice).as("units that were done and ran again").isEmpty();
    return !done.isEmpty() && done.size() < 22;
  }

  private static String id(Sample sample, String name, StoredResult result) {
    try {
      return sample.snapshot(name).plan().units().get(result.unit()).id();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
