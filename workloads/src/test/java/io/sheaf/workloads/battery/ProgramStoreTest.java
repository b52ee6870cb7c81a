package io.sheaf.workloads.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.search.Score;
import io.sheaf.arc.synth.Family;
import io.sheaf.arc.synth.SyntheticTasks;
import io.sheaf.arc.task.Task;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.workloads.fixture.KilledRun;
import io.sheaf.workloads.fixture.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProgramStoreTest {
  private static final int EACH = 60;

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("store.db");
  }

  /// Another program for each number: a chain of replacements that spells it in binary digits.
  private static Candidate candidate(int number, int right) {
    StringBuilder text = new StringBuilder("def solve_%08x(I):%n".formatted(number));
    String before = "I";
    for (int bit = 0; bit < 8; bit++) {
      String colours = (number >> bit & 1) == 0 ? "ONE, TWO" : "THREE, FOUR";
      text.append("    x%d = replace(%s, %s)%n".formatted(bit, before, colours));
      before = "x" + bit;
    }
    Program program =
        ProgramReader.parse("test", text + "    return " + before + "\n").programs().getFirst();
    Score score = new Score(right, 0.5, 8, number);
    return new Candidate(program, program.digest(), Candidate.Origin.FOUND, List.of(), score);
  }

  private long count(String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      return row.getLong(1);
    }
  }

  @Test
  void keepsTheBestAndReplacesTheWorst() throws IOException, SQLException {
    try (ProgramStore store = ProgramStore.open(file())) {
      store.add("a", IntStream.range(0, 40).mapToObj(i -> candidate(i, 1)).toList());
      assertThat(store.programs("a"))
          .extracting(Program::name)
          .hasSize(ProgramStore.MOST)
          .startsWith("solve_00000000")
          .endsWith("solve_0000001f");
      store.add("a", List.of(candidate(99, 2), candidate(98, 0)));
      assertThat(store.programs("a"))
          .extracting(Program::name)
          .hasSize(ProgramStore.MOST)
          .startsWith("solve_00000063", "solve_00000000")
          .endsWith("solve_0000001e");
      store.add("b", List.of(candidate(3, 1)));
      assertThat(store.programs("b")).hasSize(1);
      assertThat(store.programs("c")).isEmpty();
    }
    assertThat(count("entry")).isEqualTo(33);
    assertThat(count("program")).as("one is there for both tasks").isEqualTo(32);
  }

  @Test
  void tellsTasksOfTheSameIdApart() {
    Task task = SyntheticTasks.of(Family.MIRROR, 0, 1);
    Task other = SyntheticTasks.of(Family.MIRROR, 0, 2);
    assertThat(ProgramStore.key(task)).isNotEqualTo(ProgramStore.key(other)).startsWith(task.id());
  }

  @Test
  void refusesOtherVersionsAndOtherFiles() throws IOException, SQLException {
    ProgramStore.open(file()).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 7");
    }
    assertThatThrownBy(() -> ProgramStore.open(file()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("store.db is of version 7, expected 1");
    Runs runs = new Runs(folder, new BatteryWorkload());
    assertThatThrownBy(() -> runs.run(Runs.options(1, 0), "tasks=synthetic", "store=" + file()))
        .as("before anything is run")
        .isInstanceOf(ConfigurationException.class);
    Path text = folder.resolve("text");
    Files.writeString(text, "def solve_00000000(I):\n".repeat(100));
    assertThatThrownBy(() -> ProgramStore.open(text))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no store of programs");
    assertThat(Files.readString(text)).startsWith("def solve");
  }

  @Test
  void isNotMadeByAPlan() throws IOException {
    BatteryWorkload battery = new BatteryWorkload();
    Runs runs = new Runs(folder, battery);
    battery.units(runs.definition("tasks=synthetic", "store=" + file()).settings());
    assertThat(file()).doesNotExist();
  }

  /// A process that adds its own half of the programs, one by one.
  static final class Main {
    private Main() {}

    public static void main(String[] words) throws IOException {
      int from = Integer.parseInt(words[1]);
      try (ProgramStore store = ProgramStore.open(Path.of(words[0]))) {
        for (int i = from; i < from + EACH; i++) {
          store.add("shared", List.of(candidate(i, i % 7)));
        }
      }
    }
  }

  /// Both begin with no store, and write at the same time.
  @Test
  void servesTwoProcesses() throws IOException, InterruptedException, SQLException {
    Process one = KilledRun.start(Main.class, file().toString(), "0");
    Process other = KilledRun.start(Main.class, file().toString(), String.valueOf(EACH));
    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();
    List<String> expected =
        IntStream.range(0, 2 * EACH)
            .mapToObj(i -> candidate(i, i % 7))
            .sorted(Candidate.BEST_FIRST)
            .limit(ProgramStore.MOST)
            .map(candidate -> candidate.program().name())
            .toList();
    try (ProgramStore store = ProgramStore.open(file())) {
      assertThat(store.programs("shared")).extracting(Program::name).isEqualTo(expected);
    }
    assertThat(count("program")).isEqualTo(ProgramStore.MOST);
  }

  /// The second run begins where the first ended, and the same store gives the same bytes.
  @Test
  void makesARunGoOnWhereAnotherEnded() throws IOException {
    Path programs = folder.resolve("one.arc");
    Files.writeString(programs, "def solve_00000001(I):\n    O = rot90(I)\n    return O\n");
    String[] work = {
      "tasks=synthetic", "programs=" + programs, "rounds=4", "keep=8", "store=" + file()
    };
    Runs runs = new Runs(folder, new BatteryWorkload());
    Map<String, String> first = runs.run(Runs.options(2, 0), work).out();
    assertThat(first.get("scores.csv")).contains(",found,").doesNotContain(",stored,");
    Path copy = folder.resolve("copy.db");
    Files.copy(file(), copy);
    Map<String, String> second = runs.run(Runs.options(2, 0), work).out();
    assertThat(second.get("scores.csv")).contains(",stored,");
    work[4] = "store=" + copy;
    assertThat(runs.run(Runs.options(1, 0), work).out()).isEqualTo(second);
  }
}
