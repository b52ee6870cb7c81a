package io.sheaf.arc.synth;

import io.sheaf.arc.battery.Battery;
import io.sheaf.arc.battery.Evaluation;
import io.sheaf.arc.battery.Outcome;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Grid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// Makes tasks of each [Family]. A task depends on the seed, its family and its number only.
public final class SyntheticTasks {
  private static final int DEMOS = 3;
  private static final int MOST_TESTS = 2;
  private static final int ATTEMPTS = 1000;
  private static final int LONGEST = 30;
  private static final long SPREAD = 0xD1342543DE82EF95L;

  private final Battery battery;
  private final Scenes scenes;
  private final Set<Grid> inputs = new HashSet<>();

  private SyntheticTasks(Family family, SplittableRandom random) {
    this.battery = new Battery(List.of(family.program()), Budget.USUAL);
    this.scenes = new Scenes(random);
  }

  /// Tasks of all families.
  ///
  /// @param perFamily how many of each, from 1 to 65536
  /// @param seed of everything that is drawn
  /// @return in order of their ids
  public static List<Task> all(int perFamily, long seed) {
    List<Task> tasks = new ArrayList<>();
    for (Family family : Family.values()) {
      for (int instance = 0; instance < perFamily; instance++) {
        tasks.add(of(family, instance, seed));
      }
    }
    return tasks;
  }

  /// One task: three or four demos and one or two tests, no input twice, no output like its input.
  ///
  /// @param family what it asks for
  /// @param instance which task of the family, from 0 to 65535
  /// @param seed of everything that is drawn
  /// @return the task, its tests with outputs
  public static Task of(Family family, int instance, long seed) {
    String id = family.taskId(instance);
    SplittableRandom random =
        new SplittableRandom(seed * SPREAD + Long.parseLong(id, 16) * (SPREAD >>> 1 | 1));
    SyntheticTasks made = new SyntheticTasks(family, random);
    List<Task.Demo> demos = new ArrayList<>();
    for (int n = DEMOS + random.nextInt(2); n > 0; n--) {
      demos.add(made.pair(family));
    }
    List<Task.Test> tests = new ArrayList<>();
    for (int n = 1 + random.nextInt(MOST_TESTS); n > 0; n--) {
      Task.Demo pair = made.pair(family);
      tests.add(new Task.Test(pair.input(), Optional.of(pair.output())));
    }
    return new Task(id, demos, tests);
  }

  private Task.Demo pair(Family family) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Grid input = family.input(scenes);
      Outcome outcome = new Evaluation(battery, input).outcome(0);
      if (outcome instanceof Outcome.Output(Grid output, _)
          && isArc(output)
          && !output.equals(input)
          && inputs.add(input)) {
        return new Task.Demo(input, output);
      }
    }
    throw new IllegalStateException(family + " makes no pairs");
  }

  private static boolean isArc(Grid grid) {
    if (grid.height() > LONGEST || grid.width() > LONGEST) {
      return false;
    }
    for (byte cell : grid.cells()) {
      if (cell < 0 || cell > 9) {
        return false;
      }
    }
    return true;
  }
}
