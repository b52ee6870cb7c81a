package io.sheaf.arc.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sheaf.arc.battery.Battery;
import io.sheaf.arc.battery.Evaluation;
import io.sheaf.arc.program.CanonicalForm;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.synth.BuiltInPrograms;
import io.sheaf.arc.task.Task;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Grid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchPartsTest {
  private static final Grid TWO_BY_TWO = Grid.of(new byte[] {1, 2, 3, 4}, 2);
  private static final Grid ALMOST = Grid.of(new byte[] {1, 2, 3, 5}, 2);

  private static Answer grid(Grid grid) {
    return new Answer(Optional.of(grid), "", 7);
  }

  private static Answer run(String body, Grid input) {
    Program program =
        ProgramReader.parse("test", "def solve_00000000(I):\n    " + body + "\n    return O\n")
            .programs()
            .getFirst();
    return Answer.of(new Evaluation(new Battery(List.of(program), Budget.USUAL), input).outcome(0));
  }

  @Test
  void tellsGridsFromOtherValuesAndErrors() {
    assertThat(run("O = rot180(I)", TWO_BY_TWO).isArc()).isTrue();
    assertThat(run("O = canvas(TEN, UNITY)", TWO_BY_TWO).isArc()).isFalse();
    assertThat(run("O = size(I)", TWO_BY_TWO).problem()).isEqualTo("Int, expected a grid");
    assertThat(run("O = first(ONE)", TWO_BY_TWO).problem()).startsWith("TYPE: ");
  }

  @Test
  void countsCellsThatAreAlike() {
    assertThat(grid(ALMOST).similarity(TWO_BY_TWO)).isEqualTo(0.75);
    assertThat(grid(Grid.of(new byte[] {1, 2}, 1)).similarity(TWO_BY_TWO)).isZero();
    assertThat(new Answer(Optional.empty(), "no", 0).similarity(TWO_BY_TWO)).isZero();
  }

  @Test
  void ranksByPairsThenCellsThenLengthThenSteps() {
    List<Task.Demo> demos =
        List.of(new Task.Demo(ALMOST, TWO_BY_TWO), new Task.Demo(TWO_BY_TWO, TWO_BY_TWO));
    Score half = Score.of(demos, List.of(grid(ALMOST), grid(TWO_BY_TWO)), 3);
    assertThat(half.right()).isEqualTo(1);
    assertThat(half.similarity()).isCloseTo(0.875, within(1e-12));
    assertThat(half.steps()).isEqualTo(14);
    Score left = Score.of(demos, List.of(grid(ALMOST)), 1);
    List<Score> sorted =
        Stream.of(left, new Score(1, 0.875, 3, 15), half, new Score(1, 0.875, 2, 99))
            .sorted()
            .toList();
    assertThat(sorted)
        .containsExactly(new Score(1, 0.875, 2, 99), half, new Score(1, 0.875, 3, 15), left);
  }

  /// Mutants are programs of the language, mostly new, and leave their parents as they were.
  @Test
  void makesOtherProgramsOfTheLanguage() {
    Mutation mutation = new Mutation(new SplittableRandom(1), Literals.NONE);
    Set<String> digests = new HashSet<>();
    int same = 0;
    for (Program parent : BuiltInPrograms.all()) {
      String before = parent.text();
      for (int i = 0; i < 20; i++) {
        Program mutant = mutation.of(parent);
        Program canonical = CanonicalForm.of(mutant);
        assertThat(ProgramReader.parse("mutant", canonical.text()).problems()).isEmpty();
        digests.add(canonical.digest());
        same += mutant.equals(parent) ? 1 : 0;
      }
      assertThat(parent.text()).isEqualTo(before);
    }
    int all = 20 * BuiltInPrograms.all().size();
    assertThat(same).isLessThan(all / 10);
    assertThat(digests).hasSizeGreaterThan(all / 2);
  }

  @Test
  void drawsTheSameMutantsFromTheSameSeed() {
    assertThat(mutants(3)).isEqualTo(mutants(3)).isNotEqualTo(mutants(4));
  }

  private static List<String> mutants(long seed) {
    Mutation mutation = new Mutation(new SplittableRandom(seed), Literals.NONE);
    List<String> texts = new ArrayList<>();
    BuiltInPrograms.all().forEach(one -> texts.add(mutation.of(one).text()));
    return texts;
  }

  @Test
  void extendsByEveryCallThatFits() {
    Program parent = BuiltInPrograms.all().getFirst();
    List<Program> all = Extension.all(parent).toList();
    assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(200);
    assertThat(all)
        .allMatch(one -> one.lines().size() == parent.lines().size() + 1)
        .anyMatch(one -> one.text().contains("= upscale(O, THREE)"))
        .anyMatch(one -> one.text().contains("= hconcat(O, I)"));
    Battery battery = new Battery(all, Budget.USUAL);
    assertThat(battery.size()).isLessThan(all.size() + 60);
  }
}
