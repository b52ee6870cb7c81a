package io.sheaf.arc.battery;

import io.sheaf.arc.dsl.Literal;
import io.sheaf.arc.program.Line;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.Reference;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Failure;
import io.sheaf.arc.value.FunctionValue;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.Value;
import java.util.ArrayList;
import java.util.List;

/// The readable twin of the graph: line after line, nothing shared, nothing remembered.
final class PlainInterpreter {
  private PlainInterpreter() {}

  /// The result as text, or the kind of the first error and its line.
  static String run(Program program, Value input) {
    List<Value> values = new ArrayList<>();
    for (Line line : program.lines()) {
      try {
        Value[] arguments =
            line.arguments().stream().map(one -> value(one, values, input)).toArray(Value[]::new);
        if (!(value(line.callee(), values, input) instanceof FunctionValue callee)) {
          throw Failure.type("no function");
        }
        values.add(callee.call(new Meter(Budget.USUAL), arguments));
      } catch (Failure e) {
        return e.kind() + " in " + values.size();
      }
    }
    return Literal.text(values.get(program.result()));
  }

  private static Value value(Reference reference, List<Value> values, Value input) {
    return switch (reference) {
      case Reference.Input _ -> input;
      case Reference.Variable(int line) -> values.get(line);
      case Reference.Fixed fixed -> fixed.constant().value();
      case Reference.Named named -> named.primitive().function();
    };
  }
}
