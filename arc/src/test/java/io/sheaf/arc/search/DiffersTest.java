package io.sheaf.arc.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.value.Budget;
import io.sheaf.arc.value.Grid;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The numbers are counted by hand.
class DiffersTest {
  private static final Differs DIFFERS = new Differs(Differs.builtIn(), Budget.USUAL);
  private static final Grid ONE = Grid.of(new byte[] {0, 0, 0, 3, 0, 0, 0, 5, 5}, 3);
  private static final Grid OTHER = Grid.of(new byte[] {0, 0, 2, 3, 0, 0, 0, 0, 0}, 3);

  private static List<Integer> similarities(Grid one, Grid other) {
    return DIFFERS.similarities(one, other).stream().map(OptionalInt::orElseThrow).toList();
  }

  @Test
  void seeNothingBetweenAGridAndItself() {
    assertThat(similarities(ONE, ONE)).containsExactly(1000, 1000, 1000, 1000, 1000);
  }

  /// Lost: colour 5, and the single 0 in the corner. Gained: colour 2, one cell. Three cells
  /// differ.
  @Test
  void countWhatIsLostAndGained() {
    assertThat(similarities(ONE, OTHER)).containsExactly(500, 500, 500, 500, 250);
    assertThat(similarities(OTHER, ONE)).containsExactly(500, 500, 500, 500, 250);
  }

  /// The second is the first row only: six cells are gone, two colours, two single cells.
  @Test
  void compareGridsOfAnyShape() {
    Grid row = Grid.of(new byte[] {0, 0, 0}, 3);
    assertThat(similarities(ONE, row)).containsExactly(333, 1000, 333, 1000, 142);
  }

  @Test
  void seeNothingWhereTheyFailOrReturnSomethingElse() {
    List<Program> programs =
        ProgramReader.parse(
                "test",
                """
                def differ_0000000a(I):
                    O = first(ONE)
                    return O
                def differ_0000000b(I):
                    O = size(I)
                    return O
                """)
            .programs();
    assertThat(new Differs(programs, Budget.USUAL).similarities(ONE, OTHER))
        .isEqualTo(IntStream.range(0, 2).mapToObj(_ -> OptionalInt.empty()).toList());
  }
}
