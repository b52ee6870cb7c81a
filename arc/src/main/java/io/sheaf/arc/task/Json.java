package io.sheaf.arc.task;

import java.nio.charset.StandardCharsets;

/// Reads JSON from front to back, for readers that know what must come. Confined to one thread.
///
/// Strict: what RFC 8259 does not allow is an error, with line and column.
final class Json {
  /// Reads what follows the name of a member.
  @FunctionalInterface
  interface Member {
    void read(String name) throws TaskException;
  }

  /// Reads an element.
  @FunctionalInterface
  interface Element {
    void read() throws TaskException;
  }

  private final String file;
  private final byte[] bytes;
  private int at;

  Json(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  private int next() {
    while (at < bytes.length && isSpace(bytes[at])) {
      at++;
    }
    return at < bytes.length ? bytes[at] : -1;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private void expect(char c) throws TaskException {
    if (next() != c) {
      throw expected("`" + c + "`");
    }
    at++;
  }

  private boolean take(char c) {
    if (next() != c) {
      return false;
    }
    at++;
    return true;
  }

  /// An error at the next character.
  TaskException expected(String what) {
    int found = next();
    String rest =
        found < 0
            ? "the end of the file"
            : "`"
                + new String(bytes, at, Math.min(12, bytes.length - at), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                + "`";
    return error(at, "expected " + what + ", found " + rest);
  }

  /// The place of the next character, to be named in an error later.
  int place() {
    next();
    return at;
  }

  TaskException error(int place, String message) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < place && i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new TaskException("%s:%d:%d: %s".formatted(file, line, place - start + 1, message));
  }

  void object(Member member) throws TaskException {
    expect('{');
    if (take('}')) {
      return;
    }
    do {
      String name = string();
      expect(':');
      member.read(name);
    } while (take(','));
    expect('}');
  }

  void array(Element element) throws TaskException {
    expect('[');
    if (take(']')) {
      return;
    }
    do {
      element.read();
    } while (take(','));
    expect(']');
  }

  void end() throws TaskException {
    if (next() >= 0) {
      throw expected("the end of the file");
    }
  }

  /// A whole number of at most nine digits.
  int whole() throws TaskException {
    int c = next();
    int start = at;
    boolean negative = c == '-';
    if (negative) {
      at++;
    }
    int digits = at;
    int number = 0;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - digits < 9) {
      number = number * 10 + bytes[at++] - '0';
    }
    boolean leadingZero = at - digits > 1 && bytes[digits] == '0';
    if (at == digits || leadingZero || (at < bytes.length && continuesNumber(bytes[at]))) {
      at = start;
      throw expected("a whole number");
    }
    return negative ? -number : number;
  }

  private static boolean continuesNumber(byte b) {
    return (b >= '0' && b <= '9') || b == '.' || b == 'e' || b == 'E';
  }

  String string() throws TaskException {
    if (next() != '"') {
      throw expected("a text in quotes");
    }
    int start = ++at;
    while (at < bytes.length && bytes[at] != '"') {
      if (bytes[at] == '\\' || (bytes[at] >= 0 && bytes[at] < ' ')) {
        return escaped(start);
      }
      at++;
    }
    if (at >= bytes.length) {
      throw expected("the end of the text");
    }
    return new String(bytes, start, at++ - start, StandardCharsets.UTF_8);
  }

  private String escaped(int start) throws TaskException {
    StringBuilder text =
        new StringBuilder(new String(bytes, start, at - start, StandardCharsets.UTF_8));
    while (at < bytes.length && bytes[at] != '"') {
      int run = at;
      while (at < bytes.length && bytes[at] != '"' && bytes[at] != '\\') {
        if (bytes[at] >= 0 && bytes[at] < ' ') {
          throw error(at, "expected no control character in a text");
        }
        at++;
      }
      text.append(new String(bytes, run, at - run, StandardCharsets.UTF_8));
      if (at < bytes.length && bytes[at] == '\\') {
        at++;
        text.append(escape());
      }
    }
    expect('"');
    return text.toString();
  }

  private char escape() throws TaskException {
    int c = at < bytes.length ? bytes[at++] : -1;
    return switch (c) {
      case '"', '\\', '/' -> (char) c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw error(at - 1, "expected an escape of JSON");
    };
  }

  private char hexadecimal() throws TaskException {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
      if (digit < 0) {
        throw error(at, "expected 4 hexadecimal digits");
      }
      code = code * 16 + digit;
      at++;
    }
    return (char) code;
  }

  /// Goes past a value of any kind.
  void skip() throws TaskException {
    int c = next();
    switch (c) {
      case '{' -> object(_ -> skip());
      case '[' -> array(this::skip);
      case '"' -> string();
      default -> word();
    }
  }

  private void word() throws TaskException {
    int start = at;
    while (at < bytes.length && !isSpace(bytes[at]) && ",]}:".indexOf(bytes[at]) < 0) {
      at++;
    }
    String word = new String(bytes, start, at - start, StandardCharsets.UTF_8);
    if (!word.matches("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
      at = start;
      throw expected("a value");
    }
  }

  /// Whether the next value is null; it is then behind.
  boolean takeNull() throws TaskException {
    if (next() != 'n') {
      return false;
    }
    word();
    return true;
  }
}
