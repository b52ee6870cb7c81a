package io.sheaf.arc.battery;

import io.sheaf.arc.task.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// All programs of a battery on one task: which known programs solve it?
///
/// @param task the task
/// @param right for each known pair the numbers of the programs whose output is right
/// @param failed for each known pair the numbers of the programs that have no output
public record Screening(Task task, List<BitSet> right, List<BitSet> failed) {
  /// What is done with each outcome besides counting it.
  @FunctionalInterface
  public interface Listener {
    /// A program came to an outcome.
    ///
    /// @param pair the position of the pair among the known ones
    /// @param program its number
    /// @param outcome what came out
    void outcome(int pair, int program, Outcome outcome);
  }

  public Screening {
    right = List.copyOf(right);
    failed = List.copyOf(failed);
  }

  /// Runs all programs on all known pairs.
  ///
  /// @param battery the programs
  /// @param task the task
  /// @param listener told of each outcome
  /// @return which were right
  public static Screening of(Battery battery, Task task, Listener listener) {
    List<BitSet> right = new ArrayList<>();
    List<BitSet> failed = new ArrayList<>();
    List<Task.Demo> pairs = task.known();
    for (int pair = 0; pair < pairs.size(); pair++) {
      Evaluation evaluation = new Evaluation(battery, pairs.get(pair).input());
      BitSet ok = new BitSet();
      BitSet bad = new BitSet();
      for (int program = 0; program < battery.programs().size(); program++) {
        Outcome outcome = evaluation.outcome(program);
        ok.set(program, outcome.is(pairs.get(pair).output()));
        bad.set(program, outcome instanceof Outcome.Fault);
        listener.outcome(pair, program, outcome);
      }
      right.add(ok);
      failed.add(bad);
    }
    return new Screening(task, right, failed);
  }

  /// The programs that are right on all pairs from one to another.
  ///
  /// @param from first pair
  /// @param to one behind the last pair, more than `from`
  /// @return their numbers
  public BitSet solvers(int from, int to) {
    BitSet all = (BitSet) right.get(from).clone();
    right.subList(from, to).forEach(all::and);
    return all;
  }

  /// The programs that are right on all demo pairs, which is all that may be known of a new task.
  ///
  /// @return their numbers
  public BitSet demoSolvers() {
    return solvers(0, task.demos().size());
  }

  /// The programs that are right on all known pairs.
  ///
  /// @return their numbers
  public BitSet solvers() {
    return solvers(0, right.size());
  }
}
