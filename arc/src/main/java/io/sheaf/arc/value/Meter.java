package io.sheaf.arc.value;

/// Counts what an evaluation uses and ends it when its [Budget] is spent. Confined to one thread.
public final class Meter {
  private static final int DEEPEST = 990;

  private final Budget budget;
  private long steps;
  private long cells;
  private int depth;

  /// A meter at zero.
  ///
  /// @param budget what may be used
  public Meter(Budget budget) {
    this.budget = budget;
  }

  /// Back to zero.
  public void reset() {
    steps = 0;
    cells = 0;
    depth = 0;
  }

  /// Steps counted since the last reset.
  ///
  /// @return steps
  public long steps() {
    return steps;
  }

  /// Cells counted since the last reset.
  ///
  /// @return cells
  public long cells() {
    return cells;
  }

  /// Counts steps, before they are taken.
  ///
  /// @param more at least 0
  /// @throws Failure BUDGET if there are not as many left
  public void step(long more) {
    steps += more;
    if (steps > budget.steps()) {
      throw Failure.of(ErrorKind.BUDGET, "more than " + budget.steps() + " steps");
    }
  }

  /// Counts cells of a result.
  ///
  /// @param more at least 0
  /// @throws Failure BUDGET if there are not as many left
  public void produce(long more) {
    cells += more;
    require(0);
  }

  /// Ends the evaluation unless a result of that many cells may be made.
  ///
  /// @param more at least 0
  /// @throws Failure BUDGET if there are not as many left
  public void require(long more) {
    if (cells + more > budget.cells()) {
      throw Failure.of(ErrorKind.BUDGET, "more than " + budget.cells() + " cells");
    }
  }

  /// Enters functions that call functions.
  ///
  /// @param levels how many, at least 0
  /// @throws Failure DEPTH if they are nested too deeply
  public void enter(int levels) {
    depth += levels;
    if (depth > DEEPEST) {
      throw tooDeep();
    }
  }

  /// Leaves them. Need not be called when the evaluation fails.
  ///
  /// @param levels as entered
  public void leave(int levels) {
    depth -= levels;
  }

  /// The failure of functions nested too deeply.
  ///
  /// @return the failure, to be thrown
  public static Failure tooDeep() {
    return Failure.of(ErrorKind.DEPTH, "functions nested more than " + DEEPEST + " deep");
  }
}
