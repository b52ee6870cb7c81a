package io.sheaf.workloads.battery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.arc.synth.Family;
import io.sheaf.arc.synth.SyntheticTasks;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.task.TaskWriter;
import io.sheaf.engine.cache.SharedCache;
import io.sheaf.engine.config.ConfigurationException;
import io.sheaf.engine.execute.Limits;
import io.sheaf.engine.execute.ThreadPool;
import io.sheaf.engine.observe.RunSnapshot;
import io.sheaf.engine.plan.Row;
import io.sheaf.engine.plan.Shard;
import io.sheaf.engine.plan.TableProblem;
import io.sheaf.engine.run.RunOptions;
import io.sheaf.workloads.fixture.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs over synthetic tasks and over files made here.
class BatteryRunTest {
  private static final String[] SEARCH = {
    "tasks=synthetic", "rounds=3", "card=24", "keep=5", "differs=builtin"
  };

  @TempDir private Path folder;
  private Runs runs;

  @BeforeEach
  void make() {
    runs = new Runs(folder, new BatteryWorkload());
  }

  private Map<String, String> out(String... assignments) throws IOException {
    return runs.run(Runs.options(2, 0), assignments).out();
  }

  private static String[] with(String... more) {
    List<String> all = new ArrayList<>(List.of(SEARCH));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void isTheSameForAnyDivisionOfTheWork() throws IOException {
    Map<String, String> expected = runs.run(Runs.options(1, 0), SEARCH).out();
    assertThat(expected)
        .containsKeys("summary.csv", "tasks.csv", "scores.csv", "attempts.csv")
        .containsKeys("found_programs.csv", "differs.csv")
        .doesNotContainKey("failures.csv");
    assertThat(out(SEARCH)).isEqualTo(expected);
    assertThat(out(with("card=5"))).isEqualTo(expected);
    assertThat(runs.merged(3, SEARCH)).isEqualTo(expected);
    assertThat(out(with("seed=43"))).as("control").isNotEqualTo(expected);
  }

  /// Cold, warm, and with what another search has left there.
  @Test
  void isTheSameWithAnyCache() throws IOException {
    Map<String, String> expected = out(SEARCH);
    try (SharedCache cache = new SharedCache(folder.resolve("cache.db"), 1 << 26)) {
      RunOptions options =
          new RunOptions(
              Shard.WHOLE, new Limits(2, Optional.empty()), 0, ThreadPool::new, Optional.of(cache));
      runs.run(options, with("seed=43"));
      assertThat(runs.run(options, SEARCH).out()).isEqualTo(expected);
      long entries = cache.size().entries();
      assertThat(entries).isPositive();
      assertThat(runs.run(options, SEARCH).out()).isEqualTo(expected);
      assertThat(cache.size().entries()).as("all of it was known").isEqualTo(entries);
    }
  }

  @Test
  void takesOnlyTheFirstTasks() throws IOException {
    Map<String, String> out = out("tasks=synthetic", "count=3");
    assertThat(table(out, "tasks").stream().skip(1).map(row -> row.substring(0, 8)))
        .containsExactly("00010000", "00020000", "00030000");
  }

  /// Input and output of a mirrored grid have the same colours and other cells; a right answer and
  /// the output have everything in common.
  @Test
  void scoresDiffersByWhatTheySee() throws IOException {
    Path tasks = Files.createDirectory(folder.resolve("tasks"));
    Task task = SyntheticTasks.of(Family.MIRROR, 0, 1);
    write(tasks, task);
    int demos = task.demos().size();
    List<String[]> rows =
        table(out("tasks=" + tasks, "differs=builtin"), "differs").stream()
            .skip(1)
            .map(row -> row.split(",", -1))
            .toList();
    assertThat(rows).hasSize(5);
    for (String[] row : rows) {
      assertThat(row[4]).isEqualTo(String.valueOf(1000 * demos));
      assertThat(Long.parseLong(row[2])).isEqualTo(2000L * demos - Long.parseLong(row[3]));
    }
    assertThat(rows.getFirst()[2]).as("colours lost: none").isEqualTo(String.valueOf(1000 * demos));
    assertThat(Long.parseLong(rows.getLast()[2])).as("cells").isGreaterThan(1500L * demos);
  }

  @Test
  void solvesEveryTaskThatItHasAProgramFor() throws IOException {
    Map<String, String> out = out("tasks=synthetic", "per_family=2");
    assertThat(table(out, "summary").getLast()).startsWith("88,88,");
    for (String row : table(out, "tasks").subList(1, 89)) {
      String[] cells = row.split(",", -1);
      assertThat(cells[9]).as(row).isEqualTo(cells[8]);
    }
  }

  private static List<String> table(Map<String, String> out, String name) {
    return Objects.requireNonNull(out.get(name + ".csv")).lines().toList();
  }

  /// Whoever leaves early must come to the same winners.
  @Test
  void findsTheSameWinnersWhenItLeavesEarly() throws IOException {
    List<String> expected = winners(out("tasks=synthetic"));
    assertThat(expected).hasSizeGreaterThanOrEqualTo(44);
    assertThat(winners(out("tasks=synthetic", "early_stop=pair"))).isEqualTo(expected);
    assertThat(winners(out("tasks=synthetic", "early_stop=pair", "order=shortest", "card=7")))
        .isEqualTo(expected);
    Map<String, String> solved = out("tasks=synthetic", "early_stop=solved");
    assertThat(out("tasks=synthetic", "early_stop=solved", "card=7")).isEqualTo(solved);
    // The first that solves a task, which need not be the shortest; what it says is the same.
    assertThat(tasksOf(winners(solved))).isEqualTo(tasksOf(expected));
    assertThat(firstAttempts(solved)).isEqualTo(firstAttempts(out("tasks=synthetic")));
    assertThat(tried(solved)).isLessThan(tried(out("tasks=synthetic")));
  }

  private static long tried(Map<String, String> out) {
    String[] cells = table(out, "summary").getLast().split(",", -1);
    return Long.parseLong(cells[4]);
  }

  private static Set<String> tasksOf(List<String> winners) {
    return winners.stream().map(winner -> winner.substring(0, 8)).collect(Collectors.toSet());
  }

  /// Task, test and output.
  private static List<String> firstAttempts(Map<String, String> out) {
    return table(out, "attempts").stream()
        .filter(row -> row.split(",", -1)[2].equals("1"))
        .map(row -> row.substring(0, 11) + row.substring(row.indexOf('[')))
        .toList();
  }

  private static List<String> winners(Map<String, String> out) {
    List<String> tasks =
        table(out, "tasks").stream().skip(1).map(row -> row.split(",", -1)[1]).toList();
    Map<String, String> demos = new HashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      demos.put(table(out, "tasks").get(i + 1).split(",", -1)[0], tasks.get(i));
    }
    return table(out, "scores").stream()
        .skip(1)
        .map(row -> row.split(",", -1))
        .filter(cells -> cells[6].equals(demos.get(cells[0])))
        .map(cells -> cells[0] + " " + cells[3] + " " + cells[8] + " " + cells[10])
        .toList();
  }

