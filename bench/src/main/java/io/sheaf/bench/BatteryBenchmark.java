package io.sheaf.bench;

import io.sheaf.arc.battery.Check;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.synth.Family;
import io.sheaf.arc.synth.SyntheticTasks;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.task.TaskFiles;
import io.sheaf.arc.value.Budget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Question: how long does `arc check` take once the machine is warm, without reading files?
///
/// Data: ten synthetic tasks of each family with a program each, or, with `tasks` and `programs`, a
/// directory and a file as `bench/scale-programs` writes it. One worker and two must come to the
/// same before timing.
///
/// Command: `bench/scale-programs DIR > F; bench/run jmh Battery -p tasks=DIR -p programs=F`
///
/// Last result: see bench/RESULTS.md.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class BatteryBenchmark {
  private static final int EACH = 10;

  /// A directory of tasks, or `synthetic`.
  @Param("synthetic")
  public String tasks = "";

  /// A file of programs.
  @Param("")
  public String programs = "";

  /// Threads.
  @Param({"1", "2"})
  public int workers;

  private final Map<String, Task> byId = new LinkedHashMap<>();
  private List<Program> all = List.of();

  /// Reads or makes both, and compares.
  ///
  /// @throws IOException if they cannot be read
  /// @throws InterruptedException if interrupted
  @Setup
  public void prepare() throws IOException, InterruptedException {
    byId.clear();
    if (tasks.equals("synthetic")) {
      synthesise();
    } else {
      TaskFiles.read(Path.of(tasks)).tasks().forEach(task -> byId.put(task.id(), task));
      all = ProgramReader.read(Path.of(programs)).programs();
    }
    List<Integer> one = passed(1);
    if (!one.equals(passed(2)) || one.stream().mapToInt(n -> n).sum() == 0) {
      throw new IllegalStateException("one worker and two do not come to the same, or to nothing");
    }
  }

  private void synthesise() {
    List<Program> named = new ArrayList<>();
    for (Family family : Family.values()) {
      for (int i = 0; i < EACH; i++) {
        byId.put(family.taskId(i), SyntheticTasks.of(family, i, 1));
        named.add(family.program().named("solve_" + family.taskId(i)));
      }
    }
    all = named;
  }

  private List<Integer> passed(int threads) throws InterruptedException {
    return Check.all(all, byId, Budget.USUAL, threads).stream().map(Check.Checked::passed).toList();
  }

  /// Each program on its own task.
  ///
  /// @return what came out
  /// @throws InterruptedException if interrupted
  @Benchmark
  public List<Check.Checked> check() throws InterruptedException {
    return Check.all(all, byId, Budget.USUAL, workers);
  }
}
