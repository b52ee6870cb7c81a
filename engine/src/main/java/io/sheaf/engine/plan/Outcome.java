package io.sheaf.engine.plan;

import java.util.Objects;

/// How an attempt at a unit ended.
public sealed interface Outcome {
  /// It produced its output.
  record Done(UnitOutput output) implements Outcome {
    public Done {
      Objects.requireNonNull(output, "output");
    }
  }

  /// It cannot be done: bad input, or a defect.
  ///
  /// @param expected whether the workload foresaw it; if not, the log holds the stack trace
  record Failed(String message, boolean expected) implements Outcome {}

  /// It took longer than allowed.
  record TimedOut(long millis) implements Outcome {}

  /// It needed more memory than its worker had.
  record OutOfMemory(String message) implements Outcome {}

  /// Its worker disappeared.
  record Lost(String worker) implements Outcome {}

  /// It was asked to stop.
  record Cancelled() implements Outcome {}

  /// The outcome in a word.
  default String word() {
    return switch (this) {
      case Done _ -> "done";
      case Failed _ -> "failed";
      case TimedOut _ -> "timed out";
      case OutOfMemory _ -> "out of memory";
      case Lost _ -> "lost";
      case Cancelled _ -> "cancelled";
    };
  }

  /// What there is to say about it, empty if all is well.
  default String message() {
    return switch (this) {
      case Done _, Cancelled _ -> "";
      case Failed(String message, _) -> message;
      case TimedOut(long millis) -> "took longer than " + millis + " ms";
      case OutOfMemory(String message) -> message;
      case Lost(String worker) -> worker + " disappeared";
    };
  }
}
