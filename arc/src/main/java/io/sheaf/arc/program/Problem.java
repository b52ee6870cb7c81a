package io.sheaf.arc.program;

/// What is wrong with a program, and where.
///
/// @param file the file as it was named
/// @param line from 1
/// @param column from 1
/// @param program the program it is in, empty if it is in none
/// @param message what was found and what was expected
public record Problem(String file, int line, int column, String program, String message) {
  @Override
  public String toString() {
    return "%s:%d:%d: %s%s"
        .formatted(file, line, column, program.isEmpty() ? "" : program + ": ", message);
  }
}
