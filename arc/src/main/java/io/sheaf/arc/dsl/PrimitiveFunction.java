package io.sheaf.arc.dsl;

import io.sheaf.arc.value.FunctionValue;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.Value;

/// A primitive as a value.
final class PrimitiveFunction extends FunctionValue {
  private final Primitive primitive;

  PrimitiveFunction(Primitive primitive) {
    this.primitive = primitive;
  }

  @Override
  public int arity() {
    return primitive.arity();
  }

  @Override
  public Value call(Meter meter, Value... arguments) {
    Functions.checkArity(this, arguments);
    return primitive.call(meter, arguments);
  }

  @Override
  public String toString() {
    return primitive.word();
  }
}
