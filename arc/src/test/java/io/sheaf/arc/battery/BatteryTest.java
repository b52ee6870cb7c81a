package io.sheaf.arc.battery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.arc.dsl.Literal;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.program.Programs;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.ErrorKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Sharing, identity of functions, and budgets.
class BatteryTest {
  private static Program program(String... lines) {
    Programs read =
        ProgramReader.parse(
            "text", "def solve_00000000(I):\n    " + String.join("\n    ", lines) + "\n");
    assertThat(read.problems()).isEmpty();
    return read.programs().getFirst();
  }

  private static String run(Program program) {
    Battery battery = new Battery(List.of(program), Budget.USUAL);
    return PlainTwinTest.text(new Evaluation(battery, Literal.of("((1, 2), (3, 4))")).outcome(0));
  }

  @Test
  void equalCallsOfDifferentProgramsAreOneNode() {
    Program a = program("x1 = rot90(I)", "O = hmirror(x1)", "return O");
    Program b = program("y = rot90(I)", "z = vmirror(y)", "return z");
    Battery battery = new Battery(List.of(a, b), Budget.USUAL);
    Evaluation evaluation = new Evaluation(battery, Literal.of("((1, 2), (3, 4))"));
    evaluation.outcome(0);
    evaluation.outcome(1);
    assertThat(evaluation.computed()).isEqualTo(3);
  }

  @Test
  void equalFunctionsOfOneProgramStayTwo() {
    Program two =
        program(
            "f = lbind(add, ONE)",
            "g = lbind(add, ONE)",
            "s = initset(f)",
            "t = insert(g, s)",
            "O = size(t)",
            "return O");
    assertThat(run(two)).isEqualTo("2");
    Program one = program("f = initset(add)", "t = insert(add, f)", "O = size(t)", "return O");
    assertThat(run(one)).isEqualTo("1");
  }

  @Test
  void anErrorInAnUnusedLineEndsTheProgram() {
    assertThat(run(program("x = first(ZERO)", "O = rot90(I)", "return O"))).isEqualTo("TYPE in 0");
  }

  @Test
  @Timeout(20)
  void hostileProgramsEndInAnError() {
    List<Program> hostile =
        List.of(
            program(
                "f = fork(astuple, identity, identity)",
                "g = power(f, TEN)",
                "h = power(g, TEN)",
                "O = h(I)",
                "return O"),
            program(
                "a = asindices(I)",
                "f = fork(product, identity, identity)",
                "g = power(f, NINE)",
                "O = g(a)",
                "return O"),
            program(
                "f = power(double, TEN)",
                "g = power(f, SIX)",
                "h = g(ONE)",
                "O = g(h)",
                "return O"),
            program(
                "f = power(double, TEN)",
                "g = chain(f, f, f)",
                "n = g(ONE)",
                "O = interval(ZERO, n, ONE)",
                "return O"),
            program(
                "f = power(double, TEN)",
                "g = chain(f, f, f)",
                "n = g(ONE)",
                "d = astuple(n, n)",
                "O = canvas(ZERO, d)",
                "return O"),
            program(
                "f = fork(combine, identity, identity)",
                "g = power(f, TEN)",
                "h = power(g, TEN)",
                "O = h(I)",
                "return O"),
            program(
                "f = power(double, TEN)",
                "g = compose(f, f)",
                "n = g(ONE)",
                "O = upscale(I, n)",
                "return O"),
            program(
                "f = power(double, TEN)",
                "g = compose(f, f)",
                "n = g(ONE)",
                "d = astuple(n, n)",
                "s = initset(d)",
                "t = insert(ORIGIN, s)",
                "O = backdrop(t)",
                "return O"),
            program(
                "f = fork(astuple, identity, identity)",
                "g = power(f, TEN)",
                "h = compose(g, g)",
                "k = chain(g, g, h)",
                "a = k(ZERO)",
                "b = k(F)",
                "O = equality(a, b)",
                "return O"));
    for (Program program : hostile) {
      String end = run(program);
      assertThat(end.length()).as(program.text()).isLessThan(20);
      assertThat(end).as(program.text()).matches("(BUDGET|DEPTH|OVERFLOW) in \\d");
    }
  }

  @Test
  void deepNestingIsAnError() {
    String[] lines = new String[1202];
    lines[0] = "x0 = compose(identity, identity)";
    for (int i = 1; i <= 1200; i++) {
      lines[i] = "x%d = compose(identity, x%d)".formatted(i, i - 1);
    }
    lines[1200] = "O = x1199(I)";
    lines[1201] = "return O";
    assertThat(run(program(lines))).isEqualTo(ErrorKind.DEPTH + " in 1200");
  }
}
