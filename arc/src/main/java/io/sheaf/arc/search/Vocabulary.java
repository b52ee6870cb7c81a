package io.sheaf.arc.search;

import io.sheaf.arc.dsl.Constant;
import io.sheaf.arc.dsl.Kind;
import io.sheaf.arc.dsl.Primitive;
import io.sheaf.arc.program.Line;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What may stand where in a program.
final class Vocabulary {
  private static final Set<Kind> SETS =
      EnumSet.of(Kind.SET, Kind.INDICES, Kind.OBJECT, Kind.OBJECTS, Kind.PATCH);

  private Vocabulary() {}

  static Kind result(Line line) {
    return line.callee() instanceof Reference.Named(Primitive primitive)
        ? primitive.result()
        : Kind.ANY;
  }

  /// Constants of a kind; none for grids, sets and functions, of which there are none.
  static List<Reference> constants(Kind kind) {
    return Arrays.stream(Constant.values())
        .filter(one -> one.kind() == kind || (kind == Kind.NUM && one.kind() != Kind.BOOL))
        .<Reference>map(Reference.Fixed::new)
        .toList();
  }

  /// The input and the lines before a position that can be of a kind.
  static List<Reference> earlier(Program program, int position, Kind kind) {
    List<Reference> found = new ArrayList<>();
    if (fits(Kind.GRID, kind)) {
      found.add(new Reference.Input());
    }
    for (int i = 0; i < position; i++) {
      if (fits(result(program.lines().get(i)), kind)) {
        found.add(new Reference.Variable(i));
      }
    }
    return found;
  }

  /// Whether it is worth trying: stricter than the language, where a tuple may pass for a set.
  private static boolean fits(Kind found, Kind wanted) {
    boolean isTuple = found == Kind.GRID || found == Kind.PAIR;
    return found.canBe(wanted) && !(isTuple && SETS.contains(wanted));
  }

  /// Primitives with as many parameters, and a result of the same kind.
  static List<Primitive> like(Primitive primitive) {
    return Arrays.stream(Primitive.values())
        .filter(
            one ->
                one != primitive
                    && one.arity() == primitive.arity()
                    && one.result() == primitive.result())
        .toList();
  }
}
