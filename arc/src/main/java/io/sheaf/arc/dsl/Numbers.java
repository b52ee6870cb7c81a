package io.sheaf.arc.dsl;

import static io.sheaf.arc.dsl.Arguments.whole;
import static io.sheaf.arc.dsl.Arguments.wholeItem;

import io.sheaf.arc.value.ErrorKind;
import io.sheaf.arc.value.Failure;
import io.sheaf.arc.value.IntegerValue;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.PairValue;
import io.sheaf.arc.value.TupleValue;
import io.sheaf.arc.value.Value;

/// Arithmetic of numbers and pairs.
final class Numbers {
  private Numbers() {}

  /// What is done with each component.
  enum Unary {
    INVERT,
    DOUBLE,
    HALVE,
    INCREMENT,
    DECREMENT,
    CREMENT,
    SIGN;

    long of(long n) {
      return switch (this) {
        case INVERT -> Math.negateExact(n);
        case DOUBLE -> Math.multiplyExact(n, 2);
        case HALVE -> Math.floorDiv(n, 2);
        case INCREMENT -> Math.incrementExact(n);
        case DECREMENT -> Math.decrementExact(n);
        case CREMENT -> Math.addExact(n, Long.signum(n));
        case SIGN -> Long.signum(n);
      };
    }
  }

  /// What is done with two components.
  enum Binary {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE;

    long of(long a, long b) {
      return switch (this) {
        case ADD -> Math.addExact(a, b);
        case SUBTRACT -> Math.subtractExact(a, b);
        case MULTIPLY -> Math.multiplyExact(a, b);
        case DIVIDE -> quotient(a, b);
      };
    }

    private static long quotient(long a, long b) {
      if (b == 0) {
        throw Failure.of(ErrorKind.ZERO, "division by zero");
      }
      return b == -1 ? Math.negateExact(a) : Math.floorDiv(a, b);
    }
  }

  static Value unary(Unary operation, Value n) {
    try {
      return n instanceof IntegerValue number
          ? IntegerValue.of(operation.of(number.value()))
          : PairValue.of(operation.of(wholeItem(n, 0)), operation.of(wholeItem(n, 1)));
    } catch (ArithmeticException _) {
      throw overflow();
    }
  }

  static Value binary(Binary operation, Value a, Value b) {
    try {
      return a instanceof IntegerValue x && b instanceof IntegerValue y
          ? IntegerValue.of(operation.of(x.value(), y.value()))
          : PairValue.of(
              operation.of(component(a, 0), component(b, 0)),
              operation.of(component(a, 1), component(b, 1)));
    } catch (ArithmeticException _) {
      throw overflow();
    }
  }

  /// A number spreads over both components.
  private static long component(Value value, int index) {
    return value instanceof IntegerValue number ? number.value() : wholeItem(value, index);
  }

  private static Failure overflow() {
    return Failure.of(ErrorKind.OVERFLOW, "a number beyond 64 bits");
  }

  static Value even(Value n) {
    return IntegerValue.of(whole(n) % 2 == 0);
  }

  static Value positive(Value x) {
    return IntegerValue.of(whole(x) > 0);
  }

  static Value rowVector(Value i) {
    return PairValue.of(whole(i), 0);
  }

  static Value columnVector(Value j) {
    return PairValue.of(0, whole(j));
  }

  static Value interval(Meter meter, Value start, Value stop, Value step) {
    long first = whole(start);
    long end = whole(stop);
    long stride = whole(step);
    if (stride == 0) {
      throw Failure.of(ErrorKind.VALUE, "a step of zero");
    }
    long count = count(first, end, stride);
    meter.require(count);
    Value[] items = new Value[(int) count];
    for (int i = 0; i < items.length; i++) {
      items[i] = IntegerValue.of(first + i * stride);
    }
    return TupleValue.of(items);
  }

  private static long count(long first, long end, long stride) {
    try {
      long way = Math.subtractExact(end, first);
      return Math.max(0, Math.ceilDiv(way, stride));
    } catch (ArithmeticException _) {
      throw overflow();
    }
  }
}
