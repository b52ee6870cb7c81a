package io.sheaf.arc.battery;

import io.sheaf.arc.value.ErrorKind;
import io.sheaf.arc.value.Value;

/// What a program came to on one input.
public sealed interface Outcome {
  /// It returned.
  ///
  /// @param value any value, not only a grid
  /// @param cost what it used
  record Output(Value value, Cost cost) implements Outcome {}

  /// It failed.
  ///
  /// @param reason why
  /// @param line the position of the line that failed, from 0
  record Fault(Reason reason, int line) implements Outcome {}

  /// What an evaluation used.
  ///
  /// @param steps as a meter counts them
  /// @param cells as a meter counts them
  record Cost(long steps, long cells) {}

  /// An error as a value.
  ///
  /// @param kind why
  /// @param message what was expected or found
  record Reason(ErrorKind kind, String message) {
    @Override
    public String toString() {
      return kind + ": " + message;
    }
  }

  /// Whether the output is that value.
  ///
  /// @param expected the true output
  /// @return false if it is another, or none
  default boolean is(Value expected) {
    return this instanceof Output(Value value, _) && value.equals(expected);
  }
}
