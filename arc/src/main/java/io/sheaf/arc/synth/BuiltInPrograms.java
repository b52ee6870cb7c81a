package io.sheaf.arc.synth;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import java.util.List;

/// The programs that come with the library: one for each [Family], under the id of its first task,
/// and other ways to the same results, under the ids that follow.
public final class BuiltInPrograms {
  private static final String FILE = "programs.arc";
  private static final List<Program> ALL = ProgramReader.bundled(BuiltInPrograms.class, FILE);

  private BuiltInPrograms() {}

  /// All of them.
  ///
  /// @return in order of their names
  public static List<Program> all() {
    return ALL;
  }

  static Program of(Family family) {
    String name = "solve_" + family.taskId(0);
    return ALL.stream()
        .filter(program -> program.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(FILE + " lacks " + name));
  }
}
