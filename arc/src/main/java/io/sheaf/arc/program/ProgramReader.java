package io.sheaf.arc.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads programs in the syntax of the public solver files. Executes nothing.
///
/// A program with an error is left out and its first error reported; the others are read.
public final class ProgramReader {
  private static final Pattern IMPORT = Pattern.compile("from\\s+[\\w.]+\\s+import\\s+\\*");
  private static final Pattern HEADER =
      Pattern.compile("def\\s+(\\w+)\\s*\\(\\s*I\\s*(:\\s*Grid)?\\s*\\)\\s*(->\\s*Grid)?\\s*:");
  private static final Pattern NAME = Pattern.compile("(solve|verify|differ)_[0-9a-f]{8}");
  private static final String INDENTATION = "    ";

  private final Map<String, String> seen = new HashMap<>();
  private final List<Program> programs = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private String file = "";
  private String name = "";
  private ProgramBuilder builder = new ProgramBuilder();
  private State state = State.OUTSIDE;

  private enum State {
    OUTSIDE,
    INSIDE,
    // After an error: what follows belongs to a program that is left out.
    LEFT_OUT
  }

  private ProgramReader() {}

  /// All programs of a file, or of the `.py` and `.arc` files below a directory, in order of names.
  ///
  /// @param path file or directory
  /// @return programs and problems
  /// @throws IOException if something cannot be read; the message names it
  public static Programs read(Path path) throws IOException {
    ProgramReader reader = new ProgramReader();
    if (Files.isDirectory(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path one : files.filter(ProgramReader::isProgramFile).sorted().toList()) {
          reader.add(one.toString(), text(one));
        }
      }
    } else {
      reader.add(path.toString(), text(path));
    }
    return new Programs(reader.programs, reader.problems);
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException _) {
      throw new FileSystemException(file.toString(), null, "is no text in UTF-8");
    }
  }

  private static boolean isProgramFile(Path file) {
    String text = file.toString();
    return (text.endsWith(".py") || text.endsWith(".arc")) && Files.isRegularFile(file);
  }

  /// All programs of a text.
  ///
  /// @param file its name for messages
  /// @param text the text
  /// @return programs and problems
  public static Programs parse(String file, String text) {
    ProgramReader reader = new ProgramReader();
    reader.add(file, text);
    return new Programs(reader.programs, reader.problems);
  }

  /// All programs of a file that lies beside a class of this module.
  ///
  /// @param beside the class
  /// @param name of the file
  /// @return programs, all of them right
  public static List<Program> bundled(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      Programs read = parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      if (!read.problems().isEmpty()) {
        throw new IllegalStateException(read.problems().toString());
      }
      return read.programs();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String from, String text) {
    file = from;
    state = State.OUTSIDE;
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      try {
        line(withoutComment(line), number);
      } catch (SyntaxException e) {
        problems.add(new Problem(file, number, e.column(), name, e.message()));
        state = State.LEFT_OUT;
      }
    }
    end(number);
  }

  private static String withoutComment(String line) {
    int at = line.indexOf('#');
    return (at < 0 ? line : line.substring(0, at)).stripTrailing();
  }

  private void line(String line, int number) throws SyntaxException {
    if (line.isBlank()) {
      return;
    }
    if (line.startsWith("def ")) {
      end(number - 1);
      begin(line, number);
    } else if (state == State.OUTSIDE) {
      if (!IMPORT.matcher(line).matches()) {
        name = "";
        throw new SyntaxException(1, "expected `def solve_<id>(I):`, found `" + line.strip() + "`");
      }
    } else if (state == State.INSIDE) {
      body(line, number);
    }
  }

  private void begin(String line, int number) throws SyntaxException {
    name = "";
    Matcher header = HEADER.matcher(line);
    if (!header.matches()) {
      throw new SyntaxException(5, "expected `def solve_<id>(I):`, found `" + line + "`");
    }
    name = header.group(1);
    if (!NAME.matcher(name).matches()) {
      throw new SyntaxException(
          5,
          "name `%s`, expected solve_, verify_ or differ_ and 8 hexadecimal digits"
              .formatted(name));
    }
    String before = seen.putIfAbsent(name, file + ":" + number);
    if (before != null) {
      throw new SyntaxException(5, "duplicate name, first at " + before);
    }
    builder = new ProgramBuilder();
    state = State.INSIDE;
  }

  private void body(String line, int number) throws SyntaxException {
    if (!line.startsWith(INDENTATION) || Character.isWhitespace(line.charAt(4))) {
      int column = line.length() - line.stripLeading().length() + 1;
      throw new SyntaxException(
          column, "expected an indentation of 4 spaces, found `" + line + "`");
    }
    builder.add(new Scanner(line), number);
  }

  private void end(int number) {
    if (state == State.INSIDE) {
      if (builder.isComplete()) {
        programs.add(builder.build(name));
      } else {
        problems.add(
            new Problem(file, Math.max(1, number), 1, name, "expected `return`, found its end"));
      }
    }
    state = State.OUTSIDE;
  }
}
