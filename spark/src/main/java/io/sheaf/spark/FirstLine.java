package io.sheaf.spark;

/// What there is to say about an error in one line.
final class FirstLine {
  private FirstLine() {}

  static String of(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return of(cause.getMessage() == null ? cause.toString() : cause.getMessage());
  }

  static String of(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }
}
