package io.sheaf.arc.search;

import io.sheaf.arc.battery.Battery;
import io.sheaf.arc.battery.Evaluation;
import io.sheaf.arc.battery.Outcome;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.IntegerValue;
import io.sheaf.arc.value.TupleValue;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Programs that tell how two grids differ. Such a program is run on the pair of both and returns a
/// tuple whose first item is a number: 0 if nothing differs, the more the less they are alike.
/// Immutable.
public final class Differs {
  /// How alike two grids are between which a differ sees no difference.
  public static final int ALIKE = 1000;

  private static final List<Program> BUILT_IN = ProgramReader.bundled(Differs.class, "differs.arc");

  private final Battery battery;

  /// These differs.
  ///
  /// @param programs any; those that return something else see nothing
  /// @param budget of each for two grids
  public Differs(List<Program> programs, Budget budget) {
    battery = new Battery(programs, budget);
  }

  /// Those that come with the library: colours lost and gained, objects of one cell lost and
  /// gained, cells that differ.
  ///
  /// @return in a fixed order
  public static List<Program> builtIn() {
    return BUILT_IN;
  }

  /// The programs.
  ///
  /// @return as they were given
  public List<Program> programs() {
    return battery.programs();
  }

  /// How alike two grids are to each differ: 1000 by one more than the number it returns, rounded
  /// down.
  ///
  /// @param one a grid
  /// @param other that it is compared with
  /// @return for each differ 0 to [#ALIKE]; empty if it failed or returned something else
  public List<OptionalInt> similarities(Grid one, Grid other) {
    Evaluation evaluation = new Evaluation(battery, TupleValue.of(one, other));
    return IntStream.range(0, battery.programs().size())
        .mapToObj(i -> similarity(evaluation.outcome(i)))
        .toList();
  }

  private static OptionalInt similarity(Outcome outcome) {
    return outcome instanceof Outcome.Output(TupleValue tuple, _)
            && tuple.size() > 0
            && tuple.get(0) instanceof IntegerValue number
            && number.value() >= 0
        ? OptionalInt.of((int) (ALIKE / (1 + Math.min(number.value(), ALIKE))))
        : OptionalInt.empty();
  }
}
