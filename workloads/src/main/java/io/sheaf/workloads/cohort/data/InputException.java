package io.sheaf.workloads.cohort.data;

import io.sheaf.engine.config.Nearest;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.Collection;

/// Input that cannot be used; the message is one line that names file, line, column and cell.
public final class InputException extends IOException {
  @Serial private static final long serialVersionUID = 1L;
  private static final int SHOWN_CHARACTERS = 60;

  private final transient Path path;
  private final String fault;

  InputException(Path path, String fault) {
    this(path, 0, fault);
  }

  InputException(Path path, String fault, Throwable cause) {
    this(path, 0, fault, cause);
  }

  InputException(Path path, long line, String fault) {
    super(path + behind(line, fault));
    this.path = path;
    this.fault = behind(line, fault);
  }

  InputException(Path path, long line, String fault, Throwable cause) {
    super(path + behind(line, fault), cause);
    this.path = path;
    this.fault = behind(line, fault);
  }

  private static String behind(long line, String fault) {
    return line > 0 ? ":" + line + ": " + fault : ": " + fault;
  }

  /// The message with the path as it is seen from a directory above it, the same wherever that is.
  public String messageWithin(Path directory) {
    return directory.relativize(path) + fault;
  }

  /// The text as a message may show it: in backquotes, cut short, on one line, harmless to a
  /// terminal.
  static String shown(String text) {
    String start =
        text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
    return "`" + start.replaceAll("\\p{Cntrl}", "�") + "`";
  }

  /// The name as a message may show it, with the known name that was probably meant.
  static String unknown(String name, Collection<String> known) {
    return Nearest.match(name, known)
        .map(match -> shown(name) + " (did you mean " + shown(match) + "?)")
        .orElse(shown(name));
  }
}
