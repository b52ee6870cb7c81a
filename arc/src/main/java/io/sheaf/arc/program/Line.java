package io.sheaf.arc.program;

import java.util.List;

/// A line of a program: a call whose result gets a name.
///
/// @param target the name
/// @param callee a primitive, or an earlier line that must turn out to be a function
/// @param arguments one or more
/// @param number where it stands in its file, from 1; 0 if in none
public record Line(String target, Reference callee, List<Reference> arguments, int number) {
  public Line {
    arguments = List.copyOf(arguments);
  }
}
