package io.sheaf.arc.program;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// A straight-line program: what comes out is the value of one of its lines.
///
/// @param name `solve_`, `verify_` or `differ_` and the id of the task it is for
/// @param lines at least one; a line refers to earlier ones only
/// @param result the position of the line whose value is returned
public record Program(String name, List<Line> lines, int result) {
  public Program {
    lines = List.copyOf(lines);
    if (result < 0 || result >= lines.size()) {
      throw new IllegalArgumentException(
          "result = %d, expected a line of %d".formatted(result, lines.size()));
    }
    for (int i = 0; i < lines.size(); i++) {
      check(i, lines.get(i));
    }
  }

  private static void check(int position, Line line) {
    if (line.arguments().isEmpty()) {
      throw new IllegalArgumentException("line %d has no arguments".formatted(position));
    }
    boolean ahead =
        (line.callee() instanceof Reference.Variable(int callee) && callee >= position)
            || line.arguments().stream()
                .anyMatch(one -> one instanceof Reference.Variable(int at) && at >= position);
    if (ahead) {
      throw new IllegalArgumentException(
          "line %d refers to itself or a later line".formatted(position));
    }
  }

  /// The id of the task it is for.
  ///
  /// @return what follows the first `_` of its name
  public String taskId() {
    return name.substring(name.indexOf('_') + 1);
  }

  /// The same under another name.
  ///
  /// @param other the name
  /// @return the program
  public Program named(String other) {
    return new Program(other, lines, result);
  }

  /// SHA-256 of its text without its name.
  ///
  /// @return 64 hexadecimal digits
  public String digest() {
    String text = named("solve_00000000").text();
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// As it would stand in a file, with its own names.
  ///
  /// @return lines of text, each ended
  public String text() {
    StringBuilder text = new StringBuilder("def ").append(name).append("(I):\n");
    for (Line line : lines) {
      text.append("    ").append(call(line)).append('\n');
    }
    return text.append("    return ").append(lines.get(result).target()).append('\n').toString();
  }

  /// One of its lines as it would stand in a file, without indentation.
  ///
  /// @param line one of [#lines]
  /// @return the text
  public String call(Line line) {
    StringBuilder text = new StringBuilder(line.target()).append(" = ");
    text.append(word(line.callee())).append('(');
    String separator = "";
    for (Reference argument : line.arguments()) {
      text.append(separator).append(word(argument));
      separator = ", ";
    }
    return text.append(')').toString();
  }

  private String word(Reference reference) {
    return switch (reference) {
      case Reference.Input _ -> "I";
      case Reference.Variable(int line) -> lines.get(line).target();
      case Reference.Fixed fixed -> fixed.constant().name();
      case Reference.Named named -> named.primitive().word();
    };
  }
}
