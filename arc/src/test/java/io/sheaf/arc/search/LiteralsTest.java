package io.sheaf.arc.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.arc.battery.Battery;
import io.sheaf.arc.battery.Evaluation;
import io.sheaf.arc.battery.Outcome;
import io.sheaf.arc.dsl.Constant;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Grid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LiteralsTest {
  private static final List<Grid> INPUTS =
      List.of(
          Grid.of(new byte[] {0, 0, 0, 0, 3, 3, 0, 2, 0}, 3),
          Grid.of(new byte[] {0, 3, 0, 3, 0, 0, 2, 0, 0, 0, 0, 3}, 3));
  private static final Grid OTHER = Grid.of(new byte[] {4, 4, 4, 4, 1, 1, 4, 4, 7}, 3);
  private static final Program PARENT =
      ProgramReader.parse(
              "test",
              """
              def solve_00000000(I):
                  x1 = ofcolor(I, TWO)
                  O = fill(I, THREE, x1)
                  return O
              """)
          .programs()
          .getFirst();

  private static Outcome outcome(Program program, Grid input) {
    return new Evaluation(new Battery(List.of(program), Budget.USUAL), input).outcome(0);
  }

  @Test
  void areKnownWhereTheyAreTheSameOnAllInputs() {
    Literals literals = Literals.of(INPUTS);
    assertThat(literals.of(Constant.TWO)).extracting(Program::name).contains("solve_00000002");
    assertThat(literals.of(Constant.ZERO)).extracting(Program::name).contains("solve_00000001");
    assertThat(literals.of(Constant.THREE)).extracting(Program::name).contains("solve_00000004");
    // Three rows in one, four in the other.
    assertThat(literals.of(Constant.FOUR)).isEmpty();
    assertThat(Literals.NONE.of(Constant.TWO)).isEmpty();
  }

  /// The same on the inputs they were taken from, and the rarest colour on another.
  @Test
  void standForConstants() {
    Program rarest = Literals.of(INPUTS).of(Constant.TWO).getFirst();
    Program general = Literals.generalised(PARENT, 0, 1, rarest);
    INPUTS.forEach(
        input ->
            assertThat(outcome(general, input))
                .isInstanceOfSatisfying(
                    Outcome.Output.class,
                    output -> assertThat(outcome(PARENT, input).is(output.value())).isTrue()));
    assertThat(outcome(PARENT, OTHER).is(OTHER)).isTrue();
    byte[] marked = OTHER.cells().clone();
    marked[8] = 3;
    assertThat(outcome(general, OTHER).is(Grid.of(marked, 3))).isTrue();
  }

  @Test
  void appearInMutants() {
    Mutation mutation = new Mutation(new SplittableRandom(1), Literals.of(INPUTS));
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      texts.add(mutation.of(PARENT).text());
    }
    assertThat(texts).anyMatch(text -> text.contains("leastcolor(I)"));
  }
}
