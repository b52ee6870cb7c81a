package io.sheaf.arc.program;

/// The words of a line, one after the other.
final class Scanner {
  private final String line;
  private int at;
  private int start;

  Scanner(String line) {
    this.line = line;
  }

  private void skipSpace() {
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    start = at;
  }

  /// Where the last word or character began, from 1.
  int column() {
    return start + 1;
  }

  boolean isAtEnd() {
    skipSpace();
    return at == line.length();
  }

  /// The next name.
  String name() throws SyntaxException {
    skipSpace();
    while (at < line.length() && isOfName(line.charAt(at), at > start)) {
      at++;
    }
    if (at == start) {
      throw expected("a name");
    }
    return line.substring(start, at);
  }

  private static boolean isOfName(char c, boolean digits) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (digits && c >= '0' && c <= '9');
  }

  /// Whether the next character is that one; it is then behind.
  boolean take(char c) {
    skipSpace();
    if (at < line.length() && line.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  void expect(char c) throws SyntaxException {
    if (!take(c)) {
      throw expected("`" + c + "`");
    }
  }

  void expectEnd() throws SyntaxException {
    if (!isAtEnd()) {
      throw expected("the end of the line");
    }
  }

  private SyntaxException expected(String what) {
    String rest = line.substring(start);
    return new SyntaxException(
        start + 1,
        "expected %s, found %s"
            .formatted(what, rest.isEmpty() ? "the end of the line" : "`" + rest + "`"));
  }
}
