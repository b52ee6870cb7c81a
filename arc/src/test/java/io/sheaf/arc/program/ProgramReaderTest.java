package io.sheaf.arc.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is a program, and what is said about what is none.
class ProgramReaderTest {
  private static final String GOOD =
      """
      from dsl import *
      from constants import *


      def solve_0b0b0b0b(I):
          turned = rot180(I)
          both_ways = hconcat(I, turned)

          recolour = rbind(replace, ONE)
          O = recolour(both_ways, TWO)
          return O

      def verify_0a0a0a0a(I: Grid) -> Grid:
          x0 = hmirror(I)   # a comment
          x1 = identity(rot90)
          x2 = x1(I)
          return x2
      """;

  @Test
  void readsBothKindsOfPublicFiles() {
    Programs read = ProgramReader.parse("solvers.py", GOOD);
    assertThat(read.problems()).isEmpty();
    assertThat(read.programs()).extracting(Program::taskId).containsExactly("0b0b0b0b", "0a0a0a0a");
    assertThat(read.programs().getFirst().lines().get(2).number()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "O = rot91(I) | 2:9: unknown name `rot91`; did you mean `rot90`?",
        "O = rot90(x1) | 2:15: unknown name `x1`",
        "O = rot90(I, I) | 2:9: `rot90` takes 1 arguments, found 2",
        "O = ZERO(I) | 2:9: `ZERO` is no function",
        "O = I(I) | 2:9: `I` is no function",
        "I = rot90(I) | 2:5: assignment to `I`, which is given",
        "ONE = rot90(I) | 2:5: assignment to `ONE`, which is given",
        "rot90 = rot90(I) | 2:5: assignment to the primitive `rot90`",
        "O = rot90() | 2:15: expected a name, found `)`",
        "O = rot90(hmirror(I)) | 2:22: expected `)`, found `(I))`",
        "O = replace(I, 1, ONE) | 2:20: expected a name, found `1, ONE)`",
        "O = I + I | 2:9: `I` is no function",
        "O = rot90(I); import os | 2:17: expected the end of the line, found `; import os`",
        "import os | 2:5: `import` is no name",
        "O = lambda x | 2:9: unknown name `lambda`",
        "O = rot90(I).x | 2:17: expected the end of the line, found `.x`",
      })
  void saysWhatIsWrongAndWhere(String line, String expected) {
    Programs read =
        ProgramReader.parse("f", "def solve_00000000(I):\n    " + line + "\n    return O\n");
    assertThat(read.programs()).isEmpty();
    assertThat(read.problems()).hasSize(1);
    Problem problem = read.problems().getFirst();
    assertThat(problem.line() + ":" + problem.column() + ": " + problem.message())
        .startsWith(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "def solve_1(I):#    O = rot90(I)#    return O | name `solve_1`, expected"
            + " solve_, verify_ or differ_",
        "def solve_00000000(x):#    O = rot90(I)#    return O | expected `def solve_<id>(I):`",
        "def solve_00000000(I):#    O = rot90(I) | expected `return`, found its end",
        "def solve_00000000(I):#  O = rot90(I)#    return O | expected an indentation of 4 spaces",
        "def solve_00000000(I):#    O = rot90(I)#    return P | return of `P`, which no line"
            + " assigns",
        "def solve_00000000(I):#    O = rot90(I)#    return O#    x = rot90(I) | expected nothing"
            + " after",
        "def solve_00000000(I):#    O = rot90(I)#    O = rot90(I)#    return O | second assignment",
        "import os | expected `def solve_<id>(I):`",
      })
  void saysWhatIsWrongWithTheFrame(String text, String expected) {
    Programs read = ProgramReader.parse("f", text.replace('#', '\n'));
    assertThat(read.programs()).isEmpty();
    assertThat(read.problems().getFirst().message()).startsWith(expected);
  }

  @Test
  void aBadProgramDoesNotTakeTheOthersAlong() {
    String text =
        GOOD.replace("x0 = hmirror(I)", "x0 = hmirror(Q)")
            + "def solve_0b0b0b0b(I):\n    O = rot90(I)\n    return O\n"
            + "def solve_11111111(I):\n    O = rot90(I)\n    return O\n";
    Programs read = ProgramReader.parse("f", text);
    assertThat(read.programs()).extracting(Program::taskId).containsExactly("0b0b0b0b", "11111111");
    assertThat(read.problems()).hasSize(2);
    assertThat(read.problems().get(1).message()).startsWith("duplicate name, first at f:5");
  }

  @Test
  void readsDirectories(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("a.py"), GOOD);
    Files.writeString(directory.resolve("b.txt"), "no program");
    assertThat(ProgramReader.read(directory).programs()).hasSize(2);
  }

  @Test
  void doubtsArgumentsThatCanNeverFit() {
    Program program =
        ProgramReader.parse(
                "f", "def solve_00000000(I):\n    x = rot90(ONE)\n    O = rot90(x)\n    return O\n")
            .programs()
            .getFirst();
    assertThat(KindCheck.problems("f", program))
        .singleElement()
        .extracting(Problem::message)
        .isEqualTo("argument 1 of rot90 is INT, expected GRID");
  }

  @Test
  void namesAndOrderDoNotMatterForTheCanonicalForm() {
    String first =
        """
        def solve_00000000(I):
            a = hmirror(I)
            b = vmirror(I)
            O = hconcat(a, b)
            return O
        """;
    String second =
        """
        def solve_11111111(I):
            q = vmirror(I)
            p = hmirror(I)
            r = hmirror(I)
            O = hconcat(r, q)
            return O
        """;
    assertThat(digest(first))
        .isEqualTo(digest(second))
        .isNotEqualTo(digest(first.replace("(a, b)", "(b, a)")));
  }

  private static String digest(String text) {
    return CanonicalForm.of(ProgramReader.parse("f", text).programs().getFirst()).digest();
  }
}
