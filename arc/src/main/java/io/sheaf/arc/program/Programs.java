package io.sheaf.arc.program;

import java.util.List;

/// What files of programs hold: those that can be run, and what is wrong with the others.
///
/// @param programs in the order of the files
/// @param problems of those left out
public record Programs(List<Program> programs, List<Problem> problems) {
  public Programs {
    programs = List.copyOf(programs);
    problems = List.copyOf(problems);
  }
}
