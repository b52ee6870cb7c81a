package io.sheaf.arc.search;

import io.sheaf.arc.battery.Outcome;
import io.sheaf.arc.value.Grid;
import java.util.Optional;

/// What a program makes of an input, without the output that was expected.
///
/// @param grid its output, if that is a grid
/// @param problem why there is no grid, else empty
/// @param steps what it used; 0 if it failed
public record Answer(Optional<Grid> grid, String problem, long steps) {
  private static final int LONGEST = 30;
  private static final int HIGHEST = 9;

  /// The answer of an outcome.
  ///
  /// @param outcome of a program on the input
  /// @return the grid or the problem
  public static Answer of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Output(Grid grid, Outcome.Cost cost) ->
          new Answer(Optional.of(grid), "", cost.steps());
      case Outcome.Output(var value, Outcome.Cost cost) ->
          new Answer(Optional.empty(), value.kind() + ", expected a grid", cost.steps());
      case Outcome.Fault(Outcome.Reason reason, _) ->
          new Answer(Optional.empty(), reason.toString(), 0);
    };
  }

  /// The same answer, however it was come to.
  ///
  /// @return with 0 steps
  public Answer withoutSteps() {
    return new Answer(grid, problem, 0);
  }

  /// Whether it could be an output of ARC: 1 to 30 cells a side, colours 0 to 9.
  ///
  /// @return false if there is no such grid
  public boolean isArc() {
    return grid.filter(Answer::isArc).isPresent();
  }

  private static boolean isArc(Grid grid) {
    if (grid.height() > LONGEST || grid.width() > LONGEST) {
      return false;
    }
    for (byte cell : grid.cells()) {
      if (cell < 0 || cell > HIGHEST) {
        return false;
      }
    }
    return true;
  }

  /// Whether it is that grid.
  ///
  /// @param expected the true output
  /// @return whether all cells are alike
  public boolean is(Grid expected) {
    return grid.filter(expected::equals).isPresent();
  }

  /// How alike it is to a grid.
  ///
  /// @param expected the true output
  /// @return the share of cells that are alike, 0 for no grid or one of another shape
  public double similarity(Grid expected) {
    if (grid.isEmpty()
        || grid.get().height() != expected.height()
        || grid.get().width() != expected.width()) {
      return 0;
    }
    byte[] mine = grid.get().cells();
    byte[] other = expected.cells();
    int alike = 0;
    for (int i = 0; i < mine.length; i++) {
      alike += mine[i] == other[i] ? 1 : 0;
    }
    return (double) alike / mine.length;
  }
}
