package io.sheaf.arc.value;

/// Ends the evaluation of a line. Never leaves an evaluator, which turns it into a value.
///
/// Carries no stack trace: foreign programs fail often, and which line failed is known.
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Why.
  private final ErrorKind kind;

  private Failure(ErrorKind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /// Why the evaluation ended.
  ///
  /// @return the kind of error
  public ErrorKind kind() {
    return kind;
  }

  /// A failure of any kind.
  ///
  /// @param kind why
  /// @param message what was expected or found
  /// @return the failure, to be thrown
  public static Failure of(ErrorKind kind, String message) {
    return new Failure(kind, message);
  }

  /// An argument of the wrong kind.
  ///
  /// @param message what is not there
  /// @return the failure, to be thrown
  public static Failure type(String message) {
    return new Failure(ErrorKind.TYPE, message);
  }

  /// An argument of the wrong kind.
  ///
  /// @param expected the kind that was expected
  /// @param found the value that is there
  /// @return the failure, to be thrown
  public static Failure type(String expected, Value found) {
    return type("expected " + expected + ", found " + found.kind());
  }

  /// As it is seen from outside a loop over elements: the end of an iteration is not its own.
  ///
  /// @return RUNTIME for STOP, else this
  public Failure outsideLoop() {
    return kind == ErrorKind.STOP
        ? new Failure(ErrorKind.RUNTIME, String.valueOf(getMessage()))
        : this;
  }
}
