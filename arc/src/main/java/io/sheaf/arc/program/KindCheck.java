package io.sheaf.arc.program;

import io.sheaf.arc.dsl.Kind;
import io.sheaf.arc.dsl.Primitive;
import java.util.ArrayList;
import java.util.List;

/// Finds arguments that can never be of the kind that a primitive takes.
///
/// What it finds may yet never matter: some primitives do not look at all their arguments. So these
/// are warnings, and the evaluation has the last word.
public final class KindCheck {
  private KindCheck() {}

  /// What is doubtful in a program. O(lines).
  ///
  /// @param file its file for the messages
  /// @param program any
  /// @return a problem for each argument of the wrong kind
  public static List<Problem> problems(String file, Program program) {
    List<Problem> problems = new ArrayList<>();
    List<Kind> kinds = new ArrayList<>();
    for (Line line : program.lines()) {
      switch (line.callee()) {
        case Reference.Named(Primitive primitive) -> {
          for (int i = 0; i < primitive.arity(); i++) {
            Kind found = kind(line.arguments().get(i), kinds);
            Kind wanted = primitive.parameters().get(i);
            if (!found.canBe(wanted)) {
              String message =
                  "argument %d of %s is %s, expected %s"
                      .formatted(i + 1, primitive.word(), found, wanted);
              problems.add(
                  new Problem(file, Math.max(1, line.number()), 5, program.name(), message));
            }
          }
          kinds.add(primitive.result());
        }
        case Reference.Variable(int callee) -> {
          if (!kinds.get(callee).canBe(Kind.FN)) {
            String message =
                "`%s` is called, and is %s"
                    .formatted(program.lines().get(callee).target(), kinds.get(callee));
            problems.add(new Problem(file, Math.max(1, line.number()), 5, program.name(), message));
          }
          kinds.add(Kind.ANY);
        }
        case Reference.Input _, Reference.Fixed _ -> kinds.add(Kind.ANY);
      }
    }
    return problems;
  }

  private static Kind kind(Reference reference, List<Kind> kinds) {
    return switch (reference) {
      case Reference.Input _ -> Kind.GRID;
      case Reference.Variable(int line) -> kinds.get(line);
      case Reference.Fixed fixed -> fixed.constant().kind();
      case Reference.Named _ -> Kind.FN;
    };
  }
}
