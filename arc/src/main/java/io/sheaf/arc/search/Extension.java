package io.sheaf.arc.search;

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
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Makes programs that call one more primitive on another's result. In a battery all of them share
/// the nodes of the other, so each costs one node.
public final class Extension {
  private static final Set<Kind> OF_GRIDS = EnumSet.of(Kind.GRID, Kind.PIECE, Kind.ELEM, Kind.TUP);
  private static final List<Primitive> TO_GRID =
      Arrays.stream(Primitive.values())
          .filter(
              one ->
                  OF_GRIDS.contains(one.result()) && OF_GRIDS.contains(one.parameters().getFirst()))
          .toList();

  private Extension() {}

  /// All extensions whose further arguments are the input, constants or values of the program.
  ///
  /// @param program one whose result is a grid
  /// @return extensions under the same name, in a fixed order, made as they are asked for
  public static Stream<Program> all(Program program) {
    return TO_GRID.stream()
        .flatMap(
            primitive ->
                arguments(program, primitive).stream()
                    .map(arguments -> extended(program, primitive, arguments)));
  }

  /// One of them.
  ///
  /// @param program one whose result is a grid
  /// @param random decides which
  /// @return an extension; the program itself if the drawn primitive has no arguments there
  static Program random(Program program, RandomGenerator random) {
    Primitive primitive = TO_GRID.get(random.nextInt(TO_GRID.size()));
    List<Reference> arguments = new ArrayList<>(List.of(new Reference.Variable(program.result())));
    for (Kind kind : primitive.parameters().subList(1, primitive.arity())) {
      List<Reference> choices = choices(program, kind);
      if (choices.isEmpty()) {
        return program;
      }
      arguments.add(choices.get(random.nextInt(choices.size())));
    }
    return extended(program, primitive, arguments);
  }

  private static List<List<Reference>> arguments(Program program, Primitive primitive) {
    List<List<Reference>> all = List.of(List.of(new Reference.Variable(program.result())));
    for (Kind kind : primitive.parameters().subList(1, primitive.arity())) {
      List<Reference> choices = choices(program, kind);
      all =
          all.stream()
              .flatMap(before -> choices.stream().map(choice -> with(before, choice)))
              .toList();
    }
    return all;
  }

  private static List<Reference> with(List<Reference> before, Reference choice) {
    List<Reference> all = new ArrayList<>(before);
    all.add(choice);
    return all;
  }

  private static List<Reference> choices(Program program, Kind kind) {
    return Stream.concat(
            Vocabulary.constants(kind).stream(),
            Vocabulary.earlier(program, program.lines().size(), kind).stream())
        .toList();
  }

  private static Program extended(Program program, Primitive primitive, List<Reference> arguments) {
    List<Line> lines = new ArrayList<>(program.lines());
    lines.add(new Line("y" + lines.size(), new Reference.Named(primitive), arguments, 0));
    return new Program(program.name(), lines, lines.size() - 1);
  }
}
