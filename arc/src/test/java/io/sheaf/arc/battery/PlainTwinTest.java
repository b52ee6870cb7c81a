package io.sheaf.arc.battery;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.arc.RandomGrids;
import io.sheaf.arc.dsl.Literal;
import io.sheaf.arc.program.CanonicalForm;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.ErrorKind;
import io.sheaf.arc.value.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The graph against its plain twin: the same values, in the same order, and the same errors.
class PlainTwinTest {
  private static final int PROGRAMS = 3000;
  private final Random random = new Random(RandomGrids.seed());

  static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Output(var value, _) -> Literal.text(value);
      case Outcome.Fault(var error, int line) -> error.kind() + " in " + line;
    };
  }

  private List<Program> programs(int count) {
    System.out.println("seed " + RandomGrids.seed());
    RandomPrograms generator = new RandomPrograms(random);
    List<Program> programs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      programs.add(generator.program(1 + random.nextInt(8)));
    }
    return programs;
  }

  @Test
  void oneGraphOfAllProgramsGivesWhatEachGivesAlone() {
    List<Program> programs = programs(PROGRAMS);
    Battery battery = new Battery(programs, Budget.USUAL);
    int outputs = 0;
    for (int round = 0; round < 3; round++) {
      Grid input = RandomGrids.grid(random, 7);
      Evaluation evaluation = new Evaluation(battery, input);
      for (int i = 0; i < PROGRAMS; i++) {
        Outcome outcome = evaluation.outcome(i);
        outputs += outcome instanceof Outcome.Output ? 1 : 0;
        if (!(outcome instanceof Outcome.Fault(var error, _) && error.kind() == ErrorKind.BUDGET)) {
          assertThat(text(outcome))
              .as("%s on %s", programs.get(i).text(), input)
              .isEqualTo(PlainInterpreter.run(programs.get(i), input));
        }
      }
    }
    assertThat(outputs).isGreaterThan(PROGRAMS / 3);
  }

  @Test
  void theCanonicalFormComputesTheSame() {
    Grid input = RandomGrids.grid(random, 7);
    for (Program program : programs(PROGRAMS)) {
      Program canonical = CanonicalForm.of(program);
      if (hasNoRepetitions(canonical)) {
        assertThat(CanonicalForm.of(canonical)).isEqualTo(canonical);
      }
      String plain = PlainInterpreter.run(program, input).replaceAll(" in .*", "");
      String other = PlainInterpreter.run(canonical, input).replaceAll(" in .*", "");
      boolean bothFail = isError(plain) && isError(other);
      assertThat(bothFail || plain.equals(other)).as(program.text()).isTrue();
    }
  }

  /// Functions that are made twice are two, and which is the first depends on the order.
  private static boolean hasNoRepetitions(Program program) {
    return program.lines().stream()
            .map(line -> List.of(line.callee(), line.arguments()))
            .distinct()
            .count()
        == program.lines().size();
  }

  private static boolean isError(String text) {
    return text.matches("[A-Z]+");
  }

  @Test
  void printedProgramsReadTheSame() {
    for (Program program : programs(300)) {
      assertThat(ProgramReader.parse("text", program.text()).programs())
          .singleElement()
          .extracting(Program::text)
          .isEqualTo(program.text());
    }
  }

  @Test
  void verdictsDoNotDependOnTheCompany() {
    List<Program> programs = programs(200);
    Budget tight = new Budget(60, 200);
    Battery together = new Battery(programs, tight);
    Grid input = RandomGrids.grid(random, 7);
    Evaluation evaluation = new Evaluation(together, input);
    for (int i = 0; i < programs.size(); i++) {
      Battery alone = new Battery(List.of(programs.get(i)), tight);
      assertThat(text(evaluation.outcome(i)))
          .isEqualTo(text(new Evaluation(alone, input).outcome(0)));
    }
  }
}
