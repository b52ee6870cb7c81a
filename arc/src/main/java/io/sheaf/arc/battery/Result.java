package io.sheaf.arc.battery;

import io.sheaf.arc.dsl.Primitive;
import io.sheaf.arc.value.ErrorKind;
import io.sheaf.arc.value.Failure;
import io.sheaf.arc.value.FunctionValue;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.Value;
import org.jspecify.annotations.Nullable;

/// What a node came to: a value or an error, and what it cost.
///
/// @param value null if there is an error
/// @param error null if there is a value
/// @param steps used by this node alone
/// @param cells used by this node alone
record Result(@Nullable Value value, Outcome.@Nullable Reason error, long steps, long cells) {

  /// Calls a primitive, or the first of the operands.
  static Result of(@Nullable Primitive primitive, Result[] operands, Meter meter) {
    int first = primitive == null ? 1 : 0;
    Value[] arguments = new Value[operands.length - first];
    for (Result operand : operands) {
      if (operand.value == null) {
        return new Result(null, operand.error, 0, 0);
      }
    }
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = operands[first + i].value();
    }
    return of(primitive, operands[0].value(), arguments, meter);
  }

  private static Result of(
      @Nullable Primitive primitive, @Nullable Value callee, Value[] arguments, Meter meter) {
    meter.reset();
    try {
      Value value;
      if (primitive != null) {
        value = primitive.call(meter, arguments);
      } else if (callee instanceof FunctionValue function) {
        value = function.call(meter, arguments);
      } else {
        throw Failure.type("a call of something that is no function");
      }
      return new Result(value, null, meter.steps(), meter.cells());
    } catch (Failure e) {
      Outcome.Reason error = new Outcome.Reason(e.kind(), String.valueOf(e.getMessage()));
      return new Result(null, error, meter.steps(), meter.cells());
    } catch (StackOverflowError _) {
      String message = String.valueOf(Meter.tooDeep().getMessage());
      return new Result(null, new Outcome.Reason(ErrorKind.DEPTH, message), meter.steps(), 0);
    }
  }
}
