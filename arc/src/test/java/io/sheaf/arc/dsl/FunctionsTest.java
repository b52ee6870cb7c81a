package io.sheaf.arc.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.ErrorKind;
import io.sheaf.arc.value.Failure;
import io.sheaf.arc.value.FunctionValue;
import io.sheaf.arc.value.Meter;
import io.sheaf.arc.value.Value;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Functions made of functions: what they do, how many arguments they take, which are equal.
class FunctionsTest {
  private static Value call(Primitive primitive, Value... arguments) {
    return primitive.call(new Meter(Budget.USUAL), arguments);
  }

  private static Value call(Value function, String... arguments) {
    Value[] values = new Value[arguments.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Literal.of(arguments[i]);
    }
    return Functions.call(new Meter(Budget.USUAL), function, values);
  }

  private static Value f(Primitive primitive) {
    return primitive.function();
  }

  private static void fails(ErrorKind kind, ThrowingCallable code) {
    assertThatThrownBy(code)
        .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  @Test
  void composesFromTheInside() {
    Value composed = call(Primitive.COMPOSE, f(Primitive.DOUBLE), f(Primitive.INCREMENT));
    assertThat(call(composed, "3")).isEqualTo(Literal.of("8"));
    Value chained =
        call(Primitive.CHAIN, f(Primitive.INVERT), f(Primitive.DOUBLE), f(Primitive.INCREMENT));
    assertThat(call(chained, "3")).isEqualTo(Literal.of("-8"));
    Value forked =
        call(Primitive.FORK, f(Primitive.SUBTRACT), f(Primitive.DOUBLE), f(Primitive.INCREMENT));
    assertThat(call(forked, "5")).isEqualTo(Literal.of("4"));
    Value matcher = call(Primitive.MATCHER, f(Primitive.SIZE), Literal.of("2"));
    assertThat(call(matcher, "{1, 2}")).isEqualTo(Literal.of("True"));
  }

  @Test
  void bindsTheLastOrTheFirstArgument() {
    Value last = call(Primitive.RBIND, f(Primitive.SUBTRACT), Literal.of("1"));
    Value first = call(Primitive.LBIND, f(Primitive.SUBTRACT), Literal.of("1"));
    assertThat(call(last, "5")).isEqualTo(Literal.of("4"));
    assertThat(call(first, "5")).isEqualTo(Literal.of("-4"));
    Value crop = call(Primitive.RBIND, f(Primitive.CROP), Literal.of("(1, 1)"));
    assertThat(((FunctionValue) crop).arity()).isEqualTo(2);
    assertThat(call(crop, "((1, 2), (3, 4))", "(1, 0)")).isEqualTo(Literal.of("((3,),)"));
  }

  @Test
  void boundFunctionsOfOneOrFourArgumentsTakeThree() {
    Value four = call(Primitive.RBIND, f(Primitive.OBJECTS), Literal.of("True"));
    assertThat(((FunctionValue) four).arity()).isEqualTo(3);
    assertThat(call(four, "((1, 0), (0, 0))", "True", "False"))
        .isEqualTo(Literal.of("{{(1, (0, 0))}}"));
    Value one = call(Primitive.LBIND, f(Primitive.SIZE), Literal.of("1"));
    assertThat(((FunctionValue) one).arity()).isEqualTo(3);
    fails(ErrorKind.TYPE, () -> call(one, "1", "2", "3"));
    fails(ErrorKind.ATTRIBUTE, () -> call(Primitive.RBIND, Literal.of("1"), Literal.of("1")));
  }

  @Test
  void bindsFunctionsThatMakeFunctions() {
    Value binder = call(Primitive.LBIND, f(Primitive.LBIND), f(Primitive.SHIFT));
    Value mover = call(binder, "{(0, 0)}");
    assertThat(call(mover, "(2, 3)")).isEqualTo(Literal.of("{(2, 3)}"));
  }

  @Test
  void powerKeepsOrWrapsTheFunction() {
    assertThat(call(Primitive.POWER, f(Primitive.ADD), Literal.of("True")))
        .isEqualTo(f(Primitive.ADD));
    Value thrice = call(Primitive.POWER, f(Primitive.DOUBLE), Literal.of("3"));
    assertThat(call(thrice, "1")).isEqualTo(Literal.of("8"));
    fails(ErrorKind.DEPTH, () -> call(Primitive.POWER, f(Primitive.DOUBLE), Literal.of("0")));
    fails(ErrorKind.DEPTH, () -> call(Primitive.POWER, f(Primitive.DOUBLE), Literal.of("1000")));
    Value often = call(Primitive.POWER, f(Primitive.IDENTITY), Literal.of("900"));
    Value tooOften = call(Primitive.POWER, often, Literal.of("900"));
    fails(ErrorKind.DEPTH, () -> call(tooOften, "1"));
  }

  @Test
  void functionsAreEqualByCreation() {
    Value a = call(Primitive.LBIND, f(Primitive.ADD), Literal.of("1"));
    Value b = call(Primitive.LBIND, f(Primitive.ADD), Literal.of("1"));
    assertThat(a).isNotEqualTo(b);
    assertThat(f(Primitive.ADD)).isEqualTo(Literal.of("add"));
  }

  @Test
  void calleesAreCheckedWhenCalled() {
    Value broken = call(Primitive.COMPOSE, Literal.of("1"), f(Primitive.SIZE));
    fails(ErrorKind.TYPE, () -> call(broken, "(1,)"));
    assertThat(call(Primitive.APPLY, Literal.of("1"), Literal.of("()")))
        .isEqualTo(Literal.of("()"));
    fails(ErrorKind.TYPE, () -> call(f(Primitive.ADD), "1"));
  }

  @Test
  void theEndOfAnIterationInsideALoopIsAnotherError() {
    fails(ErrorKind.RUNTIME, () -> call(Primitive.APPLY, f(Primitive.FIRST), Literal.of("({},)")));
    fails(ErrorKind.STOP, () -> call(Primitive.ARGMAX, Literal.of("({},)"), f(Primitive.FIRST)));
    fails(ErrorKind.STOP, () -> call(Primitive.EXTRACT, Literal.of("(1,)"), f(Primitive.EVEN)));
  }
}
