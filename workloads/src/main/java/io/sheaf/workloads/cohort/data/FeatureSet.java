package io.sheaf.workloads.cohort.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Features by name, each a [Formula] over columns and other features.
public final class FeatureSet {
  private final Map<String, Formula> formulas;

  private FeatureSet(Map<String, Formula> formulas) {
    this.formulas = formulas;
  }

  /// Parses definitions, which may refer to each other in any order but not in a circle.
  ///
  /// @param definitions formula texts by feature name
  /// @return the features, in the order of the definitions
  /// @throws FormulaException if a formula is malformed, names an unknown feature or reaches itself
  public static FeatureSet parse(Map<String, String> definitions) {
    Map<String, Formula> formulas = new LinkedHashMap<>();
    definitions.forEach((name, text) -> formulas.put(name, parse(name, text)));
    formulas.forEach((name, formula) -> refuseUnknown(name, formula, formulas.keySet()));
    FeatureSet features = new FeatureSet(formulas);
    features.refuseCircles();
    return features;
  }

  private static Formula parse(String name, String text) {
    try {
      return Formula.parse(text);
    } catch (FormulaException e) {
      throw fault(name, String.valueOf(e.getMessage()));
    }
  }

  private static void refuseUnknown(String name, Formula formula, Set<String> known) {
    for (String reference : formula.features()) {
      if (!known.contains(reference)) {
        throw fault(
            name,
            "unknown name %s; a column is written [name]"
                .formatted(InputException.unknown(reference, known)));
      }
    }
  }

  private void refuseCircles() {
    Set<String> finished = new HashSet<>();
    for (String name : formulas.keySet()) {
      refuseCircles(name, new ArrayDeque<>(), finished);
    }
  }

  private void refuseCircles(String name, Deque<String> path, Set<String> finished) {
    if (finished.contains(name)) {
      return;
    }
    boolean circle = path.contains(name);
    path.addLast(name);
    if (circle) {
      throw fault(name, "refers to itself: " + String.join(" -> ", path));
    }
    formula(name).features().forEach(reference -> refuseCircles(reference, path, finished));
    path.removeLast();
    finished.add(name);
  }

  /// Names of all features, in the order of the definitions.
  public Set<String> names() {
    return Collections.unmodifiableSet(formulas.keySet());
  }

  /// Names of the columns that a feature needs, itself or through others, in order of first use.
  ///
  /// @throws IllegalArgumentException if there is no such feature
  public List<String> columns(String name) {
    Set<String> columns = new LinkedHashSet<>();
    collect(name, columns, new HashSet<>());
    return new ArrayList<>(columns);
  }

  private void collect(String name, Set<String> columns, Set<String> seen) {
    if (seen.add(name)) {
      Formula formula = formula(name);
      columns.addAll(formula.columns());
      formula.features().forEach(reference -> collect(reference, columns, seen));
    }
  }

  /// Values of a feature, one per row of the table.
  ///
  /// @param name of the feature
  /// @param table holds the columns it needs; not modified
  /// @return a new array, NaN where an operand was NaN
  /// @throws IllegalArgumentException if there is no such feature or column
  public double[] evaluate(String name, UserTable table) {
    return evaluate(name, table, new HashMap<>());
  }

  private double[] evaluate(String name, UserTable table, Map<String, double[]> known) {
    double[] values = known.get(name);
    if (values == null) {
      values = formula(name).evaluate(table, reference -> evaluate(reference, table, known));
      known.put(name, values);
    }
    return values;
  }

  private Formula formula(String name) {
    Formula formula = formulas.get(name);
    if (formula == null) {
      throw new IllegalArgumentException(
          "no feature " + InputException.unknown(name, formulas.keySet()));
    }
    return formula;
  }

  private static FormulaException fault(String name, String what) {
    return new FormulaException("feature %s: %s".formatted(InputException.shown(name), what));
  }
}
