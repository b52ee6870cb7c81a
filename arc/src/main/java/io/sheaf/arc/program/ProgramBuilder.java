package io.sheaf.arc.program;

import io.sheaf.arc.dsl.Primitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Puts a program together, line by line, and checks names, order and numbers of arguments.
final class ProgramBuilder {
  private final Map<String, Integer> variables = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private int result = -1;

  boolean isComplete() {
    return result >= 0;
  }

  Program build(String name) {
    return new Program(name, lines, result);
  }

  void add(Scanner scanner, int number) throws SyntaxException {
    String target = scanner.name();
    int column = scanner.column();
    if (isComplete()) {
      throw new SyntaxException(column, "expected nothing after `return`, found `" + target + "`");
    }
    if (target.equals("return")) {
      finish(scanner);
      return;
    }
    checkTarget(target, column);
    scanner.expect('=');
    lines.add(call(target, scanner, number));
    variables.put(target, lines.size() - 1);
  }

  private void finish(Scanner scanner) throws SyntaxException {
    String name = scanner.name();
    Integer line = variables.get(name);
    if (line == null) {
      throw new SyntaxException(
          scanner.column(), "return of `%s`, which no line assigns".formatted(name));
    }
    scanner.expectEnd();
    result = line;
  }

  private void checkTarget(String target, int column) throws SyntaxException {
    if (target.equals("I") || Names.constants().containsKey(target)) {
      throw new SyntaxException(column, "assignment to `%s`, which is given".formatted(target));
    }
    if (Names.primitives().containsKey(target)) {
      throw new SyntaxException(column, "assignment to the primitive `%s`".formatted(target));
    }
    if (variables.containsKey(target)) {
      throw new SyntaxException(
          column,
          "second assignment to `%s`, first in line %d"
              .formatted(target, lines.get(variables.get(target)).number()));
    }
    if (Names.KEYWORDS.contains(target)) {
      throw new SyntaxException(column, "`%s` is no name".formatted(target));
    }
  }

  private Line call(String target, Scanner scanner, int number) throws SyntaxException {
    String name = scanner.name();
    int column = scanner.column();
    Reference callee = reference(name, column);
    if (callee instanceof Reference.Input || callee instanceof Reference.Fixed) {
      throw new SyntaxException(column, "`%s` is no function".formatted(name));
    }
    scanner.expect('(');
    List<Reference> arguments = new ArrayList<>();
    do {
      String argument = scanner.name();
      arguments.add(reference(argument, scanner.column()));
    } while (scanner.take(','));
    scanner.expect(')');
    scanner.expectEnd();
    if (callee instanceof Reference.Named(Primitive primitive)
        && primitive.arity() != arguments.size()) {
      throw new SyntaxException(
          column,
          "`%s` takes %d arguments, found %d".formatted(name, primitive.arity(), arguments.size()));
    }
    return new Line(target, callee, arguments, number);
  }

  private Reference reference(String name, int column) throws SyntaxException {
    if (name.equals("I")) {
      return new Reference.Input();
    }
    Integer line = variables.get(name);
    if (line != null) {
      return new Reference.Variable(line);
    }
    Reference known = Names.reference(name);
    if (known == null) {
      throw new SyntaxException(
          column, "unknown name `%s`%s".formatted(name, Names.hint(name, variables.keySet())));
    }
    return known;
  }
}
