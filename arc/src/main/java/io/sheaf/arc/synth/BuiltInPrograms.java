package io.sheaf.arc.synth;

import io.sheaf.arc.program.Program;
import io.sheaf.arc.program.ProgramReader;
import io.sheaf.arc.program.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The programs that come with the library: one for each [Family], under the id of its first task,
/// and other ways to the same results, under the ids that follow.
public final class BuiltInPrograms {
  private static final String FILE = "programs.arc";
  private static final List<Program> ALL = parse();

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

  private static String load() {
    try (InputStream in = BuiltInPrograms.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Program> parse() {
    Programs read = ProgramReader.parse(FILE, load());
    if (!read.problems().isEmpty()) {
      throw new IllegalStateException(read.problems().toString());
    }
    return read.programs();
  }
}
