package io.sheaf.engine.config;

import java.nio.file.Path;

/// Words of commands that are printed for people to copy.
public final class ShellWord {
  private ShellWord() {}

  /// A text as one word of a POSIX shell's command.
  public static String quoted(String text) {
    return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  public static String quoted(Path path) {
    return quoted(path.toString());
  }
}