  /// Wrong outputs of tests change what is said of tests, and no rank, program or attempt.
  @Test
  void neverLooksAtTestsBeforeAllIsDecided() throws IOException {
    Path honest = Files.createDirectory(folder.resolve("honest"));
    Path hidden = Files.createDirectory(folder.resolve("hidden"));
    Path wrong = Files.createDirectory(folder.resolve("wrong"));
    for (Family family : List.of(Family.LARGEST, Family.HALOS, Family.COUNTED)) {
      Task task = SyntheticTasks.of(family, 0, 9);
      write(honest, task);
      write(
          hidden,
          new Task(
              task.id(),
              task.demos(),
              task.tests().stream()
                  .map(test -> new Task.Test(test.input(), Optional.empty()))
                  .toList()));
      write(
          wrong,
          new Task(
              task.id(),
              task.demos(),
              task.tests().stream()
                  .map(test -> new Task.Test(test.input(), Optional.of(test.input())))
                  .toList()));
    }
    List<String> expected = decided(honest);
    assertThat(expected).hasSizeGreaterThan(10);
    assertThat(decided(hidden)).isEqualTo(expected);
    assertThat(decided(wrong)).isEqualTo(expected);
    assertThat(table(out("tasks=" + wrong), "summary").getLast()).contains(",0,");
  }

  private static void write(Path directory, Task task) throws IOException {
    Files.writeString(directory.resolve(task.id() + ".json"), TaskWriter.json(task));
  }

  /// Everything but the columns that are about the outputs of tests.
  private List<String> decided(Path tasks) throws IOException {
    Map<String, String> out = out("tasks=" + tasks, "rounds=3", "keep=8");
    List<String> rows = new ArrayList<>();
    for (String name : List.of("scores", "attempts")) {
      table(out, name).forEach(row -> rows.add(row.substring(0, row.lastIndexOf(','))));
    }
    rows.addAll(table(out, "found_programs"));
    return rows;
  }

