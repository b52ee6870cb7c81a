package io.sheaf.arc.battery;

import io.sheaf.arc.dsl.Constant;
import io.sheaf.arc.dsl.Kind;
import io.sheaf.arc.dsl.Primitive;
import io.sheaf.arc.program.Line;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random programs whose arguments are of the right kinds mostly.
final class RandomPrograms {
  private static final List<Primitive> PRIMITIVES = List.of(Primitive.values());

  private final Random random;

  RandomPrograms(Random random) {
    this.random = random;
  }

  Program program(int length) {
    List<Line> lines = new ArrayList<>();
    List<Kind> kinds = new ArrayList<>();
    while (lines.size() < length) {
      lines.add(line(lines.size(), kinds));
    }
    return new Program(
        "solve_00000000", lines, random.nextInt(4) == 0 ? random.nextInt(length) : length - 1);
  }

  private Line line(int position, List<Kind> kinds) {
    List<Integer> functions = ofKind(Kind.FN, kinds);
    String target = "x" + position;
    if (!functions.isEmpty() && random.nextInt(3) == 0) {
      int callee = functions.get(random.nextInt(functions.size()));
      kinds.add(Kind.ANY);
      return new Line(
          target,
          new Reference.Variable(callee),
          List.of(argument(Kind.ANY, kinds.subList(0, position))),
          0);
    }
    Primitive primitive = primitive();
    List<Reference> arguments = new ArrayList<>();
    for (Kind kind : primitive.parameters()) {
      arguments.add(argument(kind, kinds));
    }
    kinds.add(primitive.result());
    return new Line(target, new Reference.Named(primitive), arguments, 0);
  }

  private Reference argument(Kind kind, List<Kind> kinds) {
    List<Integer> variables = ofKind(kind, kinds);
    if (kind == Kind.FN && random.nextInt(3) > 0) {
      return new Reference.Named(primitive());
    }
    if (!variables.isEmpty() && random.nextInt(4) > 0) {
      return new Reference.Variable(variables.get(random.nextInt(variables.size())));
    }
    List<Constant> constants =
        List.of(Constant.values()).stream().filter(one -> one.kind().canBe(kind)).toList();
    if (constants.isEmpty() || kind == Kind.GRID || random.nextInt(10) == 0) {
      return new Reference.Input();
    }
    return new Reference.Fixed(constants.get(random.nextInt(constants.size())));
  }

  private Primitive primitive() {
    return PRIMITIVES.get(random.nextInt(PRIMITIVES.size()));
  }

  private static List<Integer> ofKind(Kind wanted, List<Kind> kinds) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      if (kinds.get(i).canBe(wanted)) {
        found.add(i);
      }
    }
    return found;
  }
}
