package io.sheaf.arc.program;

/// A line that is none of the language.
final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1;

  private final int column;
  private final String message;

  SyntaxException(int column, String message) {
    super(message);
    this.column = column;
    this.message = message;
  }

  /// From 1.
  int column() {
    return column;
  }

  String message() {
    return message;
  }
}