  /// The search finds a program for tasks that the given programs do not solve.
  @Test
  void searchesForBetterPrograms() throws IOException {
    Path programs = folder.resolve("few.arc");
    Files.writeString(
        programs,
        """
        def solve_00000001(I):
            x1 = objects(I, T, F, T)
            x2 = argmax(x1, size)
            O = fill(I, TWO, x2)
            return O

        def solve_00000002(I):
            O = dmirror(I)
            return O
        """);
    Path tasks = Files.createDirectory(folder.resolve("tasks"));
    write(tasks, SyntheticTasks.of(Family.LARGEST_MARKED, 0, 3));
    write(tasks, SyntheticTasks.of(Family.QUARTER_TURN, 0, 3));
    String[] given = {"programs=" + programs, "tasks=" + tasks};
    assertThat(table(out(given), "summary").getLast()).startsWith("2,0,");
    String[] mutate = {given[0], given[1], "rounds=60", "early_stop=solved", "order=best_first"};
    Map<String, String> found = out(mutate);
    assertThat(table(found, "summary").getLast()).startsWith("2,2,");
    assertThat(found.get("found_programs.csv")).contains("ONE");
    String[] extend = {given[0], given[1], "rounds=10", "search=extend", "candidates=400"};
    assertThat(table(out(extend), "summary").getLast()).startsWith("2,2,");
  }

  @Test
  void namesWhatCannotBeReadAndGoesOn() throws IOException {
    Path tasks = Files.createDirectory(folder.resolve("tasks"));
    write(tasks, SyntheticTasks.of(Family.MIRROR, 0, 1));
    Files.writeString(tasks.resolve("bad.json"), "{\"train\": [{\"input\": [[1, 10]]}]}");
    Path programs = folder.resolve("programs.arc");
    Files.writeString(
        programs,
        """
        def solve_00000001(I):
            O = vmirror(I)
            return O
        def solve_00000002(I):
            O = vmiror(I)
            return O
        """);
    Runs.Finished finished = runs.run(Runs.options(2, 0), "tasks=" + tasks, "programs=" + programs);
    assertThat(finished.end().progress().failed()).isEqualTo(2);
    assertThat(finished.out().get("failures.csv"))
        .contains(
            "programs.arc:5:9: solve_00000002: unknown name `vmiror`; did you mean `vmirror`?")
        .contains("bad.json:1:")
        .doesNotContain(folder.toString());
    assertThat(table(finished.out(), "tasks").getLast()).startsWith("00030000,");
  }

  @Test
  void endsHostileProgramsAndCountsThem() throws IOException {
    Path programs = folder.resolve("hostile.arc");
    Files.writeString(
        programs,
        """
        def solve_00000001(I):
            x1 = asindices(I)
            x2 = product(x1, x1)
            x3 = product(x2, x2)
            O = product(x3, x3)
            return O
        def solve_00000002(I):
            x1 = rbind(upscale, TEN)
            x2 = power(x1, TEN)
            O = x2(I)
            return O
        """);
    Map<String, String> out = out("tasks=synthetic", "programs=" + programs, "cells=100000");
    assertThat(out.get("scores.csv")).contains("BUDGET: more than 100000 cells");
    assertThat(table(out, "summary").getLast()).startsWith("44,0,");
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThatThrownBy(() -> out("rounds=1"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("`tasks` is not set");
    assertThatThrownBy(() -> out("tasks=" + folder.resolve("missing")))
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> out("tasks=synthetic", "order=best"))
        .hasMessageContaining("expected one of given, shortest, best_first");
  }

  /// The control: changed cells are noticed.
  @Test
  void noticesTablesThatWereTamperedWith() throws IOException {
    Runs.Finished finished = runs.run(Runs.options(2, 0), "tasks=synthetic");
    RunSnapshot run = RunSnapshot.read(finished.directory(), _ -> new BatteryWorkload());
    assertThat(run.bound().problems()).isEmpty();
    Map<String, List<Row>> tables = new HashMap<>();
    run.bound().tables().forEach((table, rows) -> tables.put(table.name(), new ArrayList<>(rows)));
    change(tables, "scores", 0, BatteryTables.SCORES.index("demos_right"), 0L);
    change(tables, "tasks", 5, BatteryTables.TASKS.index("tests_solved"), 7L);
    change(tables, "tasks", 6, BatteryTables.TASKS.index("best_program"), "solve_ffffffff");
    List<TableProblem> problems =
        new BatteryWorkload().check(run.definition().settings(), tables, true);
    assertThat(problems.stream().map(TableProblem::toString))
        .anyMatch(problem -> problem.contains("is out of order"))
        .anyMatch(problem -> problem.contains("demo_solvers and scores do not agree"))
        .anyMatch(problem -> problem.contains("tasks.csv says 7"))
        .anyMatch(problem -> problem.contains("is not the first of the scores"))
        .anyMatch(problem -> problem.contains("is not the sum"));
  }

  private static void change(
      Map<String, List<Row>> tables, String table, int row, int column, Object value) {
    List<Row> rows = Objects.requireNonNull(tables.get(table));
    rows.set(row, rows.get(row).with(column, value));
  }
}
