package io.sheaf.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.engine.execute.Completion;
import io.sheaf.engine.fixture.Seeded;
import io.sheaf.engine.plan.Assignment;
import io.sheaf.engine.plan.Input;
import io.sheaf.engine.plan.Outcome;
import io.sheaf.engine.plan.Plan;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.Unit;
import io.sheaf.engine.plan.UnitOutput;
import io.sheaf.engine.plan.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  @TempDir private Path temporary;
  private Path file;
  private Plan plan;

  @BeforeEach
  void begin() throws Exception {
    file = temporary.resolve("run.db");
    plan = plan("0");
    Journal.create(file, plan, new Shard(0, 2));
  }

  private static Plan plan(String digest) {
    return new Plan(
        "fingerprint",
        42,
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    new Unit(
                        "unit=" + i,
                        "group=" + i / 2,
                        0.1 + i,
                        Map.of("é", "v\n" + i),
                        List.of(new Input("same", digest + i), new Input("same", "b"))))
            .toList());
  }

  private static Completion completion(int unit, int epoch, Outcome outcome) {
    Usage usage = new Usage(3, 7, 5, List.of(), Map.of());
    return new Completion(new Assignment(unit, epoch, "why"), "worker-1", usage, outcome);
  }

  private static Outcome done(Object... cells) {
    return new Outcome.Done(new UnitOutput(List.of(new Row("table", Arrays.asList(cells)))));
  }

  private void settle(Journal journal, int unit, Outcome outcome) throws IOException {
    journal.started(new Assignment(unit, 1, "first run"), 1000);
    journal.ended(completion(unit, 1, outcome));
    journal.settled(completion(unit, 1, outcome));
  }

  private void sql(String statement) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement execute = connection.createStatement()) {
      execute.executeUpdate(statement);
    }
  }

  private String query(String query) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  @Test
  void keepsThePlan() throws Exception {
    try (JournalReader reader = JournalReader.open(file)) {
      assertThat(reader.plan().digest()).isEqualTo(plan.digest());
      assertThat(reader.plan().units()).isEqualTo(plan.units());
      assertThat(reader.shard()).isEqualTo(new Shard(0, 2));
      assertThat(reader.totals()).containsEntry("units", 4L).containsEntry("done", 0L);
      assertThat(reader.results()).isEmpty();
    }
  }

  @Test
  void keepsFactsExactly() throws Exception {
    Object[] cells = {
      "é‖𝄞\0\u001b\"\\,\n",
      null,
      -0.0,
      Double.MIN_VALUE,
      1e16,
      0.1 + 0.2,
      Long.MIN_VALUE,
      true,
      "",
      1.0
    };
    try (Journal journal = Journal.open(file)) {
      settle(journal, 0, done(cells));
      settle(journal, 1, new Outcome.Failed("bad\0 \uD800", true));
      settle(journal, 5, new Outcome.OutOfMemory("heap"));
      journal.commit();
    }
    try (JournalReader reader = JournalReader.open(file)) {
      List<StoredResult> results = reader.results();
      assertThat(results.getFirst().toOutcome()).isEqualTo(done(cells));
      assertThat(results.get(1).outcome()).isEqualTo("failed");
      assertThat(results.get(1).content()).startsWith("bad\0 ");
      assertThat(results.get(2).toOutcome())
          .isEqualTo(new Outcome.Failed("out of memory: heap", true));
      assertThat(reader.attempts(plan.size())).startsWith(1, 1, 0, 0, 0, 1);
    }
  }

  @Test
  void losesWhatWasNotCommitted() throws Exception {
    try (Journal journal = Journal.open(file)) {
      settle(journal, 0, done(1L));
      journal.commit();
      settle(journal, 1, done(2L));
    }
    try (JournalReader reader = JournalReader.open(file)) {
      assertThat(reader.results()).extracting(StoredResult::unit).containsExactly(0);
      assertThat(reader.totals()).containsEntry("done", 1L).containsEntry("wall_nanos", 7L);
    }
  }

  @Test
  void keepsTotalsEqualToCounts() throws Exception {
    SplittableRandom random = Seeded.random("JournalTest");
    StoredResult[] stored = new StoredResult[6];
    try (Journal journal = Journal.open(file)) {
      for (int i = 0; i < 200; i++) {
        int unit = random.nextInt(6);
        StoredResult result = stored[unit];
        if (result == null) {
          Outcome outcome = random.nextBoolean() ? done(1L) : new Outcome.Failed("", true);
          stored[unit] = StoredResult.of(unit, i, outcome);
          journal.adopt(stored[unit]);
        } else {
          journal.withdraw(result);
          stored[unit] = null;
        }
        journal.commit();
      }
    }
    for (String kind : List.of("done", "failed")) {
      assertThat(query("SELECT value FROM total WHERE name = '" + kind + "'"))
          .isEqualTo(query("SELECT count(*) FROM result WHERE outcome = '" + kind + "'"));
    }
  }

  @Test
  void refusesASecondResultOfAUnit() throws Exception {
    try (Journal journal = Journal.open(file)) {
      settle(journal, 0, done(1L));
      journal.commit();
      settle(journal, 0, done(1L));
      assertThatThrownBy(journal::commit)
          .isInstanceOf(IOException.class)
          .hasMessageContaining(file.toString());
    }
  }

  /// A file system without shared memory and locks, as SQLite's own driver of that name has it.
  @Test
  void fallsBackToARollbackJournal() throws Exception {
    try (Connection connection = Schema.openToWrite(file.toUri() + "?vfs=unix-none", file);
        Statement statement = connection.createStatement();
        ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
      mode.next();
      assertThat(mode.getString(1)).isEqualTo("delete");
    }
    try (Connection connection = Schema.openToWrite(file.toUri().toString(), file);
        Statement statement = connection.createStatement();
        ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
      mode.next();
      assertThat(mode.getString(1)).isEqualTo("wal");
    }
  }

  @Test
  void callsOpenAttemptsLost() throws Exception {
    try (Journal journal = Journal.open(file)) {
      journal.started(new Assignment(2, 1, "first run"), 0);
      settle(journal, 0, done(1L));
      journal.commit();
    }
    try (Journal journal = Journal.open(file)) {
      journal.abandonOpenAttempts();
      journal.commit();
    }
    assertThat(query("SELECT group_concat(unit || ' ' || outcome) FROM attempt"))
        .isEqualTo("0 done,2 lost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE result SET content = replace(content, '1', '2') WHERE unit = 0",
        "UPDATE result SET unit = 3 WHERE unit = 0",
        "UPDATE result SET outcome = 'failed' WHERE unit = 0",
        "UPDATE result SET epoch = 2 WHERE unit = 0",
        "DELETE FROM result WHERE unit = 0",
        "UPDATE unit SET inputs = '{\"a\":\"b\"}' WHERE idx = 5",
        "UPDATE unit SET inputs = 'x' WHERE idx = 5",
        "UPDATE unit SET id = '' WHERE idx = 5",
        "DELETE FROM unit WHERE idx = 5",
        "UPDATE meta SET value = '43' WHERE name = 'seed'",
        "UPDATE meta SET value = 'x' WHERE name = 'seed'",
        "UPDATE meta SET value = 'x' WHERE name = 'shard'",
        "DELETE FROM meta WHERE name = 'plan'",
        "DROP TABLE result",
        "PRAGMA user_version = 99"
      })
  void refusesWhatWasAltered(String statement) throws Exception {
    try (Journal journal = Journal.open(file)) {
      settle(journal, 0, done(1L));
      settle(journal, 1, done(1L));
      journal.commit();
    }
    sql(statement);
    assertThatThrownBy(() -> readAll(file))
        .isInstanceOf(CorruptJournalException.class)
        .hasMessageContaining(file.toString());
  }

  private static List<Object> readAll(Path file) throws IOException {
    try (JournalReader reader = JournalReader.open(file)) {
      return List.of(reader.plan().digest(), reader.shard(), reader.results());
    }
  }

  @Test
  void knowsItsPlanFromOthers() throws Exception {
    try (JournalReader reader = JournalReader.open(file)) {
      assertThat(reader.records(plan("0"))).isTrue();
      assertThat(reader.records(plan("1"))).isFalse();
      assertThat(reader.records(new Plan("fingerprint", 42, plan.units().subList(0, 5)))).isFalse();
      assertThat(reader.records(new Plan("fingerprint", 43, plan.units()))).isFalse();
      assertThat(reader.records(new Plan("other", 42, plan.units()))).isFalse();
    }
    for (String change : List.of("id = 'x'", "grp = 'x'", "parameters = '{}'", "inputs = '{}'")) {
      sql("UPDATE unit SET " + change + " WHERE idx = 5");
      try (JournalReader reader = JournalReader.open(file)) {
        assertThat(reader.records(plan)).isFalse();
      }
    }
  }

  @Test
  void saysWhatIsNoJournal() throws Exception {
    Path text = Files.writeString(temporary.resolve("text.db"), "not a database".repeat(100));
    assertThatThrownBy(() -> JournalReader.open(text)).isInstanceOf(CorruptJournalException.class);
    assertThatThrownBy(() -> Journal.open(text)).isInstanceOf(CorruptJournalException.class);
    Path empty = Files.write(temporary.resolve("empty.db"), new byte[0]);
    assertThatThrownBy(() -> JournalReader.open(empty))
        .isInstanceOf(CorruptJournalException.class)
        .hasMessageContaining("format 0");
    Path none = temporary.resolve("none.db");
    assertThatThrownBy(() -> JournalReader.open(none)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> Journal.open(none)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void opensUnderAnyName() throws Exception {
    Path odd =
        Files.createDirectories(temporary.resolve("a?b#c%20 é&mode=memory")).resolve("run.db");
    Journal.create(odd, plan, Shard.WHOLE);
    assertThat(odd).isRegularFile();
    assertThat(readAll(odd).getFirst()).isEqualTo(plan.digest());
  }

  @Test
  void isReadWhileItIsWritten() throws Exception {
    try (Journal journal = Journal.open(file)) {
      settle(journal, 0, done(1L));
      journal.commit();
      settle(journal, 1, done(1L));
      try (JournalReader reader = JournalReader.open(file)) {
        assertThat(reader.results()).hasSize(1);
        journal.commit();
        assertThat(reader.results()).hasSize(2);
      }
    }
  }

  @Test
  void replacesUnitsWhoseInputsChanged() throws Exception {
    Plan changed = plan("1");
    try (Journal journal = Journal.open(file)) {
      journal.replanned(IntStream.range(0, 6).boxed().toList(), changed);
      journal.commit();
    }
    assertThat(readAll(file).getFirst()).isEqualTo(changed.digest());
  }
}
