package io.sheaf.workloads.cohort.data;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// A node of a parsed formula.
sealed interface Expression {
  /// A number.
  record Constant(double value) implements Expression {}

  /// A column of the table.
  record Column(String name) implements Expression {}

  /// The values of another formula.
  record Feature(String name) implements Expression {}

  /// An operation on one operand.
  record Unary(UnaryOperation operation, Expression operand) implements Expression {}

  /// An operation on two operands.
  record Binary(BinaryOperation operation, Expression left, Expression right)
      implements Expression {}

  /// Operations on one number.
  enum UnaryOperation {
    NEGATE,
    ABS,
    SQRT,
    LOG;

    DoubleUnaryOperator function() {
      return switch (this) {
        case NEGATE -> x -> -x;
        case ABS -> Math::abs;
        case SQRT -> Math::sqrt;
        // Math.log and Math.pow may differ in the last bit between machines.
        case LOG -> StrictMath::log;
      };
    }
  }

  /// Operations on two numbers.
  enum BinaryOperation {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    MIN,
    MAX,
    POW;

    DoubleBinaryOperator function() {
      return switch (this) {
        case ADD -> Double::sum;
        case SUBTRACT -> (x, y) -> x - y;
        case MULTIPLY -> (x, y) -> x * y;
        case DIVIDE -> (x, y) -> x / y;
        case MIN -> Math::min;
        case MAX -> Math::max;
        case POW -> StrictMath::pow;
      };
    }
  }
}
