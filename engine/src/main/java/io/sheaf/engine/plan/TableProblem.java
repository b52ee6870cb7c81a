package io.sheaf.engine.plan;

/// Something wrong with a finished table.
///
/// @param file name of the table's file
/// @param what is wrong, for people
public record TableProblem(String file, String what) {
  @Override
  public String toString() {
    return file + ": " + what;
  }
}
