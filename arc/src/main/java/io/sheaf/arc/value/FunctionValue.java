package io.sheaf.arc.value;

/// A function of one to four arguments. Equal only to itself.
public abstract non-sealed class FunctionValue extends Value {
  /// A function.
  protected FunctionValue() {
    super(1);
  }

  /// The number of arguments it takes.
  ///
  /// @return 1 to 4
  public abstract int arity();

  /// Its result.
  ///
  /// @param meter what the evaluation may still use
  /// @param arguments as many as [#arity]; not modified
  /// @return the result
  /// @throws Failure whatever goes wrong, a wrong number of arguments included
  public abstract Value call(Meter meter, Value... arguments);

  @Override
  public final boolean isTrue() {
    return true;
  }

  @Override
  public final String kind() {
    return "Fn";
  }

  @Override
  public final boolean equals(Object other) {
    return this == other;
  }

  @Override
  public final int hashCode() {
    return System.identityHashCode(this);
  }
}
