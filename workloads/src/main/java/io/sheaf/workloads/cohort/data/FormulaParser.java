package io.sheaf.workloads.cohort.data;

import io.sheaf.workloads.cohort.data.Expression.Binary;
import io.sheaf.workloads.cohort.data.Expression.BinaryOperation;
import io.sheaf.workloads.cohort.data.Expression.Column;
import io.sheaf.workloads.cohort.data.Expression.Constant;
import io.sheaf.workloads.cohort.data.Expression.Feature;
import io.sheaf.workloads.cohort.data.Expression.Unary;
import io.sheaf.workloads.cohort.data.Expression.UnaryOperation;
import java.util.List;
import java.util.Map;

/// Recursive descent over the grammar of [Formula]; limits keep any text from exhausting the stack.
final class FormulaParser {
  private static final int LENGTH_LIMIT = 2_000;
  private static final int DEPTH_LIMIT = 100;
  private static final List<String> FUNCTIONS = List.of("abs", "log", "max", "min", "pow", "sqrt");
  private static final Map<String, UnaryOperation> UNARY =
      Map.of("abs", UnaryOperation.ABS, "sqrt", UnaryOperation.SQRT, "log", UnaryOperation.LOG);
  private static final Map<String, BinaryOperation> BINARY =
      Map.of("min", BinaryOperation.MIN, "max", BinaryOperation.MAX, "pow", BinaryOperation.POW);

  private final String text;
  private int position;
  private int depth;

  FormulaParser(String text) {
    this.text = text;
  }

  Expression parse() {
    if (text.length() > LENGTH_LIMIT) {
      throw new FormulaException(
          "%s has %,d characters, expected at most %,d"
              .formatted(InputException.shown(text), text.length(), LENGTH_LIMIT));
    }
    Expression root = sum();
    if (peek() != 0) {
      throw expected("an operator");
    }
    return root;
  }

  private Expression sum() {
    Expression left = product();
    while (peek() == '+' || peek() == '-') {
      BinaryOperation operation = next() == '+' ? BinaryOperation.ADD : BinaryOperation.SUBTRACT;
      left = new Binary(operation, left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = signed();
    while (peek() == '*' || peek() == '/') {
      BinaryOperation operation = next() == '*' ? BinaryOperation.MULTIPLY : BinaryOperation.DIVIDE;
      left = new Binary(operation, left, signed());
    }
    return left;
  }

  private Expression signed() {
    if (++depth > DEPTH_LIMIT) {
      throw fault(position, "nested deeper than " + DEPTH_LIMIT);
    }
    char first = peek();
    Expression node;
    if (first == '-') {
      next();
      node = new Unary(UnaryOperation.NEGATE, signed());
    } else if (first == '(') {
      node = parenthesised();
    } else if (first == '[' || first == '`') {
      node = column(first == '[' ? ']' : '`');
    } else if (first == '.' || isDigit(first)) {
      node = number();
    } else if (isNameStart(first)) {
      node = nameOrCall();
    } else {
      throw expected("a number, a name, a [column] or (");
    }
    depth--;
    return node;
  }

  private Expression parenthesised() {
    expect('(');
    Expression inner = sum();
    expect(')');
    return inner;
  }

  private Expression column(char close) {
    int start = position;
    int end = text.indexOf(close, start + 1);
    if (end < 0) {
      throw fault(start, "the column name is not closed with " + close);
    }
    if (end == start + 1) {
      throw fault(start, "the column name is empty");
    }
    position = end + 1;
    return new Column(text.substring(start + 1, end));
  }

  private Expression number() {
    int start = position;
    while (isNumberPart(start)) {
      position++;
    }
    String digits = text.substring(start, position);
    double value;
    try {
      value = Double.parseDouble(digits);
    } catch (NumberFormatException e) {
      throw fault(start, InputException.shown(digits) + " is not a number");
    }
    if (Double.isInfinite(value)) {
      throw fault(start, InputException.shown(digits) + " is too large");
    }
    return new Constant(value);
  }

  private boolean isNumberPart(int start) {
    char c = at(position);
    boolean exponentSign =
        (c == '+' || c == '-') && position > start && (at(position - 1) | 0x20) == 'e';
    return isDigit(c) || c == '.' || (c | 0x20) == 'e' || exponentSign;
  }

  private Expression nameOrCall() {
    int start = position;
    while (isNameStart(at(position)) || isDigit(at(position))) {
      position++;
    }
    String name = text.substring(start, position);
    if (peek() != '(') {
      return new Feature(name);
    }
    UnaryOperation unary = UNARY.get(name);
    if (unary != null) {
      return new Unary(unary, parenthesised());
    }
    BinaryOperation binary = BINARY.get(name);
    if (binary == null) {
      throw fault(start, "unknown function " + InputException.unknown(name, FUNCTIONS));
    }
    expect('(');
    Expression left = sum();
    expect(',');
    Expression right = sum();
    expect(')');
    return new Binary(binary, left, right);
  }

  /// The next character that is no blank, or 0 at the end.
  private char peek() {
    while (at(position) == ' ' || at(position) == '\t' || at(position) == '\n') {
      position++;
    }
    return at(position);
  }

  private char next() {
    return text.charAt(position++);
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw expected(String.valueOf(wanted));
    }
    next();
  }

  private char at(int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private FormulaException expected(String what) {
    String found =
        position < text.length()
            ? InputException.shown(String.valueOf(text.charAt(position)))
            : "the end";
    return fault(position, "expected %s but found %s".formatted(what, found));
  }

  private FormulaException fault(int index, String what) {
    return new FormulaException(
        "position %d of %s: %s".formatted(index + 1, InputException.shown(text), what));
  }
}
