package io.sheaf.arc.search;

import io.sheaf.arc.dsl.Constant;
import io.sheaf.arc.dsl.Kind;
import io.sheaf.arc.dsl.Primitive;
import io.sheaf.arc.program.Line;
import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Makes a program that differs a little from another: another constant of the same kind, another
/// earlier value of a kind that fits, another primitive of the same signature, one more call on the
/// result, or a number read off the input where it stated a constant. The mutant is a program of
/// its own; the other does not change.
public final class Mutation {
  private static final int ATTEMPTS = 20;
  private static final int LONGEST = 60;
  private static final int ONE_IN = 4;

  private final RandomGenerator random;
  private final Literals literals;

  /// Mutations drawn from a generator.
  ///
  /// @param random used by every call
  /// @param literals what may stand for constants
  public Mutation(RandomGenerator random, Literals literals) {
    this.random = random;
    this.literals = literals;
  }

  /// A mutant with one change, sometimes more.
  ///
  /// @param program any
  /// @return a mutant under the same name; the program itself if nothing could be changed
  public Program of(Program program) {
    Program mutant = program;
    do {
      mutant = once(mutant);
    } while (random.nextInt(ONE_IN) == 0);
    return mutant;
  }

  private Program once(Program program) {
    if (random.nextInt(ONE_IN) == 0 && program.lines().size() < LONGEST) {
      return Extension.random(program, random);
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int position = random.nextInt(program.lines().size());
      Line line = program.lines().get(position);
      int argument = random.nextInt(line.arguments().size() + 1) - 1;
      Optional<Program> general = generalised(program, position, argument);
      if (general.isPresent()) {
        return general.get();
      }
      Optional<Line> changed =
          argument < 0 ? otherCallee(line) : otherArgument(program, position, argument);
      if (changed.isPresent()) {
        List<Line> lines = new ArrayList<>(program.lines());
        lines.set(position, changed.get());
        return new Program(program.name(), lines, program.result());
      }
    }
    return program;
  }

  /// Every second constant that can be read off the input.
  private Optional<Program> generalised(Program program, int position, int argument) {
    return argument >= 0
            && program.lines().size() < LONGEST
            && program.lines().get(position).arguments().get(argument)
                instanceof Reference.Fixed(Constant constant)
            && !literals.of(constant).isEmpty()
            && random.nextBoolean()
        ? any(literals.of(constant))
            .map(way -> Literals.generalised(program, position, argument, way))
        : Optional.empty();
  }

  private Optional<Line> otherCallee(Line line) {
    return line.callee() instanceof Reference.Named(Primitive primitive)
        ? any(Vocabulary.like(primitive))
            .map(
                other ->
                    new Line(
                        line.target(), new Reference.Named(other), line.arguments(), line.number()))
        : Optional.empty();
  }

  private Optional<Line> otherArgument(Program program, int position, int argument) {
    Line line = program.lines().get(position);
    Kind wanted =
        line.callee() instanceof Reference.Named(Primitive primitive)
            ? primitive.parameters().get(argument)
            : Kind.ANY;
    Reference old = line.arguments().get(argument);
    List<Reference> others =
        switch (old) {
          case Reference.Fixed(Constant constant) -> Vocabulary.constants(constant.kind());
          case Reference.Named(Primitive primitive) ->
              Vocabulary.like(primitive).stream().<Reference>map(Reference.Named::new).toList();
          case Reference.Input _, Reference.Variable _ ->
              Vocabulary.earlier(program, position, wanted);
        };
    return any(others.stream().filter(other -> !other.equals(old)).toList())
        .map(
            other -> {
              List<Reference> arguments = new ArrayList<>(line.arguments());
              arguments.set(argument, other);
              return new Line(line.target(), line.callee(), arguments, line.number());
            });
  }

  private <T> Optional<T> any(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
  }
}
