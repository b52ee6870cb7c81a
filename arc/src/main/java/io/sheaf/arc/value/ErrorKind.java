package io.sheaf.arc.value;

/// Why a program has no result.
public enum ErrorKind {
  /// An argument of the wrong kind, or the wrong number of arguments.
  TYPE,
  /// Something lacks what is asked of it: not a function, not a tuple.
  ATTRIBUTE,
  /// The extremum of nothing, a wrong length, a step of zero.
  VALUE,
  /// A place outside a tuple.
  INDEX,
  /// A division by zero.
  ZERO,
  /// There is no first element.
  STOP,
  /// STOP inside a function that was called for each element.
  RUNTIME,
  /// Functions nested too deeply.
  DEPTH,
  /// A number or coordinate too large to hold.
  OVERFLOW,
  /// More steps or cells than the budget allows.
  BUDGET
}
