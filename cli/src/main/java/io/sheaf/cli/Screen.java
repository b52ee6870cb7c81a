package io.sheaf.cli;

/// What a process's output goes to.
///
/// The launcher finds out, as Java cannot ask about each stream: property `sheaf.terminals` holds a
/// `1` if standard output and a `2` if standard error is a terminal, `sheaf.columns` its width.
///
/// @param columns width in characters
record Screen(boolean outIsTerminal, boolean errIsTerminal, int columns) {
  private static final int USUAL_COLUMNS = 80;

  static Screen ofProcess() {
    String terminals = System.getProperty("sheaf.terminals", "");
    int columns = Integer.getInteger("sheaf.columns", USUAL_COLUMNS);
    return new Screen(
        terminals.contains("1"), terminals.contains("2"), columns > 0 ? columns : USUAL_COLUMNS);
  }
}
