package io.sheaf.arc.search;

import io.sheaf.arc.battery.Battery;
import io.sheaf.arc.battery.Evaluation;
import io.sheaf.arc.battery.Outcome;
import io.sheaf.arc.dsl.Constant;
import io.sheaf.arc.program.Line;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.program.Reference;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Grid;
import io.sheaf.arc.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Ways to read off the input what a program states as a constant, a colour above all: a program
/// that paints with TWO may mean the rarest colour. Immutable.
public final class Literals {
  /// Knows none.
  public static final Literals NONE = new Literals(Map.of());

  private static final List<Program> WAYS = ProgramReader.bundled(Literals.class, "literals.arc");
  private static final Battery BATTERY = new Battery(WAYS, Budget.USUAL);

  private final Map<Value, List<Program>> ways;

  private Literals(Map<Value, List<Program>> ways) {
    this.ways = Map.copyOf(ways);
  }

  /// The ways that come to the same number on all inputs of a task.
  ///
  /// @param inputs at least one
  /// @return for each such number its ways
  public static Literals of(List<Grid> inputs) {
    List<Evaluation> evaluations =
        inputs.stream().map(input -> new Evaluation(BATTERY, input)).toList();
    Map<Value, List<Program>> ways = new HashMap<>();
    for (int i = 0; i < WAYS.size(); i++) {
      if (evaluations.getFirst().outcome(i) instanceof Outcome.Output(Value value, _)) {
        int way = i;
        if (evaluations.stream().allMatch(one -> one.outcome(way).is(value))) {
          ways.computeIfAbsent(value, _ -> new ArrayList<>()).add(WAYS.get(i));
        }
      }
    }
    return new Literals(ways);
  }

  /// The ways to a constant.
  List<Program> of(Constant constant) {
    return ways.getOrDefault(constant.value(), List.of());
  }

  /// A program that goes that way where another states a constant. The lines of the way come first.
  ///
  /// @param position of the line
  /// @param argument of the line, which is a constant
  static Program generalised(Program program, int position, int argument, Program way) {
    int added = way.lines().size();
    List<Line> lines = new ArrayList<>();
    for (Line line : way.lines()) {
      lines.add(new Line("y" + lines.size(), line.callee(), line.arguments(), 0));
    }
    for (Line line : program.lines()) {
      List<Reference> arguments = new ArrayList<>();
      line.arguments().forEach(one -> arguments.add(moved(one, added)));
      if (lines.size() == added + position) {
        arguments.set(argument, new Reference.Variable(way.result()));
      }
      lines.add(new Line("z" + lines.size(), moved(line.callee(), added), arguments, 0));
    }
    return new Program(program.name(), lines, program.result() + added);
  }

  private static Reference moved(Reference reference, int by) {
    return reference instanceof Reference.Variable(int line)
        ? new Reference.Variable(line + by)
        : reference;
  }
}
