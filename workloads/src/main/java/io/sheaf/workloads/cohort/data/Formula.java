package io.sheaf.workloads.cohort.data;

import io.sheaf.workloads.cohort.data.Expression.Binary;
import io.sheaf.workloads.cohort.data.Expression.Column;
import io.sheaf.workloads.cohort.data.Expression.Constant;
import io.sheaf.workloads.cohort.data.Expression.Feature;
import io.sheaf.workloads.cohort.data.Expression.Unary;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/// Arithmetic over columns, row by row.
///
/// ```
/// sum     = product { ("+" | "-") product }
/// product = signed { ("*" | "/") signed }
/// signed  = [ "-" ] signed | number | column | name | call | "(" sum ")"
/// call    = ("abs" | "sqrt" | "log") "(" sum ")" | ("min" | "max" | "pow") "(" sum "," sum ")"
/// column  = "[" characters "]" | "`" characters "`"
/// name    = another feature: a letter or "_", then letters, digits and "_"
/// ```
///
/// Operators of one rank work from left to right; every operation is one IEEE double operation in
/// the written order. NaN in any operand gives NaN, a division by zero what IEEE says; only `pow(x,
/// 0)` is 1 for every x, as everywhere.
public final class Formula {
  private final Expression root;
  private final Set<String> columns = new LinkedHashSet<>();
  private final Set<String> features = new LinkedHashSet<>();

  private Formula(Expression root) {
    this.root = root;
    collect(root);
  }

  /// Parses a formula.
  ///
  /// @param text as in the grammar above
  /// @return the formula
  /// @throws FormulaException if it is none, naming the position
  public static Formula parse(String text) {
    return new Formula(new FormulaParser(text).parse());
  }

  /// Names of the columns it reads itself, in order of first use.
  public Set<String> columns() {
    return Collections.unmodifiableSet(columns);
  }

  /// Names of the features it refers to, in order of first use.
  public Set<String> features() {
    return Collections.unmodifiableSet(features);
  }

  private void collect(Expression node) {
    switch (node) {
      case Constant _ -> {}
      case Column column -> columns.add(column.name());
      case Feature feature -> features.add(feature.name());
      case Unary unary -> collect(unary.operand());
      case Binary binary -> {
        collect(binary.left());
        collect(binary.right());
      }
    }
  }

  /// One value per row of the table; a new array.
  ///
  /// @param table holds [#columns()]
  /// @param values of the features it refers to; not modified
  double[] evaluate(UserTable table, Function<String, double[]> values) {
    return new Evaluation(table, values).of(root);
  }

  /// Every node gives a new array, so that an operation may write into its left operand.
  private record Evaluation(UserTable table, Function<String, double[]> values) {
    double[] of(Expression node) {
      return switch (node) {
        case Constant constant -> constant(constant.value());
        case Column column -> table.column(column.name()).clone();
        case Feature feature -> values.apply(feature.name()).clone();
        case Unary(Expression.UnaryOperation operation, Expression operand) ->
            apply(operation.function(), of(operand));
        case Binary(Expression.BinaryOperation operation, Expression left, Expression right) ->
            apply(operation.function(), of(left), of(right));
      };
    }

    private double[] constant(double value) {
      double[] result = new double[table.rows()];
      Arrays.fill(result, value);
      return result;
    }

    private static double[] apply(DoubleUnaryOperator function, double[] x) {
      Arrays.setAll(x, i -> function.applyAsDouble(x[i]));
      return x;
    }

    private static double[] apply(DoubleBinaryOperator function, double[] x, double[] y) {
      Arrays.setAll(x, i -> function.applyAsDouble(x[i], y[i]));
      return x;
    }
  }
}
