package io.sheaf.arc.dsl;

import io.sheaf.arc.value.ErrorKind;
import io.sheaf.arc.value.Failure;
import io.sheaf.arc.value.FunctionValue;
import io.sheaf.arc.value.IntegerValue;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.Value;

/// Functions made of functions. What they are made of is looked at when they are called.
final class Functions {
  private static final int DEEPEST_POWER = 990;

  private Functions() {}

  static Value call(Meter meter, Value function, Value... arguments) {
    if (function instanceof FunctionValue callable) {
      return callable.call(meter, arguments);
    }
    throw Failure.type("Fn", function);
  }

  static void checkArity(FunctionValue function, Value... arguments) {
    if (arguments.length != function.arity()) {
      throw Failure.type(
          function + ": expected " + function.arity() + " arguments, found " + arguments.length);
    }
  }

  /// A function that calls functions.
  private abstract static class Closure extends FunctionValue {
    private final int arity;
    private final int depth;

    Closure(int arity, int depth) {
      this.arity = arity;
      this.depth = depth;
    }

    @Override
    public final int arity() {
      return arity;
    }

    @Override
    public final Value call(Meter meter, Value... arguments) {
      checkArity(this, arguments);
      meter.enter(depth);
      meter.step(1);
      Value result = result(meter, arguments);
      meter.leave(depth);
      return result;
    }

    abstract Value result(Meter meter, Value... arguments);

    @Override
    public final String toString() {
      return "function of " + arity;
    }
  }

  private static final class Composition extends Closure {
    private final Value outer;
    private final Value inner;

    Composition(Value outer, Value inner) {
      super(1, 1);
      this.outer = outer;
      this.inner = inner;
    }

    @Override
    Value result(Meter meter, Value... x) {
      return Functions.call(meter, outer, Functions.call(meter, inner, x));
    }
  }

  static Value compose(Value outer, Value inner) {
    return new Composition(outer, inner);
  }

  private static final class Chain extends Closure {
    private final Value h;
    private final Value g;
    private final Value f;

    Chain(Value h, Value g, Value f) {
      super(1, 1);
      this.h = h;
      this.g = g;
      this.f = f;
    }

    @Override
    Value result(Meter meter, Value... x) {
      Value inner = Functions.call(meter, g, Functions.call(meter, f, x));
      return Functions.call(meter, h, inner);
    }
  }

  static Value chain(Value h, Value g, Value f) {
    return new Chain(h, g, f);
  }

  private static final class Matcher extends Closure {
    private final Value function;
    private final Value target;

    Matcher(Value function, Value target) {
      super(1, 1);
      this.function = function;
      this.target = target;
    }

    @Override
    Value result(Meter meter, Value... x) {
      return IntegerValue.of(Functions.call(meter, function, x).equals(target));
    }
  }

  static Value matcher(Value function, Value target) {
    return new Matcher(function, target);
  }

  private static final class Fork extends Closure {
    private final Value outer;
    private final Value a;
    private final Value b;

    Fork(Value outer, Value a, Value b) {
      super(1, 1);
      this.outer = outer;
      this.a = a;
      this.b = b;
    }

    @Override
    Value result(Meter meter, Value... x) {
      Value left = Functions.call(meter, a, x);
      return Functions.call(meter, outer, left, Functions.call(meter, b, x));
    }
  }

  static Value fork(Value outer, Value a, Value b) {
    return new Fork(outer, a, b);
  }

  private static final class Binding extends Closure {
    private final Value function;
    private final Value fixed;
    private final boolean last;

    Binding(FunctionValue function, Value fixed, boolean last) {
      super(function.arity() == 2 ? 1 : function.arity() == 3 ? 2 : 3, 1);
      this.function = function;
      this.fixed = fixed;
      this.last = last;
    }

    @Override
    Value result(Meter meter, Value... x) {
      Value[] all = new Value[x.length + 1];
      System.arraycopy(x, 0, all, last ? 0 : 1, x.length);
      all[last ? x.length : 0] = fixed;
      return Functions.call(meter, function, all);
    }
  }

  /// Binds the last argument, or the first.
  static Value bind(Value function, Value fixed, boolean last) {
    if (function instanceof FunctionValue callable) {
      return new Binding(callable, fixed, last);
    }
    throw Containers.lacks("arity", function);
  }

  private static final class Power extends Closure {
    private final Value function;
    private final int times;

    Power(Value function, int times) {
      super(1, times - 1);
      this.function = function;
      this.times = times;
    }

    @Override
    Value result(Meter meter, Value... x) {
      Value value = Functions.call(meter, function, x);
      for (int i = 1; i < times; i++) {
        value = Functions.call(meter, function, value);
      }
      return value;
    }
  }

  static Value power(Value function, Value n) {
    long times = Arguments.whole(n);
    if (times == 1) {
      return function;
    }
    if (times <= 0 || times > DEEPEST_POWER) {
      throw Failure.of(ErrorKind.DEPTH, "power " + times + " of a function");
    }
    return new Power(function, (int) times);
  }

  static boolean holds(Meter meter, Value condition, Value x) {
    return call(meter, condition, x).isTrue();
  }
}
