package io.sheaf.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.engine.fixture.Seeded;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal that lost its end, or a bit of it, gives a state that once was, or refuses.
class DamagedJournalTest {
  private static final int UNITS = 30;
  private static final int TRIALS = 300;

  @TempDir private Path temporary;

  private record State(String plan, List<StoredResult> results) {}

  private static State read(Path file) throws IOException {
    try (JournalReader reader = JournalReader.open(file)) {
      return new State(reader.plan().digest(), reader.results());
    }
  }

  /// A journal with a commit per unit, as it lies on the disk after the process died.
  private Path killed() throws IOException {
    Path file = temporary.resolve("run.db");
    Plan plan =
        new Plan(
            "f",
            1,
            IntStream.range(0, UNITS)
                .mapToObj(i -> new Unit("u" + i, "g" + i, 1, Map.of(), List.of()))
                .toList());
    Journal.create(file, plan, Shard.WHOLE);
    Path copy = Files.createDirectories(temporary.resolve("copy")).resolve("run.db");
    try (Journal journal = Journal.open(file)) {
      for (int i = 0; i < UNITS; i++) {
        Row row = new Row("t", Arrays.asList("text " + i, i / 3.0));
        journal.adopt(StoredResult.of(i, 1, new Outcome.Done(new UnitOutput(List.of(row)))));
        journal.commit();
      }
      Files.copy(file, copy);
      Files.copy(log(file), log(copy));
    }
    return copy;
  }

  private static Path log(Path file) {
    return file.resolveSibling(file.getFileName() + "-wal");
  }

  private Path damaged(byte[] database, byte[] log) throws IOException {
    Path directory = Files.createTempDirectory(temporary, "trial");
    Path file = directory.resolve("run.db");
    Files.write(file, database);
    if (log.length > 0) {
      Files.write(log(file), log);
    }
    return file;
  }

  @Test
  void isAnEarlierStateWithoutTheEndOfItsLog() throws Exception {
    SplittableRandom random = Seeded.random("DamagedJournalTest");
    Path file = killed();
    State whole = read(file);
    assertThat(whole.results()).hasSize(UNITS);
    byte[] database = Files.readAllBytes(file);
    byte[] log = Files.readAllBytes(log(file));
    for (int i = 0; i < TRIALS; i++) {
      int length = random.nextInt(log.length);
      State state = read(damaged(database, Arrays.copyOf(log, length)));
      assertThat(state.plan()).isEqualTo(whole.plan());
      assertThat(state.results())
          .as("log of %d bytes", length)
          .isEqualTo(whole.results().subList(0, state.results().size()));
    }
  }

  @Test
  void isTheSameOrRefusedWithABitFlipped() throws Exception {
    SplittableRandom random = Seeded.random("DamagedJournalTest");
    Path file = killed();
    State whole = read(file);
    try (Journal journal = Journal.open(file)) {
      journal.commit();
    }
    byte[] database = Files.readAllBytes(file);
    int refused = 0;
    for (int i = 0; i < TRIALS; i++) {
      int bit = random.nextInt(database.length * 8);
      byte[] damaged = database.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        State state = read(damaged(damaged, new byte[0]));
        assertThat(state).as("bit %d", bit).isEqualTo(whole);
      } catch (CorruptJournalException _) {
        refused++;
      }
    }
    assertThat(refused).isBetween(TRIALS / 20, TRIALS - 1);
  }

  @Test
  void isRefusedWithoutItsEnd() throws Exception {
    Path file = killed();
    State whole = read(file);
    try (Journal journal = Journal.open(file)) {
      journal.commit();
    }
    byte[] database = Files.readAllBytes(file);
    int refused = 0;
    for (int length = 0; length < database.length; length += 509) {
      try {
        assertThat(read(damaged(Arrays.copyOf(database, length), new byte[0]))).isEqualTo(whole);
      } catch (CorruptJournalException _) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(database.length / 509 / 2);
  }
}
