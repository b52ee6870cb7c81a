package io.sheaf.arc.battery;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.value.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Programs on the tasks they are for.
public final class Check {
  private Check() {}

  /// A program on the known pairs of its task.
  ///
  /// @param program the program
  /// @param task its task
  /// @param outcomes one for each known pair, demos first
  public record Checked(Program program, Task task, List<Outcome> outcomes) {
    public Checked {
      outcomes = List.copyOf(outcomes);
    }

    /// Whether a pair came out right.
    ///
    /// @param pair its position among the known pairs
    /// @return whether the output is the task's
    public boolean passes(int pair) {
      return outcomes.get(pair).is(task.known().get(pair).output());
    }

    /// How many pairs came out right.
    ///
    /// @return 0 to the number of pairs
    public int passed() {
      List<Task.Demo> pairs = task.known();
      int passed = 0;
      for (int i = 0; i < pairs.size(); i++) {
        passed += outcomes.get(i).is(pairs.get(i).output()) ? 1 : 0;
      }
      return passed;
    }

    /// Whether all pairs came out right.
    ///
    /// @return whether it solves its task
    public boolean isPassed() {
      return passed() == outcomes.size();
    }
  }

  /// Runs each program on its own task. The results do not depend on the workers.
  ///
  /// @param programs any
  /// @param tasks by id; programs whose task is not there are left out
  /// @param budget for each pair
  /// @param workers threads, at least 1
  /// @return what came out, in the order of the programs
  /// @throws InterruptedException if the thread is interrupted
  public static List<Checked> all(
      List<Program> programs, Map<String, Task> tasks, Budget budget, int workers)
      throws InterruptedException {
    List<Program> known =
        programs.stream().filter(program -> tasks.containsKey(program.taskId())).toList();
    return Parallel.map(
        known.size(),
        workers,
        i -> of(known.get(i), Objects.requireNonNull(tasks.get(known.get(i).taskId())), budget));
  }

  /// Runs a program on all known pairs of a task.
  ///
  /// @param program any
  /// @param task any
  /// @param budget for each pair
  /// @return what came out
  public static Checked of(Program program, Task task, Budget budget) {
    Battery battery = new Battery(List.of(program), budget);
    List<Outcome> outcomes = new ArrayList<>();
    for (Task.Demo pair : task.known()) {
      outcomes.add(new Evaluation(battery, pair.input()).outcome(0));
    }
    return new Checked(program, task, outcomes);
  }
}
